// One question: a form, its answer as table and chart, and ways to take it away.
import { el, put, pageOf } from './dom.js';
import { address, answer, ask, library, Trouble } from './api.js';
import { automatic, drawn, KINDS, part } from './picture.js';
import { source } from './evidence.js';
import { code } from './fact-line.js';
import { quantity } from './format.js';
import { labels } from './labels.js';
import { reason, rule } from './reading-words.js';
import { article } from './headlines.js';
import { linked, places } from './linked.js';
import { searchBox } from './search-box.js';
import { emptyAnswer, foundAmong } from './empty.js';
import { mostReported } from './indicator-choice.js';
import { failed, section } from './state.js';
import { table } from './table.js';
import { language, ours, t, words } from './words.js';

words({
  partly: ['图中为 {m} 行中的 {n} 行；单位、用途或口径不同的不画在一起。', 'The chart shows {n} of {m} rows: other units, purposes or measures do not stand on its axis.'],
  askIt: ['查询', 'Ask'], noSuch: ['没有这个问题', 'There is no such question'], lookAt: ['可选的问题列在“提问”页。', 'See the list of questions.'],
  needs: ['请至少填写其一：', 'Give at least one of: '], any: ['不限', 'any'], chartAs: ['图表', 'Chart'], none: ['不画', 'none'],
  bar: ['柱状图', 'bars'], line: ['折线图', 'lines'], scatter: ['散点图', 'points'], pie: ['饼图', 'shares'],
  takeAway: ['取走结果', 'Take it away'], link: ['本页地址', 'Address of this view'], showSparql: ['查看 SPARQL', 'Show SPARQL'],
  related: ['相关问题', 'See also'], mostReported: ['“{was}”没有数据，改用报道地区最多的“{now}”。', 'There are no figures of “{was}”; shown is “{now}”, of which most regions are reported.'],
  asTurtle: ['RDF（SPARQL JSON）', 'RDF terms (SPARQL JSON)'], yes: ['是', 'yes'], no: ['否', 'no'],
  period_: ['如 2021、2021-Q1、2021-H1、2021-07、2021-01/2021-04', 'such as 2021, 2021-Q1, 2021-H1, 2021-07, 2021-01/2021-04'],
  time_: ['如 2021、2021-05、2021-05-26', 'such as 2021, 2021-05, 2021-05-26'],
});

/** Columns of names: of regions as the gazetteer writes them, and of what the fact of the row is about, as its words call it. */
const REGIONS = ['region', 'destination', 'parent'];
const NAMES = ['subject', 'project', 'partOf', 'event', 'place', 'places', 'regions', 'participants', 'participant', 'investors', 'of', 'what', 'party', 'otherParty'];

/** Questions that belong together: who looks for disagreement looks at all of them. */
const RELATED = {
  'indicators/conflicts': ['indicators/compared', 'projects/conflicts', 'official/against-news', 'indicators/against-parent'], 'projects/conflicts': ['projects/compared', 'indicators/conflicts', 'projects/investment'],
  'projects/investment': ['projects/conflicts'], 'projects/largest': ['projects/conflicts'], 'official/against-news': ['indicators/conflicts'],
};

export async function show(main, { name, asked }) {
  const questions = await library();
  const question = questions.get(name);
  if (!question) throw new Trouble(t('noSuch'), name + '. ' + t('lookAt'));
  document.title = ours(question.question) + ' · 经纬 Jingwei';
  const given = Object.fromEntries(question.parameters.map(parameter => [parameter.name, asked.get(parameter.name) ?? parameter.otherwise]));
  const instead = asked.has('indicator') ? null : await mostReported(question, given);
  if (instead) given.indicator = instead;
  const related = (RELATED[name] ?? []).filter(one => questions.has(one));
  put(main, el('p', {}, el('a', { href: '/questions#' + question.topic }, t('questions'))), el('h1', {}, ours(question.question)),
    related.length ? el('p', {}, t('related'), language() === 'zh' ? '：' : ': ', related.map((one, i) => [i ? ' · ' : null, el('a', { href: '/questions/' + one }, ours(questions.get(one).question))])) : null,
    form(question, given), conditions(question, given), instead ? el('p', { class: 'soft', role: 'status' }, t('mostReported', { was: question.parameters.find(parameter => parameter.name === 'indicator').otherwise, now: instead })) : null);
  const missing = question.needsOne.length ? question.needsOne.every(one => !given[one])
    : question.parameters.some(parameter => parameter.required && !given[parameter.name]);
  if (!missing) main.append(section(null, () => result(question, given, asked.get('chart'))));
}

