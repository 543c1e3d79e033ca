// What is in the graph, where, and a box to search it.
import { el, put } from './dom.js';
import { ask } from './api.js';
import { large, number, plain } from './format.js';
import { ends } from './period.js';
import { mapAddress, provinceMap } from './province-map.js';
import { searchBox } from './search-box.js';
import { nothing, section } from './state.js';
import { classes, PROVINCES } from './tiles.js';
import { language, t, words } from './words.js';

words({
  lead: ['中国区域经济新闻说了什么', 'What Chinese regional-economy news state'],
  articles: ['文章', 'articles'], events: ['事件', 'events'], projects: ['项目', 'projects'], figures: ['统计值', 'figures'],
  amounts: ['金额', 'amounts of money'], regions: ['提到的地区', 'regions named'], published: ['发布时间', 'published'],
  map: ['各省份', 'Provinces'], measure: ['着色依据', 'Coloured by'], period: ['时期', 'Period'], indicator: ['指标', 'Indicator'],
  ofInvestment: ['点名项目的总投资（人民币）', 'Total investment of the projects named (yuan)'],
  ofSigned: ['其中已签约', '… of these signed'], ofGrowth: ['指标增速', 'Growth of an indicator'],
  ofLevel: ['指标数值', 'Level of an indicator'],
  mapEmpty: ['“{measure}”没有可着色的省份，请换一个着色依据。', 'No province has a value of “{measure}”: colour by something else.'],
  noData: ['无数据', 'no data'], notPlaced: ['未能定位到省份的不在图中。', 'What lies in no one province is not on the map.'],
  investmentNote: ['同名项目只计一次；总额不一的、分期的不计入；活动公布的总额不含在内。', 'Projects of one name count once; those with differing totals, and phases of others, are left out; so are totals announced by events.'],
  roughNote: ['≈ 其中有约数或“以上”等金额。', '≈ some of the amounts are not exact (about, over …).'],
  mentionNote: ['按文章所述计数，同一事件被两篇报道则计两次。', 'Counted as stated: what two articles tell counts twice.'],
  indicatorNote: ['仅限文章报道的省级数值；说法不一的取区间，不着色。', 'Only figures of provinces that articles report; where they disagree, the province is not coloured.'],
  askFirst: ['常看的问题', 'Where to begin'],
  askSigned: ['各次活动签约、宣布了多少投资', 'How much investment events announced'],
  askGrowth: ['哪个地区增长最快', 'Which region grew fastest'],
  askConflicts: ['哪些数字互相矛盾', 'Which figures disagree'],
  askOfficial: ['新闻数字与官方统计是否一致', 'News against official statistics'],
  askLargest: ['最大的项目', 'The largest projects'], askReview: ['有待核对的事实', 'Facts to be reviewed'],
});

const FIRST = [['projects/signed-totals', 'askSigned'], ['indicators/ranking', 'askGrowth'], ['indicators/conflicts', 'askConflicts'],
  ['official/against-news', 'askOfficial'], ['projects/largest', 'askLargest'], ['review/list', 'askReview']];

export async function show(main) {
  put(main, el('h1', {}, t('lead')), searchBox(), section(null, summary),
    el('div', { class: 'columns' }, section(t('map'), map),
      el('section', {}, el('h2', {}, t('askFirst')), el('ul', { class: 'plainly' }, FIRST.map(([name, word]) =>
        el('li', {}, el('a', { href: '/questions/' + name }, t(word))))))));
}

async function summary() {
  const [all] = await ask('coverage/summary');
  const figure = name => el('li', {}, el('strong', {}, plain(all[name])), t(name));
  return el('ul', { class: 'figures' }, ['articles', 'events', 'projects', 'figures', 'amounts', 'regions'].map(figure),
    all.first ? el('li', {}, el('strong', {}, years(all)), t('published')) : null);
}

/** The span of the days of publication, as short as it can be. */
function years({ first, last }) {
  return first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 7) + '–' + last.slice(5, 7) : first.slice(0, 4) + '–' + last.slice(0, 4);
}

/** By the name of a measure: the value of each province by its Chinese name, what unit it has, what to know of it. */
const MEASURES = {
  ofInvestment: () => investment({}),
  ofSigned: () => investment({ phase: 'SIGNED' }),
  events: () => counted('events'), projects: () => counted('projects'), figures: () => counted('figures'), articles: () => counted('articles'),
  ofGrowth: asked => ofIndicator('GY', asked), ofLevel: asked => ofIndicator('N', asked),
};

