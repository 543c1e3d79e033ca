// Charts, by ECharts, which is fetched when the first one is shown. Each has its data as a table beside it, so the
// drawing itself is hidden from screen readers but for its name.
import { el, put } from './dom.js';
import { failed } from './state.js';

let fetching;

function library() {
  fetching ??= new Promise((done, fail) => {
    document.head.append(el('script', { src: '/assets/echarts.js', onload: () => done(window.echarts), onerror: () => fail(new Error('/assets/echarts.js')) }));
  });
  return fetching;
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Series are told apart by colour and by the shape of their points. */
const SHAPES = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'];

function dressed(option) {
  const ink = colour('--ink');
  const soft = colour('--soft');
  const line = colour('--line');
  const axis = { axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, axisLabel: { color: soft }, splitLine: { lineStyle: { color: line } }, nameTextStyle: { color: soft } };
  const axes = given => given && [given].flat().map(one => ({ ...axis, ...one, axisLabel: { ...axis.axisLabel, ...one.axisLabel } }));
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 300,
    color: [1, 2, 3, 4, 5, 6].map(n => colour('--c' + n)),
    textStyle: { color: ink, fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
    ...option, rows: undefined, holes: undefined,
    // As drawn text, not HTML: what a page says is never markup.
    tooltip: { renderMode: 'richText', confine: true, backgroundColor: colour('--ground'), borderColor: line, textStyle: { color: ink }, ...option.tooltip },
    legend: option.legend === undefined ? undefined : { type: 'scroll', textStyle: { color: ink }, pageTextStyle: { color: soft }, ...option.legend },
    xAxis: axes(option.xAxis), yAxis: axes(option.yAxis),
    series: option.series.map((series, i) => series.type === 'line' ? { symbol: SHAPES[i % SHAPES.length], symbolSize: 8, showAllSymbol: true, connectNulls: false, ...series } : series),
  };
}

/**
 * A chart that follows the size of its place and the colours of the page.
 *
 * @param option of ECharts, or a function that gives it: asked again when the colours change
 * @param name   what it shows, for who cannot see it
 * @return the element; its property ready is a promise of the ECharts object, redraw asks for the option again
 */
export function chart(option, name, { height = '20rem' } = {}) {
  const node = el('div', { class: 'chart', role: 'img', 'aria-label': name, 'aria-busy': 'true' });
  node.style.height = height;
  node.ready = library().then(async echarts => {
    await new Promise(requestAnimationFrame);
    const made = echarts.init(node, null, { renderer: 'svg' });
    const draw = () => made.setOption(dressed(typeof option === 'function' ? option() : option), true);
    node.redraw = draw;
    draw();
    node.removeAttribute('aria-busy');
    new ResizeObserver(() => made.resize()).observe(node);
    ['(prefers-color-scheme: dark)', 'print'].forEach(media => matchMedia(media).addEventListener('change', draw));
    return made;
  });
  node.ready.catch(trouble => put(node, failed(trouble)).removeAttribute('aria-busy'));
  return node;
}
