// Numbers as people of the two languages read them. The digits are those that were stated: nothing is rounded away
// without a sign (≈), and the whole number stands in the title of the element.
import { el } from './dom.js';
import { language } from './words.js';

const CURRENCY = { CNY: ['元', 'CNY'], USD: ['美元', 'USD'], EUR: ['欧元', 'EUR'], HKD: ['港元', 'HKD'], JPY: ['日元', 'JPY'], KRW: ['韩元', 'KRW'] };
const BIG_ZH = [[1e12, '万亿'], [1e8, '亿'], [1e4, '万']];
const BIG_EN = [[1e12, ' trillion'], [1e9, ' billion'], [1e6, ' million']];

/** 41200000000 → 412亿, 41.2 billion; at most four digits behind the point, else ≈. */
export function large(value) {
  const big = language() === 'zh' ? BIG_ZH : BIG_EN;
  const [unit, word] = big.find(([size]) => Math.abs(value) >= size) ?? [1, ''];
  const exact = value / unit;
  const shown = Number(exact.toFixed(4));
  return (Math.abs(shown * unit - value) > Math.abs(value) * 1e-12 ? '≈' : '') + plain(shown) + word;
}

export function plain(value) {
  return typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 10 }) : String(value ?? '');
}

/** Whether a label of a unit means per cent. */
export function isPercent(unit) {
  return ['百分比', 'per cent', 'percent'].includes(unit);
}

/** Whether it is the code of a currency that has a name here. */
export function isCurrency(unit) {
  return Object.hasOwn(CURRENCY, unit ?? '');
}

/** A value with its unit: money by its currency, % beside the number, other units behind it. */
export function quantity(value, unit) {
  if (typeof value !== 'number') return String(value ?? '');
  if (CURRENCY[unit]) {
    const [zh, en] = CURRENCY[unit];
    return language() === 'zh' ? large(value) + zh : en + ' ' + large(value);
  }
  if (isPercent(unit)) return plain(value) + '%';
  if (unit === '位次' || unit === 'place in an order') return language() === 'zh' ? `第${plain(value)}位` : '#' + plain(value);
  return (Math.abs(value) >= 1e4 ? large(value) : plain(value)) + (unit ? (language() === 'zh' ? '' : ' ') + unit : '');
}

/** As an element, with all digits in its title. */
export function number(value, unit) {
  return el('span', { class: 'number', title: plain(value) + (unit ? ' ' + unit : '') }, quantity(value, unit));
}
