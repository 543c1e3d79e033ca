// An axis of time that has room for what nobody told of.
import { ends } from './period.js';

/**
 * An axis of time: periods stand as far apart as they end, with empty places for those between them that nobody told of.
 * Periods that end together stand side by side. Days, and what is no period, are only put in order.
 *
 * @return {times, labels, line}: labels for the axis of ECharts, at empty places only where a figure was to be expected; line([[time, value], …]) are the points of one line in order, with a hole (a point of value null)
 *         wherever a figure is absent that its kind of period lets expect
 */
export function timeline(notations) {
  const all = [...new Set(notations)].sort((a, b) => ends(a).localeCompare(ends(b)) || a.localeCompare(b));
  const ending = new Map(all.map(notation => [notation, index(notation)]));
  const order = (a, b) => all.indexOf(a[0]) - all.indexOf(b[0]);
  const places = [...new Set(ending.values())];
  const apart = places.slice(1).map((place, i) => place - places[i]);
  const usual = apart.length ? usually(all, apart) : 0;
  const step = apart.reduce(divisor, usual);
  if (!step || places.includes(null) || (places.at(-1) - places[0]) / step > MOST) return { times: all, labels: {}, line: points => points.toSorted(order) };
  const at = Map.groupBy(all, notation => ending.get(notation));
  const times = [];
  for (let place = places[0]; place <= places.at(-1); place += step) times.push(...at.get(place) ?? [empty(place, all)]);
  const line = points => points.toSorted(order).flatMap((point, i, sorted) => {
    const before = sorted[i - 1];
    return before && ending.get(point[0]) - ending.get(before[0]) > usual ? [[times[times.indexOf(before[0]) + 1], null], point] : [point];
  });
  return { times, labels: { interval: (_, notation) => step === usual || ending.has(notation), hideOverlap: true }, line };
}

const MOST = 600;

/** Months since the year 0 up to the end; null for a day and for what is no period. */
function index(notation) {
  const end = /^\d{4}-\d{2}-\d{2}/.test(notation) ? '' : ends(notation);
  return end ? Number(end.slice(0, 4)) * 12 + Number(end.slice(5)) : null;
}

function divisor(a, b) {
  return b ? divisor(b, a % b) : a;
}

/** How many months lie between two neighbours: of one part of the year a year, else the length of the periods. */
function usually(all, apart) {
  if (new Set(all.map(one => one.replace(/\d{4}/g, ''))).size === 1) return 12;
  const kinds = [[/^\d{4}-Q\d$/, 3], [/^\d{4}-H\d$/, 6], [/^\d{4}-\d{2}$/, 1]];
  return kinds.find(([kind]) => all.every(one => kind.test(one)))?.[1] ?? Math.min(12, most(apart));
}

/** The most frequent number; of several the largest. */
function most(numbers) {
  const counts = Map.groupBy(numbers, number => number);
  return [...counts].sort((a, b) => b[1].length - a[1].length || b[0] - a[0])[0][0];
}

/** What an empty place is called: as its neighbours are where these are all of one kind, else by its month. */
function empty(place, all) {
  const year = String(Math.floor((place - 1) / 12)).padStart(4, '0');
  const month_ = (place - 1) % 12 + 1;
  const kind = all.every(one => /^\d{4}$/.test(one)) ? '' : all.every(one => /-Q/.test(one)) ? '-Q' + month_ / 3 : all.every(one => /-H/.test(one)) ? '-H' + month_ / 6 : '-' + String(month_).padStart(2, '0');
  return year + kind;
}
