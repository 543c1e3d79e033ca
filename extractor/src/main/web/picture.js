// Which chart fits rows, and what it shows. Numbers of different units or kinds are never drawn on one axis.
import { isPercent, large, quantity } from './format.js';
import { timeline } from './timeline.js';
import { ours } from './words.js';

export const KINDS = ['bar', 'line', 'pie', 'scatter'];
const MOST_BARS = 30;
const WORDS_OF_TIME = ['period', 'date', 'year', 'month', 'begins'];

function numbers(rows, columns) {
  return columns.filter(column => rows.some(row => typeof row[column.name] === 'number') && rows.every(row => row[column.name] === undefined || row[column.name] === '' || typeof row[column.name] === 'number'));
}

function time(rows, columns) {
  return columns.find(column => WORDS_OF_TIME.includes(column.name) && new Set(rows.map(row => row[column.name])).size > 1);
}

/** What rows are of, by the names of the columns: a line must be of one thing. */
const THINGS = ['subject', 'region', 'row', 'organisation', 'project', 'event', 'of', 'name', 'indicator'];

/** The column of words that tells what a row is of; where none is known, the first that tells the rows apart. */
function names(rows, columns, numeric) {
  return THINGS.map(name => columns.find(column => column.name === name)).find(Boolean) ?? columns.find(column => !numeric.includes(column) && !['fact', 'otherFact', 'article'].includes(column.name) && !WORDS_OF_TIME.includes(column.name)
    && new Set(rows.map(row => row[column.name])).size > 1) ?? columns.find(column => !numeric.includes(column));
}

/** The column to measure: money and values before counts. */
function measure(rows, columns) {
  const numeric = numbers(rows, columns);
  return ['value', 'growth', 'total', 'sum', 'amount', 'largest'].map(name => numeric.find(column => column.name === name)).find(Boolean) ?? numeric[0];
}

/** Rows of the unit, currency and measure that most rows have: others cannot stand on the same axis. */
function comparable(rows) {
  const kind = row => [row.unit, row.currency, row.measure, row.transformation, row.basis, row.amountRole].join('|');
  const counts = new Map();
  rows.forEach(row => counts.set(kind(row), (counts.get(kind(row)) ?? 0) + 1));
  const [most] = [...counts].sort((a, b) => b[1] - a[1])[0];
  return rows.filter(row => kind(row) === most);
}

/** What of the rows a chart shows: {shown, all, only}: of several units or roles, the one that most rows have. */
export function part(kind, rows, columns) {
  const of = measure(rows, columns);
  const all = comparable(rows).filter(row => typeof row[of.name] === 'number');
  const { unit, currency, measure: how, transformation, basis, amountRole } = all[0] ?? {};
  return { shown: kind === 'bar' ? Math.min(MOST_BARS, all.length) : all.length, all: rows.length,
    only: [amountRole, how, transformation, basis, unit ?? currency].filter(Boolean).join(' · ') };
}

/** The kind of chart to begin with; none for a single row, rows without numbers, and pairs that disagree. */
export function automatic(rows, columns) {
  // What disagrees has two values a row: a chart would show one of them as if it were the value.
  if (rows.length < 2 || !measure(rows, columns) || columns.some(column => column.name === 'otherValue')) return 'none';
  // A line through one point is none: what has one value each is ranked, whatever times they are of.
  const lines = time(rows, columns) && drawn('line', rows, columns);
  return lines && lines.series.some(one => one.data.filter(point => point !== null && ![point].flat().includes(null)).length > 1) ? 'line' : drawn('bar', rows, columns) ? 'bar' : 'none';
}

/** The option of a chart of this kind; null where the rows do not suit it. */
export function drawn(kind, rows, columns) {
  const of = measure(rows, columns);
  if (!of || rows.length < 2) return null;
  const all = comparable(rows).filter(row => typeof row[of.name] === 'number');
  const numeric = numbers(rows, columns);
  const by = names(all, columns, numeric);
  const unit = all[0]?.unit ?? all[0]?.currency ?? (of.name === 'growth' ? 'percent' : '');
  const label = value => quantity(value, unit);
  const value = { type: 'value', axisLabel: { hideOverlap: true, formatter: v => isPercent(unit) ? v + '%' : large(v) } };
  const tooltip = { valueFormatter: label };
  if (!all.length || !by) return null;
  if (kind === 'bar') {
    const bars = all.slice(0, MOST_BARS);
    const apart = columns.filter(column => new Set(bars.map(row => row[column.name])).size > 1);
    return { tooltip, rows: bars.length, grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true }, xAxis: value,
      yAxis: { type: 'category', inverse: true, data: bars.map(row => text(row, by, apart)), axisLabel: { width: 160, overflow: 'truncate', interval: 0 } },
      series: [{ type: 'bar', name: ours(of), data: bars.map(row => row[of.name]), barMaxWidth: 22 }] };
  }
  const over = time(all, columns);
  if (kind === 'line' || kind === 'scatter') {
    if (!over) return null;
    const lines = Map.groupBy(all, row => text(row, by, columns.filter(column => column !== over && column.name !== 'period')));
    const axis = timeline(all.map(row => String(row[over.name] ?? '')));
    // Two values of one time in one line would be drawn as a jump: then it is points or nothing.
    const single = [...lines.values()].every(rowsOfLine => new Set(rowsOfLine.map(row => row[over.name])).size === rowsOfLine.length);
    if (kind === 'line' && (!single || lines.size > 12)) return null;
    const series = [...lines].map(([name, rowsOfLine]) => ({ type: kind, name, data: axis.line(rowsOfLine.map(row => [String(row[over.name] ?? ''), row[of.name]])) }));
    return { tooltip, legend: lines.size > 1 && lines.size <= 12 ? {} : undefined, xAxis: { type: 'category', data: axis.times, axisLabel: axis.labels }, yAxis: value, series,
      holes: kind === 'line' && series.some(one => one.data.some(([, number]) => number === null)) };
  }
  // Shares make a whole only of counts and sums that are all above nought, few, and not of values by themselves.
  if (!['projects', 'events', 'articles', 'total', 'figures'].includes(of.name) || all.length > 8 || all.some(row => row[of.name] < 0)) return null;
  return { tooltip, series: [{ type: 'pie', radius: '65%', data: all.map(row => ({ name: text(row, by, columns), value: row[of.name] })) }] };
}

function text(row, by, columns) {
  const more = ['indicator', 'period'].filter(name => name !== by.name && columns.some(column => column.name === name));
  return [row[by.name], ...more.map(name => row[name])].filter(part => part !== undefined && part !== null && part !== '').join(' · ') || '–';
}
