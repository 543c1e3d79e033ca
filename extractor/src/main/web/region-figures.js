// The figures of a region: the main ones as cards, all of them as a table.
import { el } from './dom.js';
import { article } from './headlines.js';
import { source } from './evidence.js';
import { linked } from './linked.js';
import { number } from './format.js';
import { ends } from './period.js';
import { table } from './table.js';
import { t, words } from './words.js';

words({ status: ['状态', 'Status'], differ: ['说法不一', 'reports differ'] });

const MAIN = ['地区生产总值', '规模以上工业增加值', '固定资产投资', '社会消费品零售总额', '进出口总额', '出口', '一般公共预算收入', '实际使用外资', '居民人均可支配收入'];
/** The labels of what is no growth, share or rank, but the level itself. */
export const PLAIN = ['未变换', 'not transformed'];

/** Of each main indicator of the region itself the latest period: level, growth, and the words that state them. */
export function keyFigures(rows, region) {
  const own = rows.filter(row => region.called.has(row.subject) && row.period && ['已实现', 'actual'].includes(row.status));
  const byIndicator = Map.groupBy(own, row => row.indicator);
  const known = [...byIndicator.keys()].sort((a, b) => rank(a) - rank(b)).slice(0, 8);
  if (!known.length) return null;
  return el('ul', { class: 'figures wide' }, known.map(indicator => {
    const all = byIndicator.get(indicator);
    const latest = all.map(row => row.period).reduce((a, b) => ends(b) > ends(a) ? b : a);
    const measures = [...Map.groupBy(all.filter(row => row.period === latest && !row.base), row => row.transformation + '|' + row.unit).values()]
      .sort((a, b) => order(a[0]) - order(b[0]));
    return measures.length ? el('li', {}, indicator, el('strong', {}, said(measures[0])), order(measures[0][0]) ? measures[0][0].transformation : null,
      measures.slice(1).map(rowsOf => el('div', {}, rowsOf[0].transformation + ' ', said(rowsOf))),
      el('small', {}, latest, measures.flatMap(rowsOf => rowsOf).map(row => el('span', { class: 'screen' }, ' · ', source(row.fact))))) : null;
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

export function figureTable(rows) {
  return rows.length ? table(rows, [
    { name: 'subject', label: t('subject'), shown: row => linked(row.subject, row.fact) }, { name: 'indicator', label: t('indicator') }, { name: 'period', label: t('period'), value: row => ends(row.period) },
    { name: 'transformation', label: t('measure') }, { name: 'value', label: t('value'), number: true, shown: stated }, { name: 'status', label: t('status') },
    { name: 'stated', label: t('stated'), shown: row => [row.stated, ' ', source(row.fact)] }, { name: 'article', label: t('article'), shown: row => article(row.article) },
  ]) : null;
}
