// A search box with suggestions: the combobox pattern of the ARIA Authoring Practices.
import { el, put, pageOf } from './dom.js';
import { address, suggest } from './api.js';
import { language, ours, t } from './words.js';

const WAIT = 150;
let boxes = 0;

/**
 * A box that goes where the chosen suggestion is, or searches for what was typed.
 *
 * @param chosen  what to do with a suggestion instead of going there
 * @param kind    suggest only these: region, organisation, …
 */
export function searchBox({ chosen = go, kind = '', label = t('searchFor'), name = 'words', value = '', id = 'search-' + ++boxes } = {}) {
  const list = el('ul', { role: 'listbox', id: id + '-list', 'aria-label': t('suggestions'), hidden: true });
  const input = el('input', {
    id, type: 'search', name, value, role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
    'aria-controls': list.id, 'aria-label': label, placeholder: label,
  });
  const box = el('span', { class: 'combobox' }, input, list);
  let found = [];
  let at = -1;
  let timer;
  let running;

  function close() {
    clearTimeout(timer);
    running?.abort();
    list.hidden = true;
    at = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function mark(next) {
    at = (next + found.length) % found.length;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    input.setAttribute('aria-activedescendant', list.children[at].id);
    list.children[at].scrollIntoView({ block: 'nearest' });
  }

  function choose(suggestion) {
    input.value = suggestion.name;
    close();
    chosen(suggestion);
  }

  async function ask() {
    const typed = input.value.trim();
    if (!typed) return close();
    running?.abort();
    running = new AbortController();
    try {
      found = await suggest(typed, kind, { signal: running.signal });
    } catch (trouble) {
      if (trouble.name !== 'AbortError') close(); // Searching still works without suggestions, and tells what is wrong.
      return;
    }
    put(list, found.map((suggestion, i) => el('li', {
      role: 'option', id: id + '-' + i, 'aria-selected': 'false', onmousedown: event => event.preventDefault(),
      onclick: () => choose(suggestion),
    }, el('span', {}, suggestion.name, suggestion.until ? ` (–${suggestion.until})` : ''),
      el('small', {}, [suggestion.matched !== suggestion.name ? suggestion.matched : null, ours(suggestion.label), suggestion.region].filter(Boolean).join(' · ')))));
    at = -1;
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
  }

  // What is being composed in an input method is no word yet, and its keys are not ours.
  input.addEventListener('compositionend', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener('input', event => {
    clearTimeout(timer);
    if (event.isComposing) return;
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault(); // The suggestions go, what was typed stays.
      close();
    }
    else if (event.key === 'ArrowDown' && list.hidden) ask();
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length) {
      event.preventDefault();
      mark(at < 0 && event.key === 'ArrowUp' ? -1 : at + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && at >= 0 && !list.hidden) {
      event.preventDefault();
      choose(found[at]);
    }
  });
  return chosen === go
    ? el('form', { class: 'search', role: 'search', action: '/search' }, box, el('button', {}, t('search')))
    : box;
}

/** Regions have a view of their own, everything else its page. */
function go(suggestion) {
  location.href = whereIs(suggestion);
}

export function whereIs({ id, kind }) {
  const region = kind === 'region' || kind === 'zone' ? /\/id\/(?:region|zone)\/([^/]+)$/.exec(id) : null;
  return region ? '/region/' + region[1] : address(pageOf(id), { lang: language() });
}
