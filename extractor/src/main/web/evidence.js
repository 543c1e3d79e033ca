// The words of an article that state a fact, opened in place.
import { el, pageOf, put } from './dom.js';
import { address, ask } from './api.js';
import { loading, failed } from './state.js';
import { language, t, words } from './words.js';

words({
  words: ['原文', 'Words'], rule: ['规则', 'Rule'], confidence: ['置信度', 'Confidence'], characters: ['第 {a}–{b} 字', 'characters {a}–{b}'],
  wholeFact: ['详情', 'Details'], close: ['关闭', 'Close'], sourceOf: ['查看原文依据', 'Show the words that state it'],
});

/** A button that shows what states a fact, by its IRI. */
export function source(fact, label = t('words')) {
  if (!fact) return null;
  return el('button', { type: 'button', class: 'link', title: t('sourceOf'), onclick: () => open(fact) }, label);
}

async function open(fact) {
  const body = el('div', {});
  const dialog = el('dialog', { 'aria-label': t('sourceOf'), onclose: () => dialog.remove() },
    el('form', { method: 'dialog' }, el('button', { class: 'plain', autofocus: true }, t('close'))), body);
  document.body.append(dialog);
  dialog.showModal();
  const wait = loading(body);
  try {
    const rows = await ask('evidence/of-fact', { fact });
    wait.done();
    put(body, evidence(rows), el('p', {}, el('a', { href: address(pageOf(fact), { lang: language() }) }, t('wholeFact'))));
  } catch (trouble) {
    wait.done();
    put(body, failed(trouble));
  }
}

/** Rows of evidence/of-fact: the longest stretches of words, with the shorter ones inside them marked; then rule and confidence. */
export function evidence(rows) {
  const spans = [...new Map(rows.map(row => [row.start + '-' + row.end, row])).values()].sort((a, b) => (b.end - b.start) - (a.end - a.start) || a.start - b.start);
  const outer = spans.filter((row, i) => !spans.slice(0, i).some(other => holds(other, row)));
  const [first] = rows;
  return [outer.map(row => el('blockquote', {}, marked(row, spans.filter(other => other !== row && holds(row, other))), ' ',
    el('small', {}, t('characters', { a: row.start, b: row.end })))),
  first ? el('p', { class: 'soft' }, t('article') + ': ', first.article, ' · ', t('rule') + ': ', first.rule, ' · ', t('confidence') + ': ', first.confidence) : null];
}

function holds(outer, inner) {
  return outer.start <= inner.start && outer.end >= inner.end;
}

/** Offsets count code points of the page. What has no parts is marked as a whole. */
function marked(row, parts) {
  if (!parts.length) return el('mark', {}, row.exact);
  const characters = [...row.exact];
  const isMarked = i => parts.some(part => i >= part.start - row.start && i < part.end - row.start);
  const pieces = [];
  for (let i = 0; i < characters.length;) {
    let end = i + 1;
    while (end < characters.length && isMarked(end) === isMarked(i)) end++;
    const piece = characters.slice(i, end).join('');
    pieces.push(isMarked(i) ? el('mark', {}, piece) : piece);
    i = end;
  }
  return pieces;
}
