// Provinces with the borders that the server was given: none are shipped.
import { json } from './api.js';
import { chart } from './chart.js';
import { number } from './format.js';
import { PROVINCES } from './tiles.js';

let borders;

/** The address of the borders; none where the server has none. */
export function mapAddress() {
  return document.documentElement.dataset.map;
}

function provinceOf({ adcode, name }) {
  return PROVINCES.find(province => province.code === String(adcode) || province.name === name || province.short === name);
}

/** A drawing of values by the Chinese names of provinces; steps are the classes of the tiles. */
export async function provinceMap({ values, unit }, stepOf, label) {
  borders ??= json(mapAddress());
  const shapes = await borders;
  // Shapes are found by the name in their properties, so each gets its province's; what is no province keeps its own.
  const known = { ...shapes, features: shapes.features.map(feature =>
    ({ ...feature, properties: { ...feature.properties, name: provinceOf(feature.properties)?.name ?? feature.properties.name ?? '' } })) };
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const drawing = chart(() => {
    window.echarts.registerMap('provinces', known);
    return {
      tooltip: { formatter: ({ name }) => name + ' ' + (values.has(name) ? number(values.get(name), unit).textContent : '–') },
      series: [{
        type: 'map', map: 'provinces', roam: false, label: { show: false }, selectedMode: false,
        itemStyle: { areaColor: colour('--s0'), borderColor: colour('--soft') }, emphasis: { label: { show: false }, itemStyle: { areaColor: colour('--mark') } },
        data: [...values].map(([name, value]) => ({ name, value, itemStyle: { areaColor: colour('--s' + stepOf(value)) } })),
      }],
    };
  }, label, { height: '30rem' });
  drawing.ready.then(made => made.on('click', ({ name }) => {
    const province = PROVINCES.find(one => one.name === name);
    if (province) location.href = '/region/' + province.code;
  }));
  return drawing;
}
