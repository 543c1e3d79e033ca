// A region: what news state of it and of what lies in it.
import { el, put, pageOf } from './dom.js';
import { address, ask, json, Trouble } from './api.js';
import { source } from './evidence.js';
import { number, plain, quantity } from './format.js';
import { searchBox } from './search-box.js';
import { nothing, section } from './state.js';
import { table } from './table.js';
import { PROVINCES } from './tiles.js';
import { language, t, words } from './words.js';

words({
  noRegion: ['没有这个地区', 'There is no such region'], useSearch: ['请用搜索框查找地区。', 'Look for it with the search box.'],
  data: ['数据与链接', 'Data and links'], keyFigures: ['主要数字', 'Key figures'], allFigures: ['全部统计值', 'All figures'], change: ['增速', 'growth'],
  subject: ['地区或企业', 'Region or firm'], indicator: ['指标', 'Indicator'], period: ['时期', 'Period'], value: ['数值', 'Value'], measure: ['口径', 'Measure'],
  stated: ['原文说法', 'As stated'], status: ['状态', 'Status'], lines: ['走势比较', 'Over time, beside other regions'], compareWith: ['加入对比地区', 'Compare with a region'],
  remove: ['移除 {name}', 'Remove {name}'], severalValues: ['有的时期报道数值不一，图中留空，见下方“说法不一的数字”。', 'Where reports differ for a period the chart has a gap; see the disagreeing figures below.'],
  differ: ['说法不一', 'reports differ'],
  oneValue: ['目前只有一个时期有数值。', 'There are values for a single period only.'],
  projects: ['点名项目', 'Projects named'], project: ['项目', 'Project'], investors: ['投资方', 'Investors'], places: ['地点', 'Place'], phase: ['阶段', 'Phase'], amount: ['金额', 'Amount'], amountRole: ['用途', 'For'],
  bound: ['界限', 'Bound'], totals: ['点名项目的总投资', 'Total investment of the projects named'], ofProjects: ['{n} 个项目', '{n} projects'],
  totalsNote: ['同名项目只计一次，只计确为总投资的金额；活动公布的总额不加入。', 'Projects of one name count once, and only money stated as total investment; totals announced by events are not added.'],
  leftOut: ['{n} 个因数值不一或属于另一项目而未计入', '{n} left out, as values differ or as parts of another'], without: ['{n} 个未给出总投资', '{n} without a stated total'],
  announced: ['活动公布的总额', 'Totals announced by events'], event: ['活动', 'Event'], date: ['日期', 'Date'], count: ['项目数', 'Projects'], counted: ['计数对象', 'What is counted'],
  announcedNote: ['每行是一篇文章对一次活动的一个说法；它们与上面的项目互有包含，不可相加。', 'Each row is what one article says of one event. They contain the projects above: do not add them.'],
  timeline: ['事件', 'Events'], organisations: ['企业与机构', 'Organisations'], times: ['{n} 次', '{n} times'],
  conflicts: ['说法不一的数字', 'Figures that disagree'], other: ['另一说法', 'The other'], noConflicts: ['没有互相矛盾的数字。', 'No figures disagree.'], within: ['下辖地区', 'In it'], mentioned: ['文章数', 'Articles'],
});

const MAIN = ['地区生产总值', '规模以上工业增加值', '固定资产投资', '社会消费品零售总额', '进出口总额', '出口', '一般公共预算收入', '实际使用外资', '居民人均可支配收入'];
const PLAIN = ['未变换', 'not transformed'];

export async function show(main, { name, asked }) {
  const region = await described(name);
  document.title = region.name + ' · 经纬 Jingwei';
  const figures = ask('indicators/figures', { region: region.key });
  put(main, el('p', { class: 'crumbs' }, region.parents.flatMap(parent => [el('a', { href: parent.href }, parent.name), ' › '])),
    el('h1', {}, region.name), el('p', {}, el('a', { href: address('/page/' + region.path, { lang: language() }) }, t('data'))),
    section(t('keyFigures'), async () => keyFigures(await figures, region), { optional: true }),
    section(t('lines'), () => lines(region, asked), { optional: true }),
    section(t('projects'), () => projects(region), { optional: true }),
    section(t('announced'), () => announced(region), { optional: true }),
    section(t('timeline'), () => timeline(region), { optional: true }),
    section(t('organisations'), () => organisations(region), { optional: true }),
    section(t('conflicts'), () => conflicts(region)),
    section(t('allFigures'), async () => figureTable(await figures), { optional: true }),
    section(t('within'), () => within(region), { optional: true }));
}

