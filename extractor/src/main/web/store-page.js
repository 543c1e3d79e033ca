// Puts a page that was tried into the store: only when asked, by who may.
import { el, pageOf, put } from './dom.js';
import { address, fetched } from './api.js';
import { code } from './fact-line.js';
import { reason } from './reading-words.js';
import { failed, loading } from './state.js';
import { language, t, words } from './words.js';

words({
  storeIt: ['存入图谱', 'Store it'], storeTold: ['到此为止什么都没有保存。要把这一页存入服务器的图谱，须有“load”权限的令牌（jingwei token 生成）；以 --open-load 启动的服务器不需要。', 'Nothing has been stored so far. To store this page in the graph of the server you need a token of the role load (from jingwei token), unless the server was started with --open-load.'],
  token: ['令牌', 'Token'], from: ['网址或出处（可不填）', 'Address or origin (optional)'], cannot: ['这台服务器不收文章：用 jingwei serve 启动的才收。', 'This server takes no articles in; one started by jingwei serve does.'],
  ADDED: ['已存入', 'Stored'], REPLACED: ['已替换旧版', 'Replaced the earlier one'], UNCHANGED: ['早已在库，没有变化', 'Already there, nothing changed'], REFUSED: ['没有收下', 'Not taken'],
  added: ['新增 {a} 条事实，去掉 {r} 条', '{a} facts added, {r} removed'],
});

/**
 * @param body what was tried, as it was sent
 * @param path where pages are taken in; undefined where they are not
 */
export function storePage(body, type, path) {
  if (!path) return el('section', { class: 'store' }, el('h2', {}, t('storeIt')), el('p', { class: 'soft' }, t('cannot')));
  const token = el('input', { type: 'password', autocomplete: 'off', spellcheck: 'false' });
  const from = el('input', { maxlength: '500' });
  const button = el('button', {}, t('storeIt'));
  const said = el('div', { role: 'status' });
  const notYet = el('p', { class: 'soft' }, t('storeTold'));
  const form = el('form', { class: 'row', onsubmit: event => {
    event.preventDefault();
    store();
  } }, el('label', {}, t('token'), token), el('label', {}, t('from'), from), button);

  async function store() {
    button.disabled = true;
    put(said);
    const wait = loading(said);
    try {
      const headers = { 'Content-Type': type };
      if (token.value.trim()) headers.Authorization = 'Bearer ' + token.value.trim();
      // A page that is refused is an answer, with 422.
      const reply = await fetched(address(path, { location: from.value.trim() }), { method: 'POST', headers, body, credentials: 'same-origin' }, [422]);
      const told = await reply.json();
      put(said, (told.pages ?? []).map(outcome));
      notYet.hidden = reply.ok;
    } catch (trouble) {
      put(said, failed(trouble));
    } finally {
      wait.done();
      button.disabled = false;
    }
  }
  return el('section', { class: 'store' }, el('h2', {}, t('storeIt')), notYet, form, said);
}

function outcome(page) {
  if (page.outcome === 'REFUSED') return el('div', { class: 'failed' }, el('strong', {}, t('REFUSED') + ' (' + code('stage', page.stage) + ', ' + code('rejection', page.reason) + ')'), el('p', {}, reason(page.detail), ' ', reason(page.remedy)));
  return el('p', {}, el('strong', {}, t(page.outcome)), ' ', page.outcome === 'UNCHANGED' ? null : t('added', { a: page.factsAdded, r: page.factsRemoved }), ' ', el('a', { href: address(pageOf(page.graph), { lang: language() }) }, page.graph));
}
