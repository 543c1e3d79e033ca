// What the words of the search box find: things by their names, sentences by their words.
import { el, put, pageOf } from './dom.js';
import { address, ask } from './api.js';
import { source } from './evidence.js';
import { searchBox, whereIs } from './search-box.js';
import { nothing, section } from './state.js';
import { language, t, words } from './words.js';

words({
  things: ['名称', 'Names'], sentences: ['句子', 'Sentences'], found: ['搜索', 'Search'],
  noThings: ['没有名称含“{words}”。名称按连续的字查找：试试更短的写法或简称。', 'No name has “{words}” in it. Names are looked up by characters that stand together: try a shorter form.'],
  noSentences: ['没有句子含“{words}”。多个词用空格隔开，须在同一句中。', 'No sentence has “{words}” in it. Several words, with spaces between, must stand in one sentence.'],
  typeWords: ['请输入要找的词。', 'Type what to look for.'], 
});

export async function show(main, { asked }) {
  const wanted = (asked.get('words') ?? '').trim();
  document.title = wanted + ' · 经纬 Jingwei';
  put(main, el('h1', {}, t('found')), searchBox({ value: wanted }));
  if (!wanted) return void main.append(nothing(t('typeWords')));
  main.append(section(t('things'), () => things(wanted)), section(t('sentences'), () => sentences(wanted)));
}

async function things(wanted) {
  const rows = await ask('search/names', { words: wanted, limit: 30 });
  return rows.length ? el('ul', {}, rows.map(row => el('li', {}, el('a', { href: whereIs({ id: row.thing, kind: /\/id\/region\//.test(row.thing) ? 'region' : /\/id\/zone\//.test(row.thing) ? 'zone' : '' }) }, row.name), ' ',
    el('small', {}, [row.kind, row.region, row.matched !== row.name ? row.matched : null].filter(Boolean).join(' · '))))) : nothing(t('noThings', { words: wanted }));
}

async function sentences(wanted) {
  const rows = await ask('search/sentences', { words: wanted, limit: 60 });
  if (!rows.length) return nothing(t('noSentences', { words: wanted }));
  // A row for each fact that a sentence states: the sentence once, then what it states.
  return [...Map.groupBy(rows, row => row.article + '|' + row.sentence).values()].map(([first, ...more]) => el('blockquote', {},
    marked(first.sentence, wanted), el('br'), el('small', {}, [first.date?.slice(0, 10), first.source].filter(Boolean).join(' · '), ' · ', article(first)),
    el('ul', { class: 'states' }, [first, ...more].filter(row => row.states).map(row => el('li', {}, row.states, ' ', source(row.fact))))));
}

/** The page of the article that a fact stands in; its name alone where no fact says which it is. */
function article(row) {
  const found = /^(.*\/doc\/[^/]+)\//.exec(row.fact ?? '');
  return found ? el('a', { href: address(pageOf(found[1] + '/article'), { lang: language() }) }, row.article) : row.article;
}

/** The text with each of the words marked. */
export function marked(text, wanted) {
  const parts = wanted.split(/\s+/).filter(Boolean).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text.split(new RegExp('(' + parts.join('|') + ')', 'i')).map((part, i) => i % 2 ? el('mark', {}, part) : part);
}
