// Try it: an article is pasted or dropped, and shown with all that is read in it. Nothing is stored, and the text never
// stands in the address.
import { el, put } from './dom.js';
import { fetched, Trouble } from './api.js';
import { code } from './fact-line.js';
import { SAMPLE } from './sample-article.js';
import { reason as inWords } from './reading-words.js';
import { storePage } from './store-page.js';
import { failed, loading } from './state.js';
import { tried } from './try-result.js';
import { t, words } from './words.js';

words({
  tryIt: ['试一篇', 'Try an article'], tryTold: ['粘贴一篇文章，或把网页文件拖到这里。马上看到清理后的正文、读出的每个名称、数字和事实、成为的图，以及哪些没有采用、为什么。什么都不保存。', 'Paste an article or drop a page. You see its text as cleaned, each name, number and fact that is read in it, the graph it becomes, and what was left out and why. Nothing is stored.'],
  paste: ['文章（文本、HTML 或 JSON）', 'Article (text, HTML or JSON)'], read: ['读这篇', 'Read it'], openFile: ['选择文件', 'Choose a file'], sample: ['用示例（虚构）', 'Take the sample (invented)'], clear: ['清空', 'Clear'],
  dropHere: ['或把文件拖到此框', 'or drop a file here'], chosen: ['文件：{name}（{n} 字节）', 'File: {name} ({n} bytes)'], empty: ['请先粘贴文章或选择文件。', 'Paste an article or choose a file first.'],
  tooLarge_: ['页面太大', 'The page is too large'], tooLargeTold: ['这里最多读 1 MB。', 'At most 1 MB is read here.'], refused: ['这一页没有读出文章', 'This page gave no article'], stage: ['环节', 'Stage'], reason: ['原因', 'Reason'], remedy: ['办法', 'Remedy'],
});

const MOST_BYTES = 1 << 20;

export async function show(main, { asked }) {
  document.title = t('tryIt') + ' · 经纬 Jingwei';
  await styled();
  let file = null;
  let running = null;
  const area = el('textarea', { rows: '9', spellcheck: 'false', lang: 'zh', oninput: () => {
    choose(null);
    remember(false);
  } });
  const chosen = el('p', { class: 'soft', role: 'status' }, t('dropHere'));
  const picker = el('input', { type: 'file', class: 'away', tabindex: '-1', 'aria-hidden': 'true', accept: '.txt,.html,.htm,.xhtml,.shtml,.json,text/*', onchange: () => {
    if (picker.files[0]) take(picker.files[0]);
    picker.value = '';
  } });
  const button = el('button', {}, t('read'));
  const result = el('div', { class: 'tried' });
  const form = el('form', { class: 'drop', onsubmit: event => {
    event.preventDefault();
    read();
  } }, el('label', { class: 'whole' }, t('paste'), area), chosen, el('div', { class: 'row' }, button,
    el('button', { type: 'button', class: 'plain', onclick: () => picker.click() }, t('openFile')), picker,
    el('button', { type: 'button', class: 'plain', onclick: () => sample() }, t('sample')),
    el('button', { type: 'button', class: 'plain', onclick: clear }, t('clear'))));

  for (const kind of ['dragenter', 'dragover']) {
    form.addEventListener(kind, event => {
      event.preventDefault();
      form.classList.add('over');
    });
  }
  form.addEventListener('dragleave', event => {
    if (!form.contains(event.relatedTarget)) form.classList.remove('over');
  });
  form.addEventListener('drop', event => {
    event.preventDefault();
    form.classList.remove('over');
    const [dropped] = event.dataTransfer.files;
    if (dropped) take(dropped);
    else if (event.dataTransfer.getData('text/plain')) {
      area.value = event.dataTransfer.getData('text/plain');
      choose(null);
      remember(false);
      read();
    }
  });

  /** A file is sent as its bytes: its charset is for the server to find. */
  function choose(one) {
    file = one;
    put(chosen, one ? t('chosen', { name: one.name, n: one.size.toLocaleString('en-US') }) : t('dropHere'));
  }

  function take(one) {
    area.value = '';
    choose(one);
    remember(false);
    read();
  }

  function sample() {
    area.value = SAMPLE;
    choose(null);
    remember(true);
    read();
  }

  function clear() {
    running?.abort();
    area.value = '';
    choose(null);
    remember(false);
    put(result);
    area.focus();
  }

  async function read() {
    const body = file ?? jsonOnOneLine(area.value);
    if (!file && !body.trim()) return void put(result, el('p', { class: 'nothing', role: 'alert' }, t('empty')));
    if (new Blob([body]).size > MOST_BYTES) return void put(result, failed(new Trouble(t('tooLarge_'), t('tooLargeTold'))));
    running?.abort();
    const mine = running = new AbortController();
    button.disabled = true;
    put(result);
    const wait = loading(result);
    try {
      const type = file?.type || 'text/plain;charset=utf-8';
      const page = await (await fetched('/try', { method: 'POST', headers: { 'Content-Type': type }, body, signal: mine.signal })).json();
      put(result, page.outcome === 'READ' ? [tried(page), storePage(body, type, page.load)] : refusal(page));
      seen(result.querySelector('#result'));
    } catch (trouble) {
      if (trouble.name !== 'AbortError') put(result, failed(trouble, read));
    } finally {
      wait.done();
      if (running === mine) button.disabled = false;
    }
  }

  put(main, el('h1', {}, t('tryIt')), el('p', {}, t('tryTold')), form, result);
  if (asked.has('sample')) sample();
}

/** What came of it begins at the top of the window, and with it who listens goes on. */
function seen(heading) {
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: 'start' });
}

function refusal({ stage, reason, detail, remedy }) {
  return el('div', { class: 'failed', role: 'alert' }, el('strong', { id: 'result', tabindex: '-1' }, t('refused')),
    el('dl', {}, [['stage', code('stage', stage)], ['reason', [code('rejection', reason), el('div', {}, inWords(detail))]], ['remedy', inWords(remedy)]]
      .map(([word, value]) => [el('dt', {}, t(word)), el('dd', {}, value)])));
}

/** An object as people keep it, over many lines, is one line for the server: there each line is an article. */
function jsonOnOneLine(text) {
  if (!text.trim().startsWith('{')) return text;
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

/** Only that the sample is shown stands in the address. */
function remember(isSample) {
  const now = new URL(location.href);
  if (isSample) now.searchParams.set('sample', '');
  else now.searchParams.delete('sample');
  history.replaceState(null, '', now);
}

function styled() {
  return new Promise(done => {
    document.head.append(el('link', { rel: 'stylesheet', href: '/assets/view-try.css', onload: done, onerror: done }));
  });
}