function form(question, given) {
  return el('form', { class: 'row ask', action: location.pathname, onsubmit: tidy },
    question.needsOne.length ? el('p', { class: 'soft wide' }, t('needs') + question.needsOne.map(one => ours(question.parameters.find(p => p.name === one).label)).join(language() === 'zh' ? '；' : '; ')) : null,
    question.parameters.map(parameter => field(parameter, given[parameter.name])),
    el('button', {}, t('askIt')));
}

/** What was asked for, on paper, where there are no fields. */
function conditions(question, given) {
  const set = question.parameters.filter(parameter => given[parameter.name]);
  return set.length ? el('ul', { class: 'on-paper' }, set.map(parameter => {
    const value = el('strong', {}, given[parameter.name]);
    if (parameter.choices.length) labels(parameter).then(known => put(value, known.get(given[parameter.name]) ?? given[parameter.name]), () => {});
    return el('li', {}, ours(parameter.label), language() === 'zh' ? '：' : ': ', value);
  })) : null;
}

/** Fields that are empty do not show in the address. */
function tidy(event) {
  for (const input of event.target.elements) {
    if (input.name && input.value === '') input.disabled = true;
  }
  addEventListener('pageshow', () => [...event.target.elements].forEach(input => { input.disabled = false; }), { once: true });
}

function field(parameter, value) {
  const label = ours(parameter.label);
  if (parameter.choices.length || parameter.kind === 'boolean') {
    const choices = parameter.choices.length ? parameter.choices : ['true', 'false'];
    const options = choices.map(choice => el('option', { value: choice, selected: choice === String(value) }, choice));
    labels({ ...parameter, choices }).then(known => options.forEach(option => {
      option.textContent = known.get(option.value) ?? option.value;
    }), () => {}); // The codes themselves can be chosen all the same.
    return el('label', {}, label, el('select', { name: parameter.name },
      parameter.otherwise === '' ? el('option', { value: '' }, t('any')) : null, options));
  }
  if (parameter.kind === 'place') {
    const box = searchBox({ name: parameter.name, value, label, kind: 'region', chosen: () => {} });
    return el('label', {}, label, box);
  }
  if (parameter.name === 'indicator') {
    const list = el('datalist', { id: 'indicators' });
    ask('indicators/coverage').then(rows => put(list, rows.slice(0, 500).map(row => el('option', { value: row.indicator }))), () => {});
    return el('label', {}, label, el('input', { name: parameter.name, value, list: list.id, autocomplete: 'off' }), list);
  }
  const hint = { period: t('period_'), time: t('time_') }[parameter.kind];
  return el('label', {}, label, el('input', {
    name: parameter.name, value, required: parameter.required, placeholder: hint ?? null, title: hint ?? null,
    inputmode: ['integer', 'decimal'].includes(parameter.kind) ? 'decimal' : null,
  }));
}

