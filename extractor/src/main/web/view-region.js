// A region: what news state of it and of what lies in it.
import { el, pageOf, put } from './dom.js';
import { address, ask, json, Trouble } from './api.js';
import { source } from './evidence.js';
import { number, plain } from './format.js';
import { compared } from './empty.js';
import { article } from './headlines.js';
import { figureTable, keyFigures } from './region-figures.js';
import { lines } from './region-lines.js';
import { linked, places } from './linked.js';
import { nothing, section } from './state.js';
import { table } from './table.js';
import { language, t, words } from './words.js';

words({
  notExact: ['其中 {n} 个金额非确数（约、以上等），合计仅供参考', '{n} of the amounts not exact (about, over …): the sum is no exact one either'],
  noRegion: ['没有这个地区', 'There is no such region'], useSearch: ['请用搜索框查找地区。', 'Look for it with the search box.'],
  data: ['数据与链接', 'Data and links'], keyFigures: ['主要数字', 'Key figures'], allFigures: ['全部统计值', 'All figures'], 
  subject: ['地区或企业', 'Region or firm'], indicator: ['指标', 'Indicator'], period: ['时期', 'Period'], value: ['数值', 'Value'], measure: ['口径', 'Measure'],
  stated: ['原文说法', 'As stated'], lines: ['走势比较', 'Over time, beside other regions'],
  projects: ['点名项目', 'Projects named'], project: ['项目', 'Project'], investors: ['投资方', 'Investors'], places: ['地点', 'Place'], phase: ['阶段', 'Phase'], amount: ['金额', 'Amount'], amountRole: ['用途', 'For'],
  totals: ['点名项目的总投资', 'Total investment of the projects named'], ofProjects: ['{n} 个项目', '{n} projects'],
  totalsNote: ['同名项目只计一次，只计确为总投资的金额；活动公布的总额不加入。', 'Projects of one name count once, and only money stated as total investment; totals announced by events are not added.'],
  leftOut: ['{n} 个因数值不一或属于另一项目而未计入', '{n} left out, as values differ or as parts of another'], without: ['{n} 个未给出总投资', '{n} without a stated total'],
  heldIn: ['举办地', 'Held in'], takingPart: ['参与地区', 'Regions taking part'], goesTo: ['落地', 'Money goes to'], announced: ['活动公布的总额', 'Totals announced by events'], event: ['活动', 'Event'], date: ['日期', 'Date'], count: ['项目数', 'Projects'], counted: ['计数对象', 'What is counted'],
  announcedNote: ['每行是一篇文章对一次活动的一个说法；它们与下面的项目互有包含，不可相加。落地为空的，文章没有说清资金投向哪里。', 'Each row is what one article says of one event. They contain the projects below: do not add them. Where no place is named that the money goes to, the article leaves it open.'],
  timeline: ['事件', 'Events'], organisations: ['投资方与参与方', 'Who invests and takes part'],
  conflicts: ['说法不一的数字', 'Figures that disagree'], projectConflicts: ['总投资说法不一的项目', 'Projects whose totals disagree'], nothingTold: ['库中没有文章提到{name}的统计值、项目或事件。可看上级地区，或用搜索框找别的地区。', 'No article of the store states figures, projects or events of {name}. Look at the region that it lies in, or search for another.'],
  other: ['另一说法', 'The other'], within: ['下辖地区', 'In it'], mentioned: ['文章数', 'Articles'],
});

