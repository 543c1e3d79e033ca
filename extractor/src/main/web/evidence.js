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

/** Rows of evidence/of-fact: each stretch of words once, longest first, then by which rule and how sure. */
export function evidence(rows) {
  const spans = new Map(rows.map(row => [row.start + '-' + row.end, row]));
  const longest = [...spans.values()].sort((a, b) => (b.end - b.start) - (a.end - a.start) || a.start - b.start);
  const kept = longest.filter((row, i) => !longest.slice(0, i).some(other => other.start <= row.start && other.end >= row.end));
  const [first] = rows;
  return [kept.map(row => el('blockquote', {}, el('mark', {}, row.exact), ' ', el('small', {}, t('characters', { a: row.start, b: row.end })))),
    first ? el('p', { class: 'soft' }, t('article') + ': ', first.article, ' · ', t('rule') + ': ', first.rule, ' · ', t('confidence') + ': ', first.confidence) : null];
}