async function investment(parameters) {
  const rows = await ask('projects/investment', { ...parameters, by: 'region', level: 'province', currency: 'CNY', lang: 'zh' });
  const provinces = new Set(PROVINCES.map(province => province.name));
  const shown = rows.filter(row => row.projects > 0 && provinces.has(row.row));
  return {
    values: new Map(shown.map(row => [row.row, row.total])), unit: 'CNY', note: t('investmentNote'),
    rough: new Set(shown.filter(row => row.notExact).map(row => row.row)),
  };
}

async function counted(column) {
  const rows = await ask('coverage/regions', { level: 'province' });
  const names = new Map(PROVINCES.map(province => [province.code, province.name]));
  return { values: new Map(rows.filter(row => row[column] > 0).map(row => [names.get(row.code), row[column]])), unit: '', note: t('mentionNote') };
}

/** Growth or level of one indicator in one period, of provinces for which reports do not differ. */
async function ofIndicator(measure, asked) {
  const indicators = (await ask('indicators/coverage')).sort((a, b) => b.figures - a.figures).map(row => row.indicator).slice(0, 60);
  const indicator = asked.indicator && indicators.includes(asked.indicator) ? asked.indicator : indicators[0];
  const rows = indicator ? (await ask('indicators/ranking', { indicator, measure, lang: 'zh' })).filter(row => row.level === 'province' && typeof row.value === 'number') : [];
  const periods = [...new Set(rows.map(row => row.period))].sort((a, b) => ends(b).localeCompare(ends(a)));
  const period = periods.includes(asked.period) ? asked.period : periods[0];
  const shown = rows.filter(row => row.period === period);
  // One unit at a time: the one that most rows have.
  const [unit] = [...Map.groupBy(shown, row => row.unit)].sort((a, b) => b[1].length - a[1].length)[0] ?? [''];
  return {
    values: new Map(shown.filter(row => row.unit === unit).map(row => [row.subject, row.value])), unit, note: t('indicatorNote'),
    choices: { indicator: [indicators, indicator], period: [periods, period] },
  };
}

function map() {
  const asked = Object.fromEntries(new URLSearchParams(location.search));
  const body = el('div', {});
  const more = el('span', { class: 'row' });
  const select = el('select', { onchange: () => draw({ measure: select.value }) },
    Object.keys(MEASURES).map(name => el('option', { value: name, selected: name === asked.measure }, t(name))));

  function draw(now) {
    const address = new URL(location.href);
    for (const name of ['measure', 'indicator', 'period']) {
      if (now[name]) address.searchParams.set(name, now[name]);
      else address.searchParams.delete(name);
    }
    history.replaceState(null, '', address);
    put(body, section(null, async () => {
      const found = await MEASURES[select.value](now);
      put(more, Object.entries(found.choices ?? {}).map(([name, [all, chosen]]) => el('label', {}, t(name),
        el('select', { onchange: event => draw({ ...now, measure: select.value, [name]: event.target.value }) },
          all.map(one => el('option', { value: one, selected: one === chosen }, one))))));
      return tiles(found, t(select.value));
    }));
  }

  draw(asked);
  return [el('div', { class: 'row' }, el('label', {}, t('measure'), select), more), body];
}

async function tiles({ values, unit, note, rough = new Set() }, name) {
  const steps = classes(values.values());
  const step = value => steps.find(({ least, most }) => value >= least && value <= most)?.step ?? 0;
  const tile = province => {
    const value = values.get(province.name);
    const name = language() === 'zh' ? province.short : province.en;
    const node = el('a', {
      href: '/region/' + province.code, class: 'step' + (value === undefined ? 0 : step(value)),
      'aria-label': name + ': ' + (value === undefined ? t('noData') : number(value, unit).textContent),
      title: name + ' ' + (value === undefined ? t('noData') : number(value, unit).textContent),
    }, language() === 'zh' ? name : province.letters, value === undefined ? null : el('small', {}, (rough.has(province.name) ? '≈' : '') + large(value)));
    node.style.gridColumn = province.column;
    node.style.gridRow = province.row;
    return node;
  };
  const grid = el('div', { class: 'tiles' }, PROVINCES.map(tile));
  grid.style.setProperty('--tiles-wide', 9);
  const drawn = mapAddress() ? await provinceMap({ values, unit }, step, t('map')) : null;
  return [values.size ? null : nothing(t('mapEmpty', { measure: name })), drawn, grid,
    el('ul', { class: 'legend' }, steps.map(({ least, most, step: n }) => el('li', {}, el('i', { class: 'step' + n }),
      least === most ? number(least, unit) : [number(least, unit), ' – ', number(most, unit)])),
    el('li', {}, el('i', { class: 'step0' }), t('noData'))),
    el('p', { class: 'soft' }, note, ' ', rough.size ? t('roughNote') + ' ' : null, t('notPlaced'))];
}