export async function show(main, { name, asked }) {
  const region = await described(name);
  document.title = region.name + ' · 经纬 Jingwei';
  const figures = once('indicators/figures', region);
  const listed = once('projects/list', region);
  const events = once('events/timeline', region);
  const disagreeing = section(t('conflicts'), () => conflicts(region));
  put(main, el('p', { class: 'crumbs' }, region.parents.flatMap(parent => [el('a', { href: parent.href }, parent.name), ' › '])),
    el('h1', {}, region.name), el('p', {}, el('a', { href: address('/page/' + region.path, { lang: language() }) }, t('data'))),
    section(t('keyFigures'), async () => keyFigures(await figures(), region), { optional: true }),
    section(t('announced'), () => announced(region), { optional: true }),
    section(t('projects'), () => projects(region, listed), { optional: true }),
    section(t('lines'), () => lines(region, asked), { optional: true }),
    section(t('timeline'), () => timeline(events), { optional: true }),
    section(t('organisations'), () => organisations(listed, events), { optional: true }),
    disagreeing,
    section(t('projectConflicts'), () => projectConflicts(region), { optional: true }),
    section(t('allFigures'), async () => figureTable(await figures()), { optional: true }),
    section(t('within'), () => within(region), { optional: true }));
  const optional = [...main.querySelectorAll('section')].filter(one => one.filled && one !== disagreeing);
  await Promise.all(optional.map(one => one.filled));
  if (optional.every(one => one.hidden)) disagreeing.replaceWith(nothing(t('nothingTold', { name: region.name })));
}