/** Name, other names, what it lies in; by the end of its IRI, which for a region is its code. */
async function described(key) {
  const path = (/^\d{6}$/.test(key) ? 'id/region/' : 'id/zone/') + key;
  let thing;
  try {
    [thing] = (await json('/data/' + path + '?format=jsonld'))['@graph'];
  } catch (trouble) {
    throw trouble.status === 404 ? new Trouble(t('noRegion'), key + '. ' + t('useSearch')) : trouble;
  }
  const names = [thing['schema:name']].flat();
  const parents = [];
  for (let up = thing; up?.['schema:containedInPlace'] && parents.length < 4;) {
    const iri = [up['schema:containedInPlace']].flat()[0]['@id'];
    const above = pageOf(iri).replace('/page/', '');
    [up] = (await json('/data/' + above + '?format=jsonld'))['@graph'];
    parents.unshift({ name: named([up['schema:name']].flat()), href: /id\/region\/\d{6}$/.test(above) ? '/region/' + above.slice(-6) : '/page/' + above });
  }
  const zh = names.find(name => name['@language']?.startsWith('zh'))?.['@value'] ?? names[0]['@value'];
  return {
    path, parents, zh, key: /^\d{6}$/.test(key) ? key : zh, name: named(names),
    called: new Set([...names, ...[thing['schema:alternateName'] ?? []].flat()].map(name => name['@value'])),
  };
}

function named(names) {
  return (names.find(name => name['@language']?.startsWith(language())) ?? names[0])['@value'];
}

/** The last day of a period, as text that sorts. */
function ends(period) {
  const last = String(period ?? '').split('/').at(-1);
  return last.replace('-Q1', '-03').replace('-Q2', '-06').replace('-Q3', '-09').replace('-Q4', '-12').replace('-H1', '-06').replace('-H2', '-12')
    .replace(/^(\d{4})$/, '$1-12');
}

/** Of each main indicator of the region itself the latest period: level, growth, and the words that state them. */
function keyFigures(rows, region) {
  const own = rows.filter(row => region.called.has(row.subject) && row.period && ['已实现', 'actual'].includes(row.status));
  const byIndicator = Map.groupBy(own, row => row.indicator);
  const known = [...byIndicator.keys()].sort((a, b) => rank(a) - rank(b)).slice(0, 8);
  if (!known.length) return null;
  return el('ul', { class: 'figures wide' }, known.map(indicator => {
    const all = byIndicator.get(indicator);
    const latest = all.map(row => row.period).reduce((a, b) => ends(b) > ends(a) ? b : a);
    const measures = [...Map.groupBy(all.filter(row => row.period === latest && !row.base), row => row.transformation).values()]
      .sort((a, b) => order(a[0]) - order(b[0]));
    return measures.length ? el('li', {}, indicator, el('strong', {}, said(measures[0])), order(measures[0][0]) ? measures[0][0].transformation : null,
      measures.slice(1).map(rowsOf => el('div', {}, rowsOf[0].transformation + ' ', said(rowsOf))),
      el('small', {}, latest, measures.map(rowsOf => [' · ', source(rowsOf[0].fact)]))) : null;
  }));
}

/** Levels first, then growth over a year, then the rest. */
function order(row) {
  return PLAIN.includes(row.transformation) ? 0 : /同比|over one year/.test(row.transformation) ? 1 : 2;
}

/** Statements of one measure of one period: the value, or that they differ. */
function said(rows) {
  const values = [...new Set(rows.map(row => row.value))].sort((a, b) => a - b);
  return values.length === 1 ? stated(rows[0])
    : [number(values[0], rows[0].unit), ' / ', number(values.at(-1), rows[0].unit), el('span', { class: 'badge warn' }, t('differ'))];
}

function rank(indicator) {
  const at = MAIN.indexOf(indicator);
  return at < 0 ? MAIN.length : at;
}

/** A value, with the words of its bound where it is not exact. */
function stated(row) {
  const exact = ['确数', 'exact', undefined, ''].includes(row.bound);
  return [number(row.value, row.unit), exact ? null : el('small', {}, ' ' + row.bound), row.base ? el('small', {}, ' / ' + row.base) : null];
}

function figureTable(rows) {
  return rows.length ? table(rows, [
    { name: 'subject', label: t('subject') }, { name: 'indicator', label: t('indicator') }, { name: 'period', label: t('period'), value: row => ends(row.period) },
    { name: 'transformation', label: t('measure') }, { name: 'value', label: t('value'), number: true, shown: stated }, { name: 'status', label: t('status') },
    { name: 'stated', label: t('stated'), shown: row => [row.stated, ' ', source(row.fact)] }, { name: 'article', label: t('article') },
  ]) : null;
}

