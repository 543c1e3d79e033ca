// The words of an article that state a fact, opened in place.
import { el, pageOf, put } from './dom.js';
import { address, ask, sparql } from './api.js';
import { code } from './fact-line.js';
import { article } from './headlines.js';
import { reason, rule } from './reading-words.js';
import { loading, failed } from './state.js';
import { language, t, words } from './words.js';

words({
  words: ['原文', 'Words'], rule: ['规则', 'Rule'], confidence: ['置信度', 'Confidence'], characters: ['第 {a}–{b} 字', 'characters {a}–{b}'],
  suppliedMark: ['推断：{what}', 'inferred: {what}'], doubtOf: ['存疑', 'doubt'], readAs: ['修复后读作', 'read after repair as'],
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
    const [rows, more] = await Promise.all([ask('evidence/of-fact', { fact }), beside(fact)]);
    wait.done();
    put(body, evidence(rows, more), el('p', {}, el('a', { href: address(pageOf(fact), { lang: language() }) }, t('wholeFact'))));
  } catch (trouble) {
    wait.done();
    put(body, failed(trouble));
  }
}

/** What is inferred of a fact, what speaks against it, and the repairs in its words: {inferred, doubts, repairs}. */
async function beside(fact) {
  const ns = document.documentElement.dataset.base + 'ns#';
  const rows = await sparql(`PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?inferred ?doubt ?start ?end ?restored ?kind WHERE {
  { <${fact}> <${ns}inferred> ?inferred } UNION { <${fact}> <${ns}doubt> ?doubt } UNION
  { <${fact}> <${ns}evidence>/<${ns}repair> ?repair . ?repair oa:start ?start ; oa:end ?end ; <${ns}restoredText> ?restored ; <${ns}repairKind>/skos:notation ?kind }
} ORDER BY ?start ?end ?inferred ?doubt`);
  return {
    inferred: rows.filter(row => row.inferred).map(row => row.inferred.value.replace(/^.*[/#]/, '')), doubts: rows.filter(row => row.doubt).map(row => row.doubt.value),
    repairs: rows.filter(row => row.restored).map(row => ({ start: Number(row.start.value), end: Number(row.end.value), restored: row.restored.value, kind: row.kind.value })),
  };
}

/** Rows of evidence/of-fact: the longest stretches of words, with the shorter ones inside them marked, and how they were read; then rule and confidence. */
function evidence(rows, { inferred, doubts, repairs }) {
  const spans = [...new Map(rows.map(row => [row.start + '-' + row.end, row])).values()].sort((a, b) => (b.end - b.start) - (a.end - a.start) || a.start - b.start);
  const outer = spans.filter((row, i) => !spans.slice(0, i).some(other => holds(other, row)));
  const [first] = rows;
  return [outer.map(row => el('blockquote', {}, marked(row, spans.filter(other => other !== row && holds(row, other))), ' ',
    el('small', {}, t('characters', { a: row.start, b: row.end })), mended(row, repairs))),
  inferred.length || doubts.length ? el('p', {}, inferred.length ? el('span', { class: 'badge' }, t('suppliedMark', { what: [...new Set(inferred.map(one => code('property', one)))].join(language() === 'zh' ? '、' : ', ') })) : null, ' ',
    doubts.map(doubt => el('span', { class: 'badge warn' }, t('doubtOf'), language() === 'zh' ? '：' : ': ', reason(doubt)))) : null,
  first ? el('p', { class: 'soft' }, t('article') + ': ', article(first.article), ' · ', t('rule') + ': ', rule(first.rule), ' · ', t('confidence') + ': ', first.confidence) : null];
}

function holds(outer, inner) {
  return outer.start <= inner.start && outer.end >= inner.end;
}

/** A stretch with what was read in place of its damaged characters; null where nothing was repaired in it. */
function mended(row, repairs) {
  const mine = repairs.filter(one => one.start >= row.start && one.end <= row.end);
  if (!mine.length) return null;
  const characters = [...row.exact];
  let at = 0;
  const parts = mine.flatMap(({ start, end, restored }) => {
    const before = characters.slice(at, start - row.start).join('');
    at = end - row.start;
    return [before, restored ? el('ins', {}, restored) : el('del', {}, characters.slice(start - row.start, at).join(''))];
  });
  return el('span', { class: 'mended' }, t('readAs'), language() === 'zh' ? '：' : ': ', parts, characters.slice(at).join(''), ' ',
    [...new Set(mine.map(one => one.kind))].map(kind => el('span', { class: 'badge' }, code('repairKind', kind))));
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