/** A question that several sections need: asked once, and again by who tries again after it failed. */
function once(question, region) {
  let asking;
  return () => asking ??= ask(question, { region: region.key }).catch(trouble => {
    asking = undefined;
    throw trouble;
  });
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

async function projects(region, listed) {
  const [rows, sums] = await Promise.all([listed(), ask('projects/investment', { region: region.key, by: 'all' })]);
  if (!rows.length) return null;
  const total = sum => sum.projects > 0 || sum.leftOut > 0 ? el('li', {}, el('strong', {}, sum.projects ? number(sum.total, sum.currency) : '–'), t('ofProjects', { n: sum.projects }), sum.notExact ? el('strong', { class: 'warn' }, t('notExact', { n: sum.notExact })) : null,
    sum.leftOut + (sum.parts ?? 0) ? el('small', {}, t('leftOut', { n: sum.leftOut + (sum.parts ?? 0) })) : null) : null;
  const without = sums.reduce((n, sum) => n + (sum.withoutInvestment ?? 0), 0);
  return [
    sums.some(sum => sum.projects > 0 || sum.leftOut > 0) ? [el('h3', {}, t('totals')), el('ul', { class: 'figures wide' }, sums.map(total)), el('p', { class: 'soft' }, t('totalsNote'), ' ', without ? t('without', { n: without }) : null)] : null,
    table(rows, [
      { name: 'project', label: t('project'), shown: row => linked(row.project, row.fact) }, { name: 'investors', label: t('investors'), shown: row => profiles(row.investors) }, { name: 'places', label: t('places'), shown: row => linked(row.places, row.fact) }, { name: 'phase', label: t('phase') },
      { name: 'amount', label: t('amount'), number: true, shown: row => row.amount === undefined ? '' : [number(row.amount, row.currency), ['确数', 'exact'].includes(row.bound) ? null : el('small', {}, ' ' + row.bound)] },
      { name: 'amountRole', label: t('amountRole') }, { name: 'event', label: t('event'), shown: row => linked(row.event, row.fact) }, { name: 'fact', label: t('source'), shown: row => [source(row.fact), ' ', el('small', {}, article(row.article))] },
    ], { filter: true }),
  ];
}

async function announced(region) {
  const rows = await ask('projects/signed-totals', { region: region.key });
  return rows.length ? [table(rows, [
    { name: 'event', label: t('event'), shown: row => linked(row.event, row.fact) }, { name: 'date', label: t('date') }, { name: 'place', label: t('heldIn'), shown: row => linked(row.place, row.fact) }, { name: 'regions', label: t('takingPart'), shown: row => linked(row.regions, row.fact) }, { name: 'destination', label: t('goesTo'), shown: row => places(row.destination) },
    { name: 'projects', label: t('count'), number: true, shown: row => [plain(row.projects), row.bound && !['确数', 'exact'].includes(row.bound) ? el('small', {}, ' ' + row.bound) : null] },
    { name: 'counted', label: t('counted') }, { name: 'amount', label: t('amount'), number: true, shown: row => row.amount === undefined ? '' : [number(row.amount, row.currency), ['确数', 'exact'].includes(row.amountBound) ? null : el('small', {}, ' ' + row.amountBound)] },
    { name: 'amountRole', label: t('amountRole') }, { name: 'fact', label: t('source'), shown: row => [source(row.fact), ' ', el('small', {}, article(row.article))] },
  ], { filter: false }), el('p', { class: 'soft' }, t('announcedNote'))] : null;
}

async function timeline(events) {
  const rows = await events();
  return rows.length ? el('ol', { class: 'timeline' }, rows.map(row => el('li', {}, el('time', {}, row.date ?? '–'),
    el('span', {}, el('span', { class: 'badge' }, row.type), ' ', linked(row.event, row.fact), row.partOf && row.partOf !== row.event ? el('small', {}, ' · ', linked(row.partOf, row.fact)) : null,
      ['已实现', 'actual'].includes(row.status) ? null : el('span', { class: 'badge' }, row.status),
      el('small', {}, ' ', [row.places, row.participants].filter(Boolean).flatMap((names, i) => [i ? ' · ' : null, linked(names, row.fact)]), ' '), source(row.fact))))) : null;
}

/** Those that invest in its projects or take part in its events. */
async function organisations(listed, told) {
  const [projectRows, events] = await Promise.all([listed(), told()]);
  const counts = new Map();
  const count = (names, of) => names?.split('、').forEach(name => counts.set(name, (counts.get(name) ?? new Set()).add(of)));
  projectRows.forEach(row => count(row.investors, row.project));
  events.forEach(row => count(row.participants, row.fact));
  const sorted = [...counts].sort((a, b) => b[1].size - a[1].size || a[0].localeCompare(b[0], 'zh'));
  return sorted.length ? el('ul', { class: 'chips' }, sorted.slice(0, 60).map(([name]) => el('li', {},
    el('a', { href: address('/questions/organisations/profile', { name }) }, name)))) : null;
}

/** What one side states, with its source. */
const side = (stated, identifier, publisher, fact) => [el('strong', {}, stated), ' ', source(fact), el('br'), el('small', {}, publisher ? publisher + ' · ' : null, article(identifier))];

/** Names of organisations and persons, each with what is told of it. */
const profiles = listed => listed?.split('、').map((name, i) => [i ? '、' : null, el('a', { href: address('/questions/organisations/profile', { name }) }, name)]);

async function conflicts(region) {
  const rows = await ask('indicators/conflicts', { region: region.key });
  return rows.length ? table(rows, [
    { name: 'subject', label: t('subject'), shown: row => linked(row.subject, row.fact) }, { name: 'indicator', label: t('indicator') }, { name: 'period', label: t('period') },
    { name: 'value', label: t('stated'), shown: row => side(row.stated, row.article, row.publisher, row.fact) },
    { name: 'otherValue', label: t('other'), shown: row => side(row.otherStated, row.otherArticle, row.otherPublisher, row.otherFact) },
  ], { filter: false }) : nothing(await compared('indicators', { region: region.key }));
}

/** Totals of projects that cannot be true together. */
async function projectConflicts(region) {
  const rows = (await ask('projects/conflicts', { region: region.key })).filter(row => !row.bothTrue);
  return rows.length ? table(rows, [
    { name: 'project', label: t('project'), shown: row => linked(row.project, row.fact) }, { name: 'phase', label: t('phase'), shown: row => [...new Set([row.phase, row.otherPhase])].join(' / ') },
    { name: 'value', label: t('stated'), shown: row => side(row.stated, row.article, row.publisher, row.fact) },
    { name: 'otherValue', label: t('other'), shown: row => side(row.otherStated, row.otherArticle, row.otherPublisher, row.otherFact) },
  ], { filter: false }) : null;
}

async function within(region) {
  if (!/^\d{4}00$/.test(region.key)) return null;
  const rows = await ask('coverage/regions', { region: region.key, level: /0000$/.test(region.key) ? 'city' : 'county' });
  const below = rows.filter(row => row.code !== region.key);
  return below.length ? el('ul', { class: 'chips' }, below.map(row => el('li', {}, el('a', { href: '/region/' + row.code }, row.region), ' ', el('small', {}, t('mentioned') + ' ' + row.articles)))) : null;
}
