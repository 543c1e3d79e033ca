// Which indicator a question begins with, where the usual one has no figures that it can show.
import { ask } from './api.js';

/** Each is a question of its own to the server. */
const MOST_TRIED = 5;

/**
 * Of a question that has a usual indicator: the one to ask for in its place, which has rows; null where the usual one has
 * some, or none has.
 */
export async function mostReported(question, given) {
  const usual = question.parameters.find(parameter => parameter.name === 'indicator')?.otherwise;
  if (!usual || (await ask(question.name, given)).length) return null;
  for (const indicator of candidates(usual, await ask('indicators/coverage', { lang: 'zh' }))) {
    if ((await ask(question.name, { ...given, indicator })).length) return indicator;
  }
  return null;
}

/** Of rows of indicators/coverage those that most regions are reported for, without the usual one. */
export function candidates(usual, rows) {
  return rows.filter(row => row.indicator !== usual).sort((a, b) => b.subjects - a.subjects || b.figures - a.figures)
    .slice(0, MOST_TRIED).map(row => row.indicator);
}
