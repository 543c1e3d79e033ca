// SPARQL: an editor (YASQE), its answer as a table, and the questions of the library as examples.
import { el, put, pageOf } from './dom.js';
import { address, fetched, library, Trouble } from './api.js';
import { failed, loading, nothing } from './state.js';
import { table } from './table.js';
import { language, ours, t, words } from './words.js';

words({
  editorTitle: ['SPARQL 查询', 'SPARQL queries'], run: ['运行', 'Run'], examples: ['示例', 'Examples'], choose: ['选一个常用问题…', 'Choose a question…'],
  query: ['查询语句', 'Query'], keys: ['Ctrl+Enter 运行，Ctrl+空格 补全，Esc 后按 Tab 离开编辑框。', 'Ctrl+Enter runs, Ctrl+Space completes; Esc, then Tab leaves the editor.'],
  asks: ['查询时限 20 秒，结果超过上限会被拒绝，不会截断。', 'A query may take 20 seconds; an answer beyond the limit is refused, never cut.'],
  yes_: ['是', 'yes'], no_: ['否', 'no'], 
});

const FIRST = `PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX schema: <https://schema.org/>

SELECT ?thing ?type ?name WHERE {
  ?thing a ?type ; schema:name ?name .
}
LIMIT 20
`;

let fetching;

function yasqe() {
  fetching ??= new Promise((done, fail) => document.head.append(
    el('link', { rel: 'stylesheet', href: '/assets/yasqe.css' }),
    el('script', { src: '/assets/yasqe.js', onload: () => done(window.Yasqe), onerror: () => fail(new Trouble('/assets/yasqe.js', '')) })));
  return fetching;
}

export async function show(main, { asked }) {
  document.title = t('editorTitle') + ' · 经纬 Jingwei';
  const place = el('div', { class: 'editor' });
  const out = el('div', { 'aria-live': 'polite' });
  const examples = el('select', {}, el('option', { value: '' }, t('choose')));
  put(main, el('h1', {}, t('editorTitle')), el('label', {}, t('examples'), examples), place,
    el('p', { class: 'row' }, el('button', { type: 'button', onclick: () => run() }, t('run')), el('span', { class: 'soft' }, t('keys'), ' ', t('asks'))), out);
  const [Yasqe, text, questions] = await Promise.all([yasqe(), given(asked), library()]);
  questions.forEach(question => examples.append(el('option', { value: question.name }, ours(question.question))));
  Yasqe.defaults.autocompleters = ['variables']; // The others ask servers elsewhere.
  const editor = new Yasqe(place, {
    value: text, persistenceId: null, showQueryButton: false, createShareableLink: null, resizeable: false, autofocus: false,
    lineWrapping: true, viewportMargin: Infinity, requestConfig: { endpoint: '/sparql' },
    extraKeys: { 'Ctrl-Enter': () => run(), 'Cmd-Enter': () => run(), 'Ctrl-Space': instance => instance.autocomplete?.(), Tab: false, 'Shift-Tab': false },
  });
  editor.setValue(text);
  editor.getInputField().setAttribute('aria-label', t('query'));
  place.querySelector('.CodeMirror-scroll').tabIndex = 0; // What scrolls can be scrolled by keys.
  setTimeout(() => editor.refresh());
  examples.addEventListener('change', async () => {
    if (examples.value) editor.setValue(await textOf(examples.value, {}));
  });

  async function run() {
    const query = editor.getValue();
    const now = new URL(location.href);
    now.search = new URLSearchParams(query.length < 4000 ? { query } : {});
    history.replaceState(null, '', now);
    put(out);
    const wait = loading(out);
    try {
      const reply = await fetched('/sparql', {
        method: 'POST', body: query,
        headers: { 'Content-Type': 'application/sparql-query', Accept: 'application/sparql-results+json, text/turtle;q=0.9' },
      });
      const shown = reply.headers.get('Content-Type').startsWith('text/turtle') ? el('pre', { tabindex: '0' }, await reply.text()) : rows(await reply.json());
      wait.done();
      put(out, shown, takeAway(query));
    } catch (trouble) {
      wait.done();
      put(out, failed(trouble));
    }
  }

  if (asked.has('query')) run();
}

function given(asked) {
  if (asked.has('query')) return asked.get('query');
  if (!asked.has('question')) return FIRST;
  const values = Object.fromEntries([...asked].filter(([name]) => !['question', 'lang'].includes(name)));
  return textOf(asked.get('question'), values);
}

async function textOf(question, values) {
  return (await fetched(address('/api/' + question, { ...values, lang: language(), format: 'rq' }))).text();
}

function rows(answer) {
  if ('boolean' in answer) return el('p', {}, el('strong', {}, answer.boolean ? t('yes_') : t('no_')));
  const found = answer.results.bindings.map(binding => Object.fromEntries(Object.entries(binding).map(([name, term]) => [name, value(term)])));
  if (!found.length) return nothing();
  return table(found, answer.head.vars.map(name => ({
    name, label: name, number: found.some(row => typeof row[name] === 'number'),
    shown: row => typeof row[name] === 'string' && /^https?:\/\//.test(row[name])
      ? el('a', { href: pageOf(row[name]) === row[name] ? row[name] : address(pageOf(row[name]), { lang: language() }), rel: 'noreferrer nofollow' }, row[name]) : row[name],
  })));
}

/** Whole numbers and decimals that a number of JavaScript holds as they are; everything else as its text. */
function value(term) {
  const isNumber = /#(integer|decimal|int|long)$/.test(term.datatype ?? '');
  return isNumber && term.value.replace(/\D/g, '').length < 16 ? Number(term.value) : term.value;
}

function takeAway(query) {
  const link = (format, label) => el('a', { class: 'button plain', href: address('/sparql', { query, format }), download: 'answer.' + format }, label);
  return query.length < 4000 ? el('p', { class: 'row' }, link('csv', 'CSV'), link('json', 'JSON'), link('xlsx', 'XLSX')) : null;
}