async function lines(region, asked) {
  const own = await ask('indicators/series', { region: region.key });
  const mine = own.filter(row => row.subject === region.zh || row.subject === region.name);
  if (!mine.length) return null;
  const kinds = [...new Set(mine.map(kindOf))].sort((a, b) => mine.filter(row => kindOf(row) === b).length - mine.filter(row => kindOf(row) === a).length || a.localeCompare(b, 'zh'));
  const select = el('select', { onchange: () => draw(select.value) }, kinds.map(kind => el('option', { value: kind, selected: kind === asked.get('line') }, kind.replaceAll('|', ' · '))));
  const others = (asked.get('compare') ?? '').split(',').filter(Boolean);
  const chips = el('span', {});
  const place = el('div', {});
  const box = searchBox({ kind: 'region', label: t('compareWith'), name: 'compare', chosen: ({ id, name }) => {
    const key = /\/region\/(\d{6})$/.exec(id)?.[1] ?? name;
    if (!others.includes(key)) others.push(key);
    remember();
    draw(select.value);
  } });

  function remember() {
    const now = new URL(location.href);
    now.searchParams.set('line', select.value);
    if (others.length) now.searchParams.set('compare', others.join(','));
    else now.searchParams.delete('compare');
    history.replaceState(null, '', now);
  }

  async function draw(kind) {
    if (asked.get('line') !== kind) remember();
    put(place, section(null, async () => {
      const [indicator] = kind.split('|');
      const rows = [...mine];
      for (const other of others) {
        const theirs = await ask('indicators/series', { region: other, indicator });
        const name = PROVINCES.find(province => province.code === other)?.name;
        rows.push(...(name ? theirs.filter(row => row.subject === name) : theirs));
      }
      put(chips, others.map(other => el('button', { type: 'button', class: 'plain', 'aria-label': t('remove', { name: other }), onclick: () => {
        others.splice(others.indexOf(other), 1);
        remember();
        draw(kind);
      } }, (PROVINCES.find(province => province.code === other)?.short ?? other) + ' ✕')));
      const shown = rows.filter(row => kindOf(row) === kind);
      const sure = shown.filter(row => typeof row.value === 'number');
      const times = [...new Set(sure.map(row => row.period))].sort((a, b) => ends(a).localeCompare(ends(b)));
      const { chart } = await import('./chart.js');
      const series = [...Map.groupBy(sure, row => row.subject)].map(([subject, values]) => ({
        type: 'line', name: subject, connectNulls: false, data: times.map(time => values.find(row => row.period === time)?.value ?? null),
      }));
      const unit = sure[0]?.unit ?? '';
      return [
        sure.length ? chart(() => ({ legend: {}, tooltip: { trigger: 'axis', valueFormatter: value => value === undefined || value === null ? '–' : quantity(value, unit) },
          xAxis: { type: 'category', data: times }, yAxis: { type: 'value', axisLabel: { formatter: value => quantity(value, unit) } }, series }), region.name + ' ' + kind.replaceAll('|', ' ')) : nothing(),
        times.length === 1 ? el('p', { class: 'soft' }, t('oneValue')) : null,
        shown.length > sure.length ? el('p', { class: 'soft' }, t('severalValues')) : null,
        table(sure, [{ name: 'subject', label: t('subject') }, { name: 'period', label: t('period'), value: row => ends(row.period) }, { name: 'value', label: t('value'), number: true, shown: row => number(row.value, row.unit) }], { filter: false }),
      ];
    }));
  }

  draw(select.value);
  return [el('div', { class: 'row' }, el('label', {}, t('indicator'), select), el('label', {}, t('compareWith'), box), chips), place];
}

function kindOf(row) {
  return [row.indicator, row.measure, row.base].filter(Boolean).join('|');
}

