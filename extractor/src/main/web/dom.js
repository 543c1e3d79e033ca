// Elements made of text and elements; nothing here or elsewhere parses HTML, so no text from a page can become markup.

/**
 * An element. Attributes of value null or false are left out, true is an empty one; on… take functions. Children:
 * texts, numbers, elements, arrays of these; null is left out.
 */
export function el(name, attributes = {}, ...children) {
  return dressed(document.createElement(name), attributes, children);
}

/** As el, for drawings. */
export function svg(name, attributes = {}, ...children) {
  return dressed(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function dressed(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  add(node, children);
  return node;
}

function add(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) node.append(seen(child));
  }
}

/** Controls and marks that turn the writing direction are shown as U+FFFD: a name must not rearrange its line. */
function seen(child) {
  return child instanceof Node
    ? child
    : String(child).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** Replaces what is in a node. */
export function put(node, ...children) {
  node.replaceChildren();
  add(node, children);
  return node;
}

/** The address of the page here of a thing of the graph; the address itself where it is elsewhere. */
export function pageOf(iri) {
  const base = document.documentElement.dataset.base;
  return iri.startsWith(base) && /^(id|doc|code|graph|cube)\//.test(iri.slice(base.length))
    ? '/page/' + encodeURI(decodeURI(iri.slice(base.length))) : iri;
}
