// What a page of a thing gets beyond its text: its neighbours as a drawing that starts with the thing itself and grows
// by each one that is clicked. Everything drawn stands in the page's tables, too.
import { el, pageOf, put } from './dom.js';
import { address, sparql } from './api.js';
import { chart } from './chart.js';
import { rule } from './reading-words.js';
import { failed } from './state.js';
import { language, t, words } from './words.js';

words({
  neighbours: ['关系图', 'Neighbours'], grow: ['点一个节点，显示与它相连的事物；双击打开它的页面。', 'Click a node to show what it is linked with; double-click to open its page.'],
  tooMany: ['只画出前 {n} 个。', 'Only the first {n} are drawn.'],
});

const MOST = 40;
/** What is said about words and readings rather than about the thing. */
const ASIDE = '#(type|evidence|statedAt|inferred|inScheme|rule|bound|status|measure|transformation|dataSet|structure|names)$|/(isBasedOn|sha256)$';

function question(iri) {
  const tag = language() === 'zh' ? 'zh-Hans' : 'en';
  const ns = document.documentElement.dataset.base + 'ns#';
  return `PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX schema: <https://schema.org/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?out ?link ?linkName ?other ?name ?said WHERE {
  { SELECT DISTINCT ?out ?link ?other WHERE {
    { <${iri}> ?link ?other BIND(true AS ?out) } UNION { ?other ?link <${iri}> BIND(false AS ?out) }
    FILTER(ISIRI(?other) && !REGEX(STR(?link), "${ASIDE}")) } ORDER BY ?link ?other LIMIT ${MOST + 1} }
  OPTIONAL { ?link rdfs:label ?linkName FILTER(LANG(?linkName) = "${tag}") }
  OPTIONAL { ?other schema:name|skos:prefLabel ?name FILTER(LANG(?name) = "${tag}" || LANG(?name) = "zh-Hans") }
  OPTIONAL { ?other <${ns}statedText> ?said }
}`;
}

function lastPart(iri) {
  return decodeURIComponent(iri.replace(/[/#]$/, '').split(/[/#]/).at(-1));
}

async function start(place, iri, name) {
  const nodes = new Map([[iri, { id: iri, name, symbolSize: 34, grown: false, itemStyle: {} }]]);
  const links = new Map();
  const told = el('p', { class: 'soft', role: 'status' }, t('grow'));

  async function grow(id) {
    const node = nodes.get(id);
    if (node.grown) return;
    node.grown = true;
    try {
      const rows = await sparql(question(id));
      const others = new Set();
      for (const { out, link, linkName, other, name: called, said } of rows) {
        others.add(other.value);
        if (others.size > MOST) break;
        if (!nodes.has(other.value)) nodes.set(other.value, { id: other.value, name: called?.value ?? said?.value ?? lastPart(other.value), symbolSize: 18, grown: false });
        const [from, to] = out.value === 'true' ? [id, other.value] : [other.value, id];
        links.set(from + ' ' + link.value + ' ' + to, { source: from, target: to, value: linkName?.value ?? lastPart(link.value) });
      }
      put(told, t('grow'), others.size > MOST ? ' ' + t('tooMany', { n: MOST }) : null);
    } catch (trouble) {
      node.grown = false;
      put(told, failed(trouble));
    }
  }

  const option = () => ({
    tooltip: { formatter: ({ data }) => data.value ?? data.name },
    series: [{
      type: 'graph', layout: 'force', roam: true, draggable: true, force: { repulsion: 220, edgeLength: 90, layoutAnimation: false }, edgeSymbol: ['none', 'arrow'], edgeSymbolSize: 7,
      label: { show: true, position: 'right', width: 150, overflow: 'truncate' }, edgeLabel: { show: links.size < 25, formatter: ({ data }) => data.value, fontSize: 11 },
      data: [...nodes.values()].map(node => ({ id: node.id, name: node.id, label: { formatter: node.name }, symbolSize: node.symbolSize, category: 0 })), links: [...links.values()],
    }],
  });
  const drawing = chart(option, t('neighbours') + ': ' + name, { height: '24rem' });
  put(place, drawing, told);
  const made = await drawing.ready;
  let clicked;
  made.on('click', ({ dataType, data }) => {
    if (dataType !== 'node') return;
    clearTimeout(clicked);
    clicked = setTimeout(async () => {
      await grow(data.id);
      drawing.redraw();
    }, 220);
  });
  made.on('dblclick', ({ dataType, data }) => {
    clearTimeout(clicked);
    if (dataType === 'node') location.href = address(pageOf(data.id), { lang: language() });
  });
}

const main = document.querySelector('main[data-iri]');
if (main) {
  main.querySelectorAll('th a[href$="ns#rule"]').forEach(head => {
    const told = head.closest('tr').querySelector('td');
    if (told && !told.children.length) put(told, rule(told.textContent));
  });
  const place = el('div', {});
  const button = el('button', { type: 'button', class: 'plain', onclick: () => {
    button.remove();
    start(place, main.dataset.iri, document.querySelector('h1').textContent).catch(trouble => put(place, failed(trouble)));
  } }, t('neighbours'));
  main.append(el('section', { class: 'neighbours' }, el('h2', {}, t('neighbours')), button, place));
}
