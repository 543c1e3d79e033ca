// A text in which stretches are marked that may overlap: cut where any of them begins or ends, each piece knows whose
// it is. Offsets count code points, so a character beyond the first plane is one, as on the server.
import { el } from './dom.js';

/**
 * @param text      lines become paragraphs
 * @param stretches {start, end, kind, of}: where, how it looks (a class), and the object that it belongs to
 * @return {node, pieces}: pieces are {node, of: Set} of all that belong to something, in order
 */
export function markedText(text, stretches) {
  const characters = Array.from(text);
  const begins = Map.groupBy(stretches.filter(one => one.end > one.start), one => one.start);
  const ends = Map.groupBy(stretches.filter(one => one.end > one.start), one => one.end);
  const cuts = new Set([...begins.keys(), ...ends.keys()]);
  const pieces = [];
  const paragraphs = [];
  const open = new Set();
  let paragraph = [];
  let piece = '';

  function close() {
    if (piece) paragraph.push(open.size ? owned() : piece);
    piece = '';
  }

  function owned() {
    const of = new Set([...open].map(one => one.of));
    const node = el('span', { class: 'stretch ' + [...new Set([...open].map(one => one.kind))].join(' '), role: 'button', tabindex: '-1' }, piece);
    pieces.push({ node, of });
    return node;
  }

  for (let i = 0; i <= characters.length; i++) {
    if (cuts.has(i)) {
      close();
      (ends.get(i) ?? []).forEach(one => open.delete(one));
      (begins.get(i) ?? []).forEach(one => open.add(one));
    }
    if (i === characters.length || characters[i] === '\n') {
      close();
      paragraphs.push(el('p', {}, paragraph));
      paragraph = [];
    } else {
      piece += characters[i];
    }
  }
  return { node: el('div', {}, paragraphs), pieces };
}

/** The arrow keys go from piece to piece; all of them are one stop of the Tab key. */
export function walkable({ node, pieces }) {
  if (!pieces.length) return;
  const places = new Map(pieces.map((piece, i) => [piece.node, i]));
  let at = 0;
  pieces[0].node.setAttribute('tabindex', '0');
  node.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? pieces.length - 1 : step ? at + step : -1;
    if (!pieces[to]) return;
    event.preventDefault();
    pieces[to].node.focus();
  });
  node.addEventListener('focusin', event => {
    if (!places.has(event.target)) return;
    pieces[at].node.setAttribute('tabindex', '-1');
    at = places.get(event.target);
    pieces[at].node.setAttribute('tabindex', '0');
  });
}
