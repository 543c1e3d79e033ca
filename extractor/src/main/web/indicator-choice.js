// Which indicator a question begins with, where the usual one has no figures in this store.
import { ask } from './api.js';

/** Of a question that has a usual indicator: the one to ask for in its place; null where the usual one has figures. */
export async function mostReported(question) {
  const usual = question.parameters.find(parameter => parameter.name === 'indicator')?.otherwise;
  return usual ? instead(usual, await ask('indicators/coverage', { lang: 'zh' })) : null;
}

/** Of rows of indicators/coverage the one that most regions are reported for, unless the usual one is among them. */
export function instead(usual, rows) {
  if (!rows.length || rows.some(row => row.indicator === usual)) return null;
  return rows.reduce((a, b) => b.subjects > a.subjects ? b : a).indicator;
}
