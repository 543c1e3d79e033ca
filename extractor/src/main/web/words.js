// The page's own words, Chinese and English.

const WORDS = {
  mainMenu: ['主导航', 'Main menu'], skip: ['跳到正文', 'Skip to content'],
  start: ['总览', 'Overview'], questions: ['提问', 'Questions'], try: ['试一篇', 'Try an article'], editor: ['SPARQL', 'SPARQL'],
  ontology: ['本体', 'Ontology'],
  promise: ['每个数字都能追溯到原文中的字。', 'Every number can be traced to the characters that state it.'],
  loading: ['正在读取…', 'Loading…'], failed: ['未能完成', 'That did not work'], again: ['重试', 'Try again'],
  nothing: ['没有结果。', 'Nothing found.'], noAnswer: ['服务器没有应答。', 'The server does not answer.'],
  noAnswerRemedy: ['请检查网络，或稍后重试。', 'Check the connection, or try again later.'],
  noPage: ['没有这个页面', 'There is no such page'],
  search: ['搜索', 'Search'], searchFor: ['地区、企业、项目、人物或句子', 'Region, organisation, project, person or words'],
  suggestions: ['建议', 'Suggestions'],
  rows: ['行', 'rows'], row: ['行', 'row'], filter: ['筛选', 'Filter'], more: ['显示更多', 'Show more'],
  shown: ['共 {n} 行，显示 {m} 行', '{m} of {n} rows shown'],
  holes: ['线条断开处没有数值。', 'Where a line is broken there are no figures.'],
  inferred: ['推断', 'inferred'], source: ['来源', 'Source'], article: ['文章', 'Article'],
};

/** Adds the words of a view: {key: [Chinese, English]}. */
export function words(more) {
  Object.assign(WORDS, more);
}

/** zh or en: as the address says, as chosen before, as the browser likes best. */
export function language() {
  const asked = new URLSearchParams(location.search).get('lang') ?? kept();
  if (asked === 'zh' || asked === 'en') return asked;
  const liked = (navigator.languages ?? []).map(tag => tag.slice(0, 2)).find(tag => tag === 'zh' || tag === 'en');
  return liked ?? 'zh';
}

function kept() {
  try {
    return localStorage.getItem('language');
  } catch {
    return null; // Storage is switched off.
  }
}

/** Keeps a language that the address names for the next pages. */
export function remember() {
  const asked = new URLSearchParams(location.search).get('lang');
  try {
    if (asked) localStorage.setItem('language', asked);
  } catch {
    // Then each address has to say it.
  }
}

/** A word in the language of the page; {name} stands for a value. */
export function t(key, values = {}) {
  const both = WORDS[key];
  if (!both) throw new Error('no word ' + key);
  return both[language() === 'zh' ? 0 : 1].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Of {zh, en} or {en, zh} the one that fits. */
export function ours(both) {
  return both[language()] ?? both.zh ?? both.en;
}
