// What an answer without rows says: what was asked for, among how many, and what finds more.
import { el } from './dom.js';
import { address, ask } from './api.js';
import { plain } from './format.js';
import { labels } from './labels.js';
import { language, ours, t, words } from './words.js';

words({
  nothingMeets: ['没有符合条件的结果。', 'Nothing meets these conditions.'], nothingAtAll: ['没有结果。', 'Nothing found.'],
  agreement: ['对照了 {m} 组数字，没有发现不一致：{k} 组各处数值相同，{d} 组数值不同但可同时成立（约数、“以上”等）。', '{m} figures had another statement to be held against, and none disagrees: {k} have one value everywhere, {d} several that can all be true (about, over …).'],
  restStandsAlone: ['另外 {n} 组只有一处报道，无从对照。', '{n} more are stated once, with nothing to hold against them.'],
  heldAgainst: ['对照了 {m} 组数字；另外 {n} 组只有一处报道，无从对照。', '{m} figures had another statement to be held against; {n} are stated once, with nothing to hold against them.'],
  nothingToCompare: ['没有可以对照的数字。', 'There are no figures to compare.'],
  nothingCompared: ['没有可以对照的数字：{n} 组数字都只有一处报道，没有发现不一致不等于无误。', 'There is nothing to compare: each of {n} figures is stated once. That nothing disagrees does not mean that all is right.'],
  askedFor: ['查询条件：{what}。', 'Asked for: {what}.'], noCondition: ['没有设条件。', 'No condition was set.'],
  lookedAmong: ['库中现有 {n} 篇文章，读出 {m} 个{what}。', 'The store has {n} articles, and {m} {what} read in them.'], lookedIn: ['库中现有 {n} 篇文章。', 'The store has {n} articles.'],
  tryNext: ['可以试试', 'What finds more'], dropped: ['不限“{name}”：{n} 行', 'without “{name}”: {n} rows'], otherwise_: ['“{name}”改为“{value}”：{n} 行', '“{name}” {value}: {n} rows'],
  otherIndicator: ['报道较多的指标：', 'Indicators that are reported most:'], subjects_: ['{name}（{n} 个地区或企业）', '{name} ({n} regions or firms)'],
  ofFigures: ['统计值', 'figures'], ofProjects_: ['项目', 'projects'], ofEvents: ['事件', 'events'], ofAmounts: ['金额', 'amounts of money'],
  noStatistics: ['库中还没有官方统计时，先导入：jingwei import-stats。', 'Where the store has no official statistics yet, import them: jingwei import-stats.'], whichOfficial: ['库中有哪些官方统计数据', 'Which official figures there are'],
  loadMore: ['收录更多文章：jingwei load。', 'Take in more articles: jingwei load.'], otherQuestion: ['问别的问题', 'Ask another question'],
});

const COUNTED = { indicators: ['figures', 'ofFigures'], projects: ['projects', 'ofProjects_'], events: ['events', 'ofEvents'], amounts: ['amounts', 'ofAmounts'] };
/** Each is a question of its own to the server. */
const MOST_TRIED = 6;
const MOST_INDICATORS = 5;

export async function emptyAnswer(question, given) {
  const set = question.parameters.filter(parameter => given[parameter.name] !== '');
  const [asked, among, more, found] = await Promise.all([conditions(set, given), counted(question), leads(question, given, set), agreement(question, given)]);
  return el('div', { class: 'nothing-found', role: 'status' },
    el('p', {}, el('strong', {}, found ?? t(set.length ? 'nothingMeets' : 'nothingAtAll'))),
    el('p', {}, asked.length ? t('askedFor', { what: asked.join(language() === 'zh' ? '；' : '; ') }) : t('noCondition'), ' ', among),
    el('p', {}, t('tryNext'), language() === 'zh' ? '：' : ':'), el('ul', {}, more.map(one => el('li', {}, one))));
}

/** How much could be compared: that nothing disagrees says little where every figure stands alone. */
async function agreement(question, given) {
  return question.name.endsWith('/conflicts') ? compared(question.topic, given) : null;
}