async function result(question, given, wanted) {
  const rows = await ask(question.name, given);
  const seen = question.columns.filter(column => rows.some(row => row[column.name] !== undefined && row[column.name] !== ''));
  const columns = seen.map(column => ({
    name: column.name, label: ours(column), number: rows.some(row => typeof row[column.name] === 'number'),
    shown: row => cell(column.name, row),
  }));
  return [
    rows.length ? picture(rows, seen, question, wanted) : null,
    rows.length ? table(rows, columns, { caption: question.summary && language() === 'en' ? question.summary : ours(question.question) }) : await emptyAnswer(question, given),
    rows.length ? await foundAmong(question, given) : null,
    takeAway(question, given),
  ];
}

function cell(name, row) {
  const value = row[name];
  if (name === 'fact' || name === 'otherFact') return source(value);
  if (name === 'article' || name === 'otherArticle') return article(value);
  if (REGIONS.includes(name)) return places(value);
  if (NAMES.includes(name)) return linked(value, row.fact);
  if (name === 'rule' && value) return rule(value);
  if (name === 'property' && value) return code('property', value);
  if (['reason', 'doubt'].includes(name) && value) return reason(value);
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (typeof value === 'number') {
    const unit = unitOf(name, row);
    return el('span', { class: 'number', title: value.toLocaleString('en-US', { maximumFractionDigits: 10 }) }, quantity(value, unit));
  }
  if (typeof value === 'string' && /^https?:\/\//.test(value)) {
    const ours_ = pageOf(value) !== value;
    return el('a', { href: ours_ ? address(pageOf(value), { lang: language() }) : value, rel: ours_ ? null : 'noreferrer nofollow' }, value);
  }
  return value;
}

/** Money columns have their currency in the row, values their unit. */
function unitOf(name, row) {
  if (['amount', 'total', 'average', 'largest', 'sum'].includes(name)) return row.currency ?? '';
  if (['value', 'otherValue', 'reported', 'official', 'difference', 'low', 'high'].includes(name)) return row.unit ?? row.currency ?? '';
  return name === 'growth' ? 'percent' : '';
}

function picture(rows, columns, question, wanted) {
  const place = el('div', {});
  const auto = automatic(rows, columns);
  const kinds = KINDS.filter(kind => drawn(kind, rows, columns));
  if (!kinds.length) return null;
  const first = wanted === 'none' || kinds.includes(wanted) ? wanted : auto;
  const select = el('select', { onchange: () => {
    const now = new URL(location.href);
    now.searchParams.set('chart', select.value);
    history.replaceState(null, '', now);
    draw(select.value);
  } }, ['none', ...kinds].map(kind => el('option', { value: kind, selected: kind === first }, t(kind))));
  async function draw(kind) {
    place.replaceChildren();
    if (!kind || kind === 'none') return;
    const { chart } = await import('./chart.js');
    const option = drawn(kind, rows, columns);
    const { shown, all, only } = part(kind, rows, columns);
    put(place, chart(() => drawn(kind, rows, columns), ours(question.question), { height: option.rows ? option.rows * 1.5 + 3 + 'rem' : '20rem' }),
      option.holes ? el('p', { class: 'soft' }, t('holes')) : null,
      shown < all ? el('p', { class: 'soft' }, t('partly', { n: shown, m: all }), only ? ' ' + only : null) : null);
  }
  draw(first).catch(trouble => put(place, failed(trouble)));
  return el('div', {}, el('div', { class: 'row' }, el('label', {}, t('chartAs'), select)), place);
}

function takeAway(question, given) {
  const link = (format, label) => el('a', { class: 'button plain', href: answer(question.name, given, format), download: format === 'sparql' ? null : question.name.replace('/', '-') + '.' + format }, label);
  return el('section', {}, el('h2', {}, t('takeAway')), el('p', { class: 'row' },
    link('csv', 'CSV'), link('xlsx', 'XLSX'), link('ttl', 'Turtle'), link('json', 'JSON'), link('sparql', t('asTurtle')),
    el('a', { class: 'button plain', href: address(location.pathname, given) }, t('link')),
    el('a', { class: 'button plain', href: address('/editor', { question: question.name, ...given }) }, t('showSparql'))));
}
