// Periods by their notation: 2021, 2021-Q1, 2021-H1, 2021-07, 2021-01/2021-09.
import { t, words } from './words.js';

words({
  wholeYear: ['全年', 'whole years'], sinceJanuary: ['年初累计', 'since January'], firstMonths: ['1–{n}月', 'January to month {n}'],
  singleMonth: ['单月', 'single months'], otherTime: ['其他时段', 'other periods'],
});

/** First and last month, as YYYY-MM; null where the notation is none of these. */
function months(period) {
  const [first, last = first] = String(period ?? '').split('/');
  const begin = month(first, 0);
  const end = month(last, 1);
  return begin && end ? [begin, end] : null;
}

function month(part, end) {
  const [, year, kind, number] = /^(\d{4})(?:-(Q|H)?(\d{1,2})(?:-\d{2})?)?$/.exec(part) ?? [];
  if (!year) return null;
  const length = { Q: 3, H: 6 }[kind] ?? (number ? 1 : 12);
  const last = length * Number(number ?? 1);
  return year + '-' + String(end ? last : last - length + 1).padStart(2, '0');
}

/** The last month, as text that sorts. */
export function ends(period) {
  return months(period)?.[1] ?? '';
}

/**
 * Periods that can stand in one line. Growth since January is told month after month and compared so; a level since
 * January grows by itself, so that only periods of the same months are compared.
 */
export function windowOf(period, isLevel) {
  const found = months(period);
  if (!found) return t('otherTime');
  const [[firstYear, first], [lastYear, last]] = found.map(each => each.split('-').map(Number));
  if (firstYear !== lastYear) return t('otherTime');
  if (first === 1 && last === 12) return isLevel ? t('wholeYear') : t('sinceJanuary');
  if (first === 1 && last > 1) return isLevel ? t('firstMonths', { n: last }) : t('sinceJanuary');
  return first === last ? t('singleMonth') : t('otherTime');
}