/** Of figures or of totals of projects (topic): how many could be held against another statement. */
export async function compared(topic, given) {
  const [{ figures, projects, compared: pairs, same, several }] = await ask(topic + '/compared', given);
  const all = figures ?? projects;
  if (!pairs) return all ? t('nothingCompared', { n: plain(all) }) : t('nothingToCompare');
  return t('agreement', { m: plain(pairs), k: plain(same), d: plain(several) }) + (all > pairs ? (language() === 'zh' ? '' : ' ') + t('restStandsAlone', { n: plain(all - pairs) }) : '');
}

/** Among how many the rows that disagree were found; null for other questions. */
export async function foundAmong(question, given) {
  if (!question.name.endsWith('/conflicts')) return null;
  const [{ figures, projects, compared: pairs }] = await ask(question.topic + '/compared', given);
  return el('p', { class: 'soft' }, t('heldAgainst', { m: plain(pairs), n: plain((figures ?? projects) - pairs) }));
}

/** Parameters that are set, with what their values are called. */
async function conditions(set, given) {
  return Promise.all(set.map(async parameter => short(parameter) + ' = ' + await called(parameter, given[parameter.name])));
}

/** What a parameter is called, without what may be given. */
function short(parameter) {
  return ours(parameter.label).split(/[（，：(,:]/)[0].trim();
}

async function called(parameter, value) {
  if (!parameter.choices.length) return value;
  return (await labels(parameter).catch(() => new Map())).get(value) ?? value; // The code says it, too.
}

async function counted({ topic }) {
  const [all] = await ask('coverage/summary');
  const [column, word] = COUNTED[topic] ?? [];
  return column ? t('lookedAmong', { n: plain(all.articles), m: plain(all[column]), what: t(word) }) : t('lookedIn', { n: plain(all.articles) });
}

/** Links to the same question with one condition less, or another, that has rows; and what else can be done. */
async function leads(question, given, set) {
  const tries = set.flatMap(parameter => [
    given[parameter.name] === parameter.otherwise ? null : { parameter, value: parameter.otherwise },
    ...parameter.choices.filter(choice => choice !== given[parameter.name] && choice !== parameter.otherwise).map(value => ({ parameter, value })),
  ]).filter(one => one && !isNeeded(question, given, one)).slice(0, MOST_TRIED);
  const found = (await Promise.all(tries.map(one => tried(question, given, one)))).filter(Boolean);
  const indicators = question.parameters.some(parameter => parameter.name === 'indicator') ? await reported(question, given) : null;
  const rest = [question.topic === 'official' ? t('noStatistics') : null, question.name === 'official/against-news' ? el('a', { href: '/questions/official/figures' }, t('whichOfficial')) : null, set.length ? null : t('loadMore'),
    el('a', { href: '/questions#' + question.topic }, t('otherQuestion'))];
  return [...found, indicators, ...rest].filter(Boolean);
}

/** Whether there is no question left without it. */
function isNeeded(question, given, { parameter, value }) {
  return value === '' && (parameter.required || question.needsOne.includes(parameter.name) && !question.needsOne.some(name => name !== parameter.name && given[name]));
}

/** A link where it has rows. One that fails is no way on: it is left out. */
async function tried(question, given, { parameter, value }) {
  const other = { ...given, [parameter.name]: value };
  const rows = await ask(question.name, other).catch(() => []);
  if (!rows.length) return null;
  const said = { name: short(parameter), n: plain(rows.length), value: await called(parameter, value) };
  return el('a', { href: address(location.pathname, other) }, t(value === '' ? 'dropped' : 'otherwise_', said));
}

/** The indicators that most regions are reported for: whether this question has rows for them is not known. */
async function reported(question, given) {
  const rows = (await ask('indicators/coverage')).filter(row => row.indicator !== given.indicator).sort((a, b) => b.subjects - a.subjects || b.figures - a.figures).slice(0, MOST_INDICATORS);
  return rows.length ? [t('otherIndicator'), rows.map((row, i) => [i ? (language() === 'zh' ? '、' : ', ') : ' ', el('a', { href: address(location.pathname, { ...given, indicator: row.indicator }) }, t('subjects_', { name: row.indicator, n: plain(row.subjects) }))])] : null;
}