async function projects(region) {
  const [rows, sums] = await Promise.all([ask('projects/list', { region: region.key }), ask('projects/investment', { region: region.key, by: 'all' })]);
  if (!rows.length) return null;
  const total = sum => sum.projects > 0 ? el('li', {}, el('strong', {}, number(sum.total, sum.currency)), t('ofProjects', { n: sum.projects }),
    sum.leftOut + (sum.parts ?? 0) ? el('small', {}, '; ' + t('leftOut', { n: sum.leftOut + (sum.parts ?? 0) })) : null) : null;
  const without = sums.reduce((n, sum) => n + (sum.withoutInvestment ?? 0), 0);
  return [
    sums.some(sum => sum.projects > 0) ? [el('h3', {}, t('totals')), el('ul', { class: 'figures wide' }, sums.map(total)), el('p', { class: 'soft' }, t('totalsNote'), ' ', without ? t('without', { n: without }) : null)] : null,
    table(rows, [
      { name: 'project', label: t('project') }, { name: 'investors', label: t('investors') }, { name: 'places', label: t('places') }, { name: 'phase', label: t('phase') },
      { name: 'amount', label: t('amount'), number: true, shown: row => row.amount === undefined ? '' : [number(row.amount, row.currency), ['确数', 'exact'].includes(row.bound) ? null : el('small', {}, ' ' + row.bound)] },
      { name: 'amountRole', label: t('amountRole') }, { name: 'event', label: t('event') }, { name: 'fact', label: t('source'), shown: row => [source(row.fact), ' ', el('small', {}, row.article)] },
    ], { filter: true }),
  ];
}

async function announced(region) {
  const rows = await ask('projects/signed-totals', { region: region.key });
  return rows.length ? [table(rows, [
    { name: 'event', label: t('event') }, { name: 'date', label: t('date') }, { name: 'place', label: t('places') },
    { name: 'projects', label: t('count'), number: true, shown: row => [plain(row.projects), row.bound && !['确数', 'exact'].includes(row.bound) ? el('small', {}, ' ' + row.bound) : null] },
    { name: 'counted', label: t('counted') }, { name: 'amount', label: t('amount'), number: true, shown: row => row.amount === undefined ? '' : number(row.amount, row.currency) },
    { name: 'amountRole', label: t('amountRole') }, { name: 'fact', label: t('source'), shown: row => [source(row.fact), ' ', el('small', {}, row.article)] },
  ], { filter: false }), el('p', { class: 'soft' }, t('announcedNote'))] : null;
}

async function timeline(region) {
  const rows = await ask('events/timeline', { region: region.key });
  return rows.length ? el('ol', { class: 'timeline' }, rows.map(row => el('li', {}, el('time', {}, row.date ?? '–'),
    el('span', {}, el('span', { class: 'badge' }, row.type), ' ', row.event, row.partOf && row.partOf !== row.event ? el('small', {}, ' · ' + row.partOf) : null,
      ['已实现', 'actual'].includes(row.status) ? null : el('span', { class: 'badge' }, row.status),
      el('small', {}, ' ' + [row.places, row.participants].filter(Boolean).join(' · ') + ' '), source(row.fact))))) : null;
}

/** Those that invest in its projects or take part in its events. */
async function organisations(region) {
  const [projectRows, events] = await Promise.all([ask('projects/list', { region: region.key }), ask('events/timeline', { region: region.key })]);
  const counts = new Map();
  const count = (names, of) => names?.split('、').forEach(name => counts.set(name, (counts.get(name) ?? new Set()).add(of)));
  projectRows.forEach(row => count(row.investors, row.project));
  events.forEach(row => count(row.participants, row.fact));
  const sorted = [...counts].sort((a, b) => b[1].size - a[1].size || a[0].localeCompare(b[0], 'zh'));
  return sorted.length ? el('ul', { class: 'chips' }, sorted.slice(0, 60).map(([name, facts]) => el('li', {},
    el('a', { href: address('/questions/organisations/profile', { name }) }, name), ' ', el('small', {}, t('times', { n: facts.size }))))) : null;
}

async function conflicts(region) {
  const rows = await ask('indicators/conflicts', { region: region.key });
  const side = (words, article, publisher, fact) => [el('strong', {}, words), ' ', source(fact), el('br'), el('small', {}, [publisher, article].filter(Boolean).join(' · '))];
  return rows.length ? table(rows, [
    { name: 'subject', label: t('subject') }, { name: 'indicator', label: t('indicator') }, { name: 'period', label: t('period') },
    { name: 'value', label: t('stated'), shown: row => side(row.stated, row.article, row.publisher, row.fact) },
    { name: 'otherValue', label: t('other'), shown: row => side(row.otherStated, row.otherArticle, row.otherPublisher, row.otherFact) },
  ], { filter: false }) : nothing(t('noConflicts'));
}

async function within(region) {
  if (!/^\d{4}00$/.test(region.key)) return null;
  const rows = await ask('coverage/regions', { region: region.key, level: /0000$/.test(region.key) ? 'city' : 'county' });
  const below = rows.filter(row => row.code !== region.key);
  return below.length ? el('ul', { class: 'chips' }, below.map(row => el('li', {}, el('a', { href: '/region/' + row.code }, row.region), ' ', el('small', {}, t('mentioned') + ' ' + row.articles)))) : null;
}
