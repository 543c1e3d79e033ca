// What became of a page that was tried: its text with all that was read marked, the facts beside it, and what was
// repaired, left out, and made of it as a graph.
import { el, pageOf, put } from './dom.js';
import { address } from './api.js';
import { bounded, code, factLine, TYPES } from './fact-line.js';
import { markedText, walkable } from './marked-text.js';
import { reason, rule } from './reading-words.js';
import { failed, nothing } from './state.js';
import { table } from './table.js';
import { language, t, words } from './words.js';

words({
  cleaned: ['清理后的正文', 'The text as cleaned'], facts: ['读出的事实', 'What it states'], factCount: ['事实', 'facts'], nameCount: ['名称', 'names'], numberCount: ['数值与时间', 'numbers and times'], repairCount: ['处修复', 'repairs'], leftOut: ['不采信的读法', 'readings not believed'],
  org: ['机构', 'organisation'], place: ['地点', 'place'], person: ['人物', 'person'], value: ['数值', 'number'], time: ['时间', 'time'], fact: ['事实所据', 'states a fact'], doubtful: ['不采信', 'not believed'], lost: ['〓 缺失的字', '〓 lost character'],
  walk: ['方向键逐处移动，回车跳到对应的事实。', 'Arrow keys go from mark to mark, Enter to the fact.'],
  noFacts: ['这篇文章没有读出事实。', 'No fact was read in this article.'], known: ['对应', 'is'], within: ['位于', 'lies in'], unknown: ['未对应到已知事物', 'not a known thing'], byNameOnly: ['仅凭名称识别', 'known by its name only'], ambiguous: ['可能是', 'may be'],
  inferredMark: ['推断：{what}', 'inferred: {what}'], confidenceOf: ['置信度 {c}', 'confidence {c}'], rule_: ['规则', 'rule'], onPage: ['页面原字', 'On the page'], doubt: ['存疑', 'doubt'],
  repaired: ['修复了什么', 'What was repaired'], noRepairs: ['没有需要修复的字符。', 'No character had to be repaired.'], kind: ['类型', 'Kind'], raw: ['页面原字', 'On the page'], becomes: ['改为', 'Becomes'], dropped: ['（删去）', '(dropped)'], times: ['次数', 'Times'], firstAt: ['首见于第几字', 'First at character'],
  discarded: ['未采用的内容及原因', 'What was left out, and why'], noneDiscarded: ['没有不采信的读法。', 'No reading was doubted.'], unused: ['读出但不属于任何事实的数值', 'Numbers that no fact uses'], surroundings: ['页面共 {page} 字，正文 {text} 字；其余是标签、导航、声明一类，不读。', 'The page has {page} characters, the article {text}; the rest, markup and what surrounds an article, is not read.'],
  picture: ['关系图', 'As a picture'], noPicture: ['没有可画的关系，或者多得看不清。', 'There are no relations to draw, or too many to see any.'],
  graph: ['成为的图', 'The graph it becomes'], copy: ['复制', 'Copy'], copied: ['已复制', 'Copied'], notCopied: ['浏览器不允许复制，请自行选取。', 'The browser does not allow it: select the text yourself.'], turtle: ['Turtle（事实与依据）', 'Turtle (facts and evidence)'], flat: ['扁平 JSON', 'Flat JSON'],
  published_: ['发布', 'published'], publisher_: ['发布单位', 'publisher'], source_: ['来源', 'source'], authors_: ['作者', 'authors'], editors_: ['编辑', 'editors'], charset_: ['编码', 'charset'], traditional_: ['繁体，已转简体', 'traditional characters, simplified'],
});

const NOTHING = new Set();
const KINDS = { ORG: 'org', PLACE: 'place', PERSON: 'person' };

/** @param page an answer of /try with outcome READ */
export function tried(page) {
  const links = new Links(page);
  return [head(page), el('div', { class: 'columns read' }, links.text(), links.facts()), repairs(page), leftOut(page, links), graph(page)];
}

