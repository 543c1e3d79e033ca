// Articles by their headlines: tables hold identifiers, which nobody can read.
import { el, pageOf } from './dom.js';
import { address, sparql } from './api.js';
import { language } from './words.js';

const MOST = 200;
let asked = new Map();

/** A link to an article's page: its identifier at first, its headline as soon as that is known. */
export function article(identifier) {
  if (!identifier) return null;
  const node = el('span', { class: 'article', title: identifier }, identifier);
  if (!asked.size) setTimeout(look);
  asked.set(identifier, [...asked.get(identifier) ?? [], node]);
  return node;
}

/** One query for all that one drawing of the page shows. */
async function look() {
  const now = [...asked];
  asked = new Map();
  for (let at = 0; at < now.length; at += MOST) {
    const some = new Map(now.slice(at, at + MOST));
    try {
      for (const { id, document, headline } of await sparql(query([...some.keys()]))) {
        some.get(id.value).forEach(node => node.replaceChildren(
          el('a', { href: address(pageOf(document.value), { lang: language() }) }, headline?.value ?? id.value)));
      }
    } catch {
      // The identifiers stay: they are what the answer says.
    }
  }
}

function query(identifiers) {
  return `PREFIX jw: <${document.documentElement.dataset.base}ns#> PREFIX schema: <https://schema.org/>
SELECT ?id ?document (SAMPLE(?title) AS ?headline) WHERE {
  VALUES ?id { ${identifiers.map(one => JSON.stringify(one)).join(' ')} }
  ?document schema:identifier ?id ; a jw:SourceDocument . OPTIONAL { ?document schema:headline ?title }
} GROUP BY ?id ?document`;
}
