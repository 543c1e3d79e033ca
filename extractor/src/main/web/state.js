// Loading, failing and being empty, the same in all views.
import { el } from './dom.js';
import { Trouble } from './api.js';
import { t } from './words.js';

/** Says that something is being read: at once to programs, to people if it takes longer than a blink. */
export function loading(parent) {
  parent.setAttribute('aria-busy', 'true');
  const note = el('p', { class: 'loading', role: 'status' }, t('loading'));
  const timer = setTimeout(() => parent.append(note), 150);
  return {
    done() {
      parent.removeAttribute('aria-busy');
      clearTimeout(timer);
      note.remove();
    },
  };
}

export function failed(trouble, again) {
  if (!(trouble instanceof Trouble)) console.error(trouble);
  return el('div', { class: 'failed', role: 'alert' },
    el('strong', {}, trouble.title ?? t('failed')), el('p', {}, trouble.detail ?? trouble.message),
    again ? el('button', { onclick: again }, t('again')) : null);
}

export function nothing(words = t('nothing')) {
  return el('p', { class: 'nothing' }, words);
}

/**
 * A section that fills itself: says that it is loading, and what failed, without troubling its neighbours. Where there
 * is nothing to show an optional one is not seen.
 */
export function section(heading, fill, { optional = false } = {}) {
  const body = el('div', {});
  const node = el('section', {}, heading ? el('h2', {}, heading) : null, body);
  const run = async () => {
    body.replaceChildren();
    const wait = loading(body);
    try {
      const made = await fill(body);
      wait.done();
      node.hidden = optional && !made;
      if (made) body.append(...[made].flat(Infinity).filter(child => child !== null && child !== undefined));
    } catch (trouble) {
      wait.done();
      if (trouble.name !== 'AbortError') body.append(failed(trouble, run));
    }
  };
  node.filled = run();
  return node;
}