function head({ article, text, facts, names, quantities, repairs: made, discarded }) {
  const told = [['published_', [article.published, article.publishedTime].filter(Boolean).join(' ')], ['publisher_', article.publisher], ['source_', article.source],
    ['authors_', article.authors.join('、')], ['editors_', article.editors.join('、')], ['charset_', [article.charset, article.charsetRemark].filter(Boolean).join('; ')]];
  return el('section', {},
    el('h2', { tabindex: '-1', id: 'result' }, article.title ?? text.split('\n')[0]),
    el('p', { class: 'soft' }, told.filter(([, value]) => value).map(([word, value]) => t(word) + ' ' + value).join(' · '), article.traditional ? ' · ' + t('traditional_') : null),
    el('ul', { class: 'figures' }, [[facts.length, 'factCount'], [names.length, 'nameCount'], [quantities.length, 'numberCount'], [made.length, 'repairCount'], [discarded.length, 'leftOut']]
      .map(([count, word]) => el('li', {}, el('strong', {}, count), t(word)))));
}

/** The text and the facts, each of which lights up what belongs to the other. */
class Links {
  constructor(page) {
    this.page = page;
    this.items = new Map();
    this.lit = NOTHING;
    this.owners = new Map(page.facts.filter(fact => fact.id).map(fact => [fact.id, fact.name]));
    this.told = el('p', { class: 'soft under', role: 'status' }, t('walk'));
  }

