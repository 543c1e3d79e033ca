// A table that can be sorted and filtered, and says how much of it is shown.
import { el, put } from './dom.js';
import { plain } from './format.js';
import { t } from './words.js';

const STEP = 100;

/**
 * @param rows    objects
 * @param columns {name, label, shown(row) → node or text, number: whether it is set to the right}; value(row) where
 *                it is sorted by something else than row[name]
 * @param filter  whether to show a filter box; summary(rows) → node below the table, of the rows that pass
 */
export function table(rows, columns, { filter = rows.length > 10, summary = null, caption = null } = {}) {
  let order = null;
  let up = true;
  let wanted = '';
  let most = STEP;
  const body = el('tbody');
  const told = el('p', { class: 'told', role: 'status' });
  const below = el('div', {});
  const heads = columns.map(column => el('th', { scope: 'col', 'aria-sort': 'none', class: column.number ? 'number' : null },
    el('button', { type: 'button', class: 'sort', onclick: () => sort(column) }, column.label)));
  const input = el('input', { type: 'search', 'aria-label': t('filter'), placeholder: t('filter'), oninput: () => {
    wanted = input.value.trim().toLowerCase();
    most = STEP;
    draw();
  } });

  function sort(column) {
    up = order === column ? !up : !column.number;
    order = column;
    draw();
  }

  function passing() {
    const kept = wanted
      ? rows.filter(row => columns.some(column => String(row[column.name] ?? '').toLowerCase().includes(wanted)))
      : [...rows];
    return order ? kept.sort((a, b) => compare(of(order, a), of(order, b), up ? 1 : -1)) : kept;
  }

  function draw() {
    const kept = passing();
    put(body, kept.slice(0, most).map(row => el('tr', {}, columns.map(column =>
      el('td', { class: column.number ? 'number' : null, 'data-label': column.label }, shown(column, row))))));
    heads.forEach((head, i) => head.setAttribute('aria-sort', columns[i] === order ? up ? 'ascending' : 'descending' : 'none'));
    put(told, kept.length > most || kept.length < rows.length || rows.length > 10
      ? t('shown', { n: plain(kept.length), m: plain(Math.min(most, kept.length)) }) : null,
    kept.length > most ? el('button', { type: 'button', onclick: () => {
      most += STEP;
      draw();
    } }, t('more')) : null);
    if (summary) put(below, summary(kept));
  }

  draw();
  return el('div', { class: 'table' }, filter ? el('p', { class: 'filter' }, input) : null,
    el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption ?? t('rows') },
      el('table', {}, caption ? el('caption', {}, caption) : null, el('thead', {}, el('tr', {}, heads)), body)),
    told, below);
}

function shown(column, row) {
  if (column.shown) return column.shown(row);
  const value = row[column.name];
  return typeof value === 'number' ? plain(value) : value === true ? '✓' : value === false ? '' : value;
}

function of(column, row) {
  return column.value ? column.value(row) : row[column.name];
}

/** Numbers by size, words as the language orders them; nothing comes last either way. */
function compare(a, b, way) {
  const none = value => value === undefined || value === null || value === '';
  if (none(a) || none(b)) return none(a) === none(b) ? 0 : none(a) ? 1 : -1;
  return way * (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-Hans-u-co-pinyin', { numeric: true }));
}
