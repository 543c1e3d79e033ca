// The graph of one article as a small picture: events, projects, who and where. Numbers stand in no label, where another
// mark might cover a digit; they are told of what is pointed at. All of it stands in the list of facts, too.
import { chart } from './chart.js';
import { code } from './fact-line.js';
import { quantity } from './format.js';
import { t, words } from './words.js';

words({
  pictureOf: ['事件、项目与名称的关系图', 'Events, projects and names, and how they belong together'],
  events_: ['事件', 'event'], projects_: ['项目', 'project'], party: ['合作', 'cooperates with'],
});

const KINDS = ['events_', 'projects_', 'org', 'place', 'person'];
const SHAPES = ['diamond', 'rect', 'circle', 'pin', 'triangle'];
const NAMES = { ORG: 'org', PLACE: 'place', PERSON: 'person' };
const MOST = 100;
const LONGEST = 14;

/** A chart; null where there are no relations, or too many to see any. */
export function picture(page) {
  const { nodes, edges } = relations(page);
  if (!edges.length || nodes.size > MOST) return null;
  const option = {
    grid: undefined, legend: { data: KINDS.map((kind, i) => ({ name: t(kind), icon: SHAPES[i] })) },
    tooltip: { formatter: ({ dataType, data }) => dataType === 'edge' ? data.said : [data.whole, ...data.values].join('\n') },
    series: [{
      type: 'graph', layout: 'force', roam: 'move', draggable: true, top: 48, bottom: 16, symbolSize: 14,
      force: { repulsion: 320, edgeLength: 60, gravity: 0.25, layoutAnimation: false }, labelLayout: { hideOverlap: true },
      categories: KINDS.map((kind, i) => ({ name: t(kind), symbol: SHAPES[i] })),
      data: [...nodes.values()], links: edges, edgeSymbol: ['none', 'arrow'], edgeSymbolSize: 6,
      label: { show: true, position: 'right', color: 'inherit', formatter: ({ data }) => data.shown },
    }],
  };
  return chart(option, t('pictureOf'), { height: '32rem' });
}

/** Every fact that ties two things: nodes by id, edges between them. */
function relations(page) {
  const kinds = new Map(page.names.map(name => [name.name, NAMES[name.kind] ?? 'org']));
  const nodes = new Map();
  const edges = [];
  const node = (id, kind, whole) => {
    // A name is not cut within a number.
    const shown = whole.length <= LONGEST ? whole : whole.slice(0, LONGEST).replace(/[\d.,%]+$/, '') + '…';
    if (!nodes.has(id)) nodes.set(id, { id, name: id, whole, shown, values: [], category: KINDS.indexOf(kind), symbol: SHAPES[KINDS.indexOf(kind)] });
    return id;
  };
  const named = (name, otherwise = 'org') => node('name ' + name, kinds.get(name) ?? otherwise, name);
  const tie = (source, target, said) => edges.push({ source, target, said });
  const value = (owner, parts) => nodes.get(owner)?.values.push(parts.filter(Boolean).join(' '));
  page.facts.filter(fact => fact.id).forEach(fact => node(fact.id, fact.type === 'EVENT' ? 'events_' : 'projects_', fact.name));
  for (const fact of page.facts) {
    if (fact.type === 'EVENT') {
      fact.places.forEach(place => tie(fact.id, named(place, 'place'), t('at_')));
      fact.participants.forEach(name => tie(fact.id, named(name), t('with_')));
      if (nodes.has(fact.parent)) tie(fact.id, fact.parent, t('partOf'));
    } else if (fact.type === 'PROJECT') {
      fact.places.forEach(place => tie(fact.id, named(place, 'place'), t('at_')));
      fact.investors.forEach(name => tie(fact.id, named(name), t('by_')));
      if (nodes.has(fact.event)) tie(fact.id, fact.event, t('toldIn'));
    } else if (fact.type === 'ROLE' && fact.organisation) {
      tie(named(fact.person, 'person'), named(fact.organisation), fact.title);
    } else if (fact.type === 'COOPERATION') {
      fact.parties.slice(1).forEach(party => tie(named(fact.parties[0]), named(party), t('party')));
    } else if (fact.type === 'AMOUNT') {
      value(fact.of, [code('amountRole', fact.role), bound(fact, fact.currency), status(fact)]);
    } else if (fact.type === 'COUNT') {
      value(fact.of, [fact.what, bound(fact, fact.unit), status(fact)]);
    } else if (fact.type === 'INDICATOR') {
      value(named(fact.region, 'place'), [fact.indicator, code('measure', fact.measure), bound(fact, code('unit', fact.unit)),
        fact.basis ? code('basis', fact.basis) : null, fact.period ?? t('noPeriod'), status(fact)]);
    }
  }
  return { nodes, edges };
}

function status(fact) {
  return fact.status === 'ACTUAL' ? null : '(' + code('status', fact.status) + ')';
}

/** As text: a number never without its bound. */
function bound(fact, unit) {
  const shown = quantity(fact.value, unit);
  if (fact.bound === 'EXACT') return shown;
  return fact.value < 0 && fact.bound !== 'ABOUT' ? t(fact.bound === 'OVER' ? 'fallOver' : 'fallUnder', { n: shown }) : t(fact.bound + '_', { n: shown });
}
