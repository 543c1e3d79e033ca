// Names in tables and lists that lead to the pages of what they name. A fact says which things its names mean; a name
// alone is a link only where one region or zone is called so. Whatever is not certain stays a word.
import { el, pageOf } from './dom.js';
import { address, sparql } from './api.js';
import { language } from './words.js';

const MOST = 200;
/** Listed names are joined by it in both languages. */
const COMMA = '、';
const PREFIXES = base => `PREFIX jw: <${base}ns#> PREFIX schema: <https://schema.org/> PREFIX sdmx-dimension: <http://purl.org/linked-data/sdmx/2009/dimension#>`;

/** Waiting nodes by key (a fact, or a name), and what is known of a key: the things by name. */
const facts = { waiting: new Map(), known: new Map(), query: ofFacts };
const regions = { waiting: new Map(), known: new Map(), query: ofRegions };

/** The names in a text, each as a link to what the fact means by it. */
export function linked(text, fact) {
  return fact ? names(text, name => later(facts, fact, name)) : text;
}

/** The names of regions and zones in a text, as the gazetteer writes them, each as a link to its page. */
export function places(text) {
  return names(text, name => later(regions, name, name));
}

/** The page of a thing: regions and zones have one of this application. */
export function pageOfThing(iri) {
  const [, key] = /\/id\/(?:region|zone)\/([^/]+)$/.exec(iri) ?? [];
  return key && pageOf(iri) !== iri ? '/region/' + key : address(pageOf(iri), { lang: language() });
}

function names(text, shown) {
  return typeof text === 'string' && text ? text.split(COMMA).flatMap((name, i) => i ? [COMMA, shown(name)] : [shown(name)]) : text;
}

/** The name, and the link in its place as soon as it is known. */
function later(kind, key, name) {
  const node = el('span', {}, name);
  const settle = things => {
    const found = [...things.get(name) ?? []];
    if (found.length === 1) node.replaceChildren(el('a', { href: pageOfThing(found[0]) }, name));
  };
  if (kind.known.has(key)) {
    settle(kind.known.get(key));
    return node;
  }
  if (!kind.waiting.size) setTimeout(() => look(kind));
  kind.waiting.set(key, [...kind.waiting.get(key) ?? [], settle]);
  return node;
}

/** One query for all that one drawing of the page shows. */
async function look(kind) {
  const now = [...kind.waiting];
  kind.waiting = new Map();
  for (let at = 0; at < now.length; at += MOST) {
    const some = now.slice(at, at + MOST);
    let rows;
    try {
      rows = await sparql(PREFIXES(document.documentElement.dataset.base) + kind.query(some.map(([key]) => key)));
    } catch {
      return; // The names stay: they are what the answer says.
    }
    const found = new Map(some.map(([key]) => [key, new Map()]));
    for (const { key, name, thing } of rows) {
      const things = found.get(key.value);
      things?.set(name.value, (things.get(name.value) ?? new Set()).add(thing.value));
    }
    some.forEach(([key, settles]) => {
      kind.known.set(key, found.get(key));
      settles.forEach(settle => settle(found.get(key)));
    });
  }
}

/** What a fact is of (an amount's event or project), and what that is about, by all their names. */
function ofFacts(keys) {
  return `SELECT DISTINCT ?key ?thing ?name WHERE {
  VALUES ?key { ${keys.filter(key => /^https?:[^<>"{}|\\^`\s]*$/.test(key)).map(key => `<${key}>`).join(' ')} }
  ?owner (jw:amount)? ?key .
  ?owner (schema:location|jw:participant|jw:investor|jw:party|jw:partOfProject|jw:refOrganisation|sdmx-dimension:refArea|schema:superEvent|schema:superEvent/jw:participant|^jw:eventObject)? ?thing .
  ?thing schema:name|schema:alternateName ?name
}`;
}

function ofRegions(keys) {
  return `SELECT DISTINCT ?key ?thing (?key AS ?name) WHERE {
  VALUES ?key { ${keys.map(key => JSON.stringify(key)).join(' ')} } VALUES ?tag { "zh-Hans" "en" } BIND(STRLANG(?key, ?tag) AS ?called)
  ?thing schema:name ?called ; a ?class FILTER(?class IN (jw:AdministrativeDivision, jw:DevelopmentZone))
}`;
}