  text() {
    const { page } = this;
    const all = (things, kind) => things.flatMap(of => of.words.map(({ start, end }) => ({ start, end, kind: typeof kind === 'string' ? kind : kind(of), of })));
    const lost = Array.from(page.text).flatMap((c, i) => c === '〓' ? [{ start: i, end: i + 1, kind: 'lost', of: { lost: true } }] : []);
    this.marked = markedText(page.text, [...all(page.facts, 'fact'), ...all(page.discarded, 'doubtful'), ...all(page.names, name => KINDS[name.kind] ?? 'org'),
      ...all(page.quantities, one => one.kind === 'PERIOD' || one.kind === 'OCCASION' ? 'time' : 'value'), ...lost]);
    const { node, pieces } = this.marked;
    this.pieces = new Map(pieces.map(piece => [piece.node, piece]));
    walkable(this.marked);
    const look = event => {
      const piece = this.pieces.get(event.target);
      this.light(piece ? piece.of : NOTHING);
      put(this.told, piece ? this.about(piece.of) : t('walk'));
      if (piece) this.showFact(piece.of);
    };
    node.addEventListener('pointerover', look);
    node.addEventListener('focusin', look);
    node.addEventListener('pointerleave', () => [...this.pieces.values()].some(piece => piece.of === this.lit) && this.light(NOTHING));
    node.addEventListener('click', event => this.goToFact(event.target));
    node.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        this.goToFact(event.target);
      }
    });
    return el('section', { class: 'cleaned', lang: 'zh-Hans' }, el('h2', { lang: language() === 'zh' ? null : 'en' }, t('cleaned')), legend(), node, this.told);
  }

  facts() {
    const byType = Map.groupBy(this.page.facts, fact => fact.type);
    const groups = TYPES.filter(type => byType.has(type)).map(type => [el('h3', {}, code('type', type), ' ', el('small', {}, byType.get(type).length)),
      el('ul', { class: 'facts' }, byType.get(type).map(fact => this.item(fact, [factLine(fact, id => this.owners.get(id) ?? id)])))]);
    const names = el('details', {}, el('summary', {}, code('type', 'NAME'), ' ', el('small', {}, this.page.names.length)),
      el('ul', { class: 'facts' }, this.page.names.map(name => this.item(name, [el('strong', {}, name.name), ' ', el('small', {}, code('name', name.kind))], link(name.link)))));
    this.list = el('section', { class: 'stated' }, el('h2', {}, t('facts')), groups.length ? groups : nothing(t('noFacts')), this.page.names.length ? names : null);
    return this.list;
  }

  /** Of a thing that stands in the text: by pointer or focus its words are lit; Enter goes to them. */
  item(thing, line, more = null) {
    const repaired = (thing.words ?? []).filter(one => one.exact && one.repairs?.length);
    const button = el('div', { class: 'fact-line', role: 'button', tabindex: '0' }, line);
    const node = el('li', {}, button,
      el('div', { class: 'why' }, more,
        thing.confidence === undefined ? null : el('span', {}, t('confidenceOf', { c: thing.confidence.toFixed(2) })),
        thing.inferred?.length ? el('span', { class: 'badge' }, t('inferredMark', { what: [...new Set(thing.inferred.map(one => code('inferred', one)))].join('、') })) : null,
        thing.rule ? el('span', {}, t('rule_'), language() === 'zh' ? '：' : ' ', rule(thing.rule)) : null,
        (thing.doubts ?? []).map(doubt => el('span', { class: 'badge warn' }, t('doubt'), language() === 'zh' ? '：' : ': ', reason(doubt))),
        thing.reason ? reason(thing.reason) : null, thing.unused ? reason(thing.unused) : null),
      repaired.slice(0, 3).map(one => el('div', { class: 'original' }, el('small', {}, t('onPage') + ' (' + one.repairs.map(kind => code('repairKind', kind)).join('、') + ')'), ' ', el('span', { class: 'exact' }, one.exact))));
    const mine = new Set([thing]);
    const on = () => this.lit === mine || this.light(mine);
    // What somebody else has lit in the meantime stays: the list may have been moved from below the pointer.
    const off = () => this.lit === mine && this.light(NOTHING);
    // Not when it enters: a list that is moved below a pointer at rest asks for nothing.
    node.addEventListener('pointermove', on);
    node.addEventListener('pointerleave', off);
    button.addEventListener('focus', on);
    button.addEventListener('blur', off);
    const go = () => this.goToText(thing);
    button.addEventListener('click', go);
    button.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        go();
      }
    });
    this.items.set(thing, { node, button });
    return node;
  }

  light(things) {
    this.lit = things;
    for (const { node, of } of this.marked.pieces) node.classList.toggle('on', [...of].some(one => things.has(one)));
    for (const [thing, { node }] of this.items) node.classList.toggle('on', things.has(thing));
  }

  /** The list of facts is moved, never the page. */
  showFact(things) {
    const first = [...things].map(thing => this.items.get(thing)?.node).find(node => node?.offsetParent);
    if (first && this.list.scrollHeight > this.list.clientHeight && this.list.contains(first)) {
      this.list.scrollTo({ top: first.offsetTop - this.list.offsetTop - this.list.clientHeight / 3, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    }
  }

  goToFact(target) {
    const piece = this.pieces.get(target);
    const found = piece && [...piece.of].map(thing => this.items.get(thing)).find(Boolean);
    if (!found) return;
    found.node.closest('details')?.setAttribute('open', '');
    found.button.focus();
  }

  goToText(thing) {
    this.marked.pieces.find(piece => piece.of.has(thing))?.node.focus();
    this.light(new Set([thing]));
  }

  /** In a line, what a piece of the text is. */
  about(things) {
    const facts = [...things].filter(thing => thing.type).length;
    return [...things].flatMap(thing => thing.type ? [] : thing.lost ? [t('lost')] : thing.reason ? [[t('doubtful'), language() === 'zh' ? '：' : ': ', reason(thing.reason)]]
      : thing.link ? [[thing.name, ' (' + code('name', thing.kind) + ') ', link(thing.link)]] : [quantity(thing), ...thing.unused ? [reason(thing.unused)] : []])
      .concat(facts ? [facts + ' ' + t('factCount')] : []).flatMap((part, i) => i ? [' · ', part] : [part]);
  }
}

function legend() {
  return el('ul', { class: 'legend', lang: language() === 'zh' ? null : 'en' }, ['org', 'place', 'person', 'value', 'time', 'fact', 'doubtful', 'lost'].map(kind => el('li', {}, el('span', { class: 'stretch ' + kind }, t(kind)))));
}

function link(told) {
  // Nothing more is known of it, and perhaps nothing is stored: there is no page to go to.
  if (told.outcome === 'LINKED' && told.byNameOnly) return el('span', { class: 'soft' }, t('byNameOnly'));
  if (told.outcome === 'LINKED') return el('span', {}, t('known') + ' ', thing(told));
  if (told.outcome === 'AMBIGUOUS' && told.candidates.length) return el('span', {}, t('ambiguous') + ' ', told.candidates.slice(0, 4).map((one, i) => [i ? '、' : '', thing(one)]));
  if (told.outcome === 'WITHIN') return el('span', {}, t('within') + ' ', thing(told));
  return el('span', { class: 'soft' }, t('unknown'));
}

function thing({ iri, name }) {
  return el('a', { href: address(pageOf(iri), { lang: language() }) }, name);
}

function quantity(one) {
  return el('span', {}, code('quantity', one.kind), ' ', one.notation ?? bounded(one.value, one.unit, one.bound));
}

function repairs(page) {
  const groups = [...Map.groupBy(page.repairs, one => [one.kind, one.exact, one.restored].join('\u0000')).values()]
    .map(same => ({ kind: code('repairKind', same[0].kind), exact: same[0].exact, restored: same[0].restored || t('dropped'), times: same.length, at: same[0].page.start }))
    .sort((a, b) => b.times - a.times || a.at - b.at);
  return el('section', {}, el('h2', {}, t('repaired')), groups.length ? table(groups, [
    { name: 'kind', label: t('kind') }, { name: 'exact', label: t('raw'), shown: row => el('code', {}, row.exact) }, { name: 'restored', label: t('becomes'), shown: row => el('code', {}, row.restored) },
    { name: 'times', label: t('times'), number: true }, { name: 'at', label: t('firstAt'), number: true },
  ], { caption: t('repaired') }) : nothing(t('noRepairs')));
}

function leftOut(page, links) {
  const unused = page.quantities.filter(one => !one.inFact);
  const characters = Array.from(page.text);
  const around = ({ start, end }) => el('span', { class: 'exact' }, '…', characters.slice(Math.max(0, start - 10), start).join(''), el('mark', {}, characters.slice(start, end).join('')), characters.slice(end, end + 10).join(''), '…');
  return el('section', {}, el('h2', {}, t('discarded')),
    el('p', { class: 'soft' }, t('surroundings', { page: page.article.pageCharacters, text: characters.length })),
    page.discarded.length ? el('ul', { class: 'facts' }, page.discarded.map(one => links.item(one, [one.text]))) : nothing(t('noneDiscarded')),
    unused.length ? [el('h3', {}, t('unused')), el('ul', { class: 'facts' }, unused.map(one => links.item(one, [quantity(one), ' ', around(one.words[0])])))] : null);
}

function graph(page) {
  return el('section', {}, el('h2', {}, t('graph')), el('p', {}, el('code', {}, page.graph)), drawing(page), text(t('turtle'), page.turtle, true), text(t('flat'), JSON.stringify(page.flat, null, 1)));
}

/** Drawn when it is opened: the library for it is large. */
function drawing(page) {
  const place = el('div', {});
  const node = el('details', { ontoggle: async () => {
    if (!node.open || place.hasChildNodes()) return;
    try {
      const { picture } = await import('./try-picture.js');
      const drawn = picture(page);
      put(place, drawn ?? nothing(t('noPicture')));
      await drawn?.ready;
    } catch (trouble) {
      put(place, failed(trouble));
    }
  } }, el('summary', {}, t('picture')), place);
  return node;
}

function text(label, content, open = false) {
  const said = el('span', { class: 'soft', role: 'status' });
  const shown = el('pre', { tabindex: '0', role: 'region', 'aria-label': label }, content);
  const copy = el('button', { type: 'button', class: 'plain', onclick: async () => {
    try {
      await navigator.clipboard.writeText(content);
      put(said, t('copied'));
    } catch {
      put(said, t('notCopied'));
      getSelection().selectAllChildren(shown);
    }
  } }, t('copy'));
  return el('details', { open }, el('summary', {}, label), el('p', { class: 'row' }, copy, said), shown);
}
