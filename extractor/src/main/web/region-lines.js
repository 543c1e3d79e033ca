// An indicator of a region over time, beside other regions.
import { el, put } from './dom.js';
import { ask } from './api.js';
import { number, quantity } from './format.js';
import { ends, windowOf } from './period.js';
import { PLAIN } from './region-figures.js';
import { searchBox } from './search-box.js';
import { failed, section } from './state.js';
import { table } from './table.js';
import { PROVINCES } from './tiles.js';
import { timeline } from './timeline.js';
import { language, t, words } from './words.js';

words({
  compareWith: ['加入对比地区', 'Compare with a region'],
  remove: ['移除 {name}', 'Remove {name}'],
  severalValues: ['有的时期报道数值不一，图中留空，见下方“说法不一的数字”。', 'Where reports differ for a period the chart has a gap; see the disagreeing figures below.'],
  oneValue: ['目前只有一个时期有数值。', 'There are values for a single period only.'],
});

export async function lines(region, asked) {
  const own = await ask('indicators/series', { region: region.key });
  const mine = own.filter(row => row.subject === region.zh || row.subject === region.name);
  if (!mine.length) return null;
  const kinds = [...new Set(mine.map(kindOf))].sort((a, b) => mine.filter(row => kindOf(row) === b).length - mine.filter(row => kindOf(row) === a).length || a.localeCompare(b, 'zh'));
  const select = el('select', { onchange: () => draw(select.value) }, kinds.map(kind => el('option', { value: kind, selected: kind === asked.get('line') }, kind.replaceAll('|', ' · '))));
  const others = (asked.get('compare') ?? '').split(',').filter(Boolean);
  const chips = el('span', {});
  const place = el('div', {});
  const box = searchBox({ kind: 'region', label: t('compareWith'), name: 'compare', chosen: ({ id, name }) => {
    const key = /\/region\/(\d{6})$/.exec(id)?.[1] ?? name;
    if (!others.includes(key)) others.push(key);
    remember();
    draw(select.value);
  } });

  function remember() {
    const now = new URL(location.href);
    now.searchParams.set('line', select.value);
    if (others.length) now.searchParams.set('compare', others.join(','));
    else now.searchParams.delete('compare');
    history.replaceState(null, '', now);
  }

  async function draw(kind) {
    if (asked.get('line') !== kind) remember();
    put(place, section(null, async () => {
      const [indicator] = kind.split('|');
      const rows = [...mine];
      put(chips, others.map(other => el('button', { type: 'button', class: 'plain', 'aria-label': t('remove', { name: called(other) }), onclick: () => {
        others.splice(others.indexOf(other), 1);
        remember();
        draw(kind);
      } }, called(other) + ' ✕')));
      for (const other of others) {
        const province = PROVINCES.find(one => one.code === other);
        const theirs = await ask('indicators/series', { region: other, indicator }).catch(trouble => {
          place.append(failed(trouble)); // The others are shown all the same.
          return [];
        });
        rows.push(...(province ? theirs.filter(row => [province.name, province.en].includes(row.subject)) : theirs));
      }
      const shown = rows.filter(row => kindOf(row) === kind);
      const sure = shown.filter(row => typeof row.value === 'number');
      const told = new Set(sure.map(row => row.period));
      const { times, labels, line } = timeline([...told]);
      const { chart } = await import('./chart.js');
      const series = [...Map.groupBy(sure, row => row.subject)].map(([subject, values]) => ({
        type: 'line', name: subject, data: line([...Map.groupBy(values, row => row.period)].map(([time, [row]]) => [time, row.value])),
      }));
      const unit = sure[0]?.unit ?? '';
      return [
        told.size > 1 ? chart(() => ({ legend: {}, tooltip: { trigger: 'axis', valueFormatter: value => value === undefined || value === null ? '–' : quantity(value, unit) },
          xAxis: { type: 'category', data: times, axisLabel: labels }, yAxis: { type: 'value', axisLabel: { formatter: value => quantity(value, unit) } }, series }), region.name + ' ' + kind.replaceAll('|', ' ')) : null,
        told.size === 1 ? el('p', { class: 'soft' }, t('oneValue')) : null,
        series.some(one => one.data.some(([, value]) => value === null)) ? el('p', { class: 'soft' }, t('holes')) : null,
        shown.length > sure.length ? el('p', { class: 'soft' }, t('severalValues')) : null,
        table(sure, [{ name: 'subject', label: t('subject') }, { name: 'period', label: t('period'), value: row => ends(row.period) }, { name: 'value', label: t('value'), number: true, shown: row => number(row.value, row.unit) }, { name: 'status', label: t('status') }], { filter: false }),
      ];
    }));
  }

  draw(select.value);
  return [el('div', { class: 'row' }, el('label', {}, t('indicator'), select), el('label', {}, t('compareWith'), box), chips), place];
}

/** A province by its short name, what else by the name it was asked for with. */
function called(key) {
  const province = PROVINCES.find(one => one.code === key);
  return province ? language() === 'zh' ? province.short : province.en : key;
}

/** What can stand in one line: one indicator, measured in one way, of periods of one kind; what is aimed at by itself. */
function kindOf(row) {
  const actual = ['已实现', 'actual'].includes(row.status);
  return [row.indicator, row.measure, row.base, row.unit, windowOf(row.period, PLAIN.includes(row.measure)), actual ? '' : row.status].filter(Boolean).join('|');
}
