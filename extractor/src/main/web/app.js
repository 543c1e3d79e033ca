// Which view an address shows, and what stands around it.
import { el, put } from './dom.js';
import { Trouble } from './api.js';
import { language, remember, t } from './words.js';
import { searchBox } from './search-box.js';
import { failed, loading } from './state.js';

const VIEWS = [
  [/^\/$/, () => import('./view-start.js')],
  [/^\/region\/([^/]+)$/, () => import('./view-region.js')],
  [/^\/questions$/, () => import('./view-questions.js')],
  [/^\/questions\/([^/]+\/[^/]+)$/, () => import('./view-question.js')],
  [/^\/search$/, () => import('./view-search.js')],
  [/^\/try$/, () => import('./view-try.js')],
  [/^\/editor$/, () => import('./view-editor.js')],
];
const PLACES = [['/', 'start'], ['/questions', 'questions'], ['/try', 'try'], ['/editor', 'editor']];

function here(href) {
  return href === '/' ? location.pathname === '/' : location.pathname.startsWith(href);
}

function header() {
  const other = language() === 'zh' ? 'en' : 'zh';
  const turned = new URL(location.href);
  turned.searchParams.set('lang', other);
  return el('header', { class: 'top' },
    el('a', { class: 'brand', href: '/' }, el('strong', {}, '经纬'), ' Jingwei'),
    el('nav', { 'aria-label': t('mainMenu') }, PLACES.map(([href, word]) =>
      el('a', { href, 'aria-current': here(href) ? 'page' : null }, t(word)))),
    location.pathname === '/' ? null : searchBox(),
    el('a', { class: 'language', href: turned.pathname + turned.search, lang: other === 'zh' ? 'zh-Hans' : 'en', hreflang: other },
      other === 'zh' ? '中文' : 'English'));
}

function footer() {
  return el('footer', {},
    el('a', { href: '/api' }, 'API'), el('a', { href: '/ontology' }, t('ontology')),
    el('a', { href: '/catalog.ttl' }, 'DCAT'), el('a', { href: '/.well-known/void' }, 'VoID'),
    el('a', { href: '/reconcile' }, 'OpenRefine'), el('span', {}, t('promise')));
}

async function start() {
  remember();
  document.documentElement.lang = language() === 'zh' ? 'zh-Hans' : 'en';
  const main = el('main', { id: 'main', tabindex: '-1' });
  put(document.body, el('a', { class: 'skip', href: '#main' }, t('skip')), header(), main, footer());
  const path = decodeURIComponent(location.pathname);
  const found = VIEWS.map(([pattern, load]) => [pattern.exec(path), load]).find(([match]) => match);
  const wait = loading(main);
  try {
    if (!found) throw new Trouble(t('noPage'), path);
    const view = await found[1]();
    wait.done();
    await view.show(main, { name: found[0][1], asked: new URLSearchParams(location.search) });
  } catch (trouble) {
    wait.done();
    main.append(failed(trouble));
  }
}

start();
