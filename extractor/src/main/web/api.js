// The interfaces that everybody has: /api, /suggest, /sparql.
import { language, t } from './words.js';

/** What a server said that went wrong (RFC 9457), or that it said nothing. */
export class Trouble extends Error {
  constructor(title, detail, status = 0) {
    super(detail);
    this.title = title;
    this.detail = detail;
    this.status = status;
  }
}

/** The address with these parameters; those that are empty are left out. */
export function address(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, value);
  }
  return query.size ? path + '?' + query : path;
}

/** A reply with a good status, or one of those that are an answer, too. */
export async function fetched(url, options = {}, answers = []) {
  let reply;
  try {
    reply = await fetch(url, options);
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Trouble(t('noAnswer'), t('noAnswerRemedy'));
  }
  if (!reply.ok && !answers.includes(reply.status)) {
    const text = await reply.text();
    let problem = {};
    try {
      problem = JSON.parse(text);
    } catch {
      problem.detail = text.slice(0, 500);
    }
    throw new Trouble(problem.title ?? String(reply.status), problem.detail ?? '', reply.status);
  }
  return reply;
}

export async function json(url, options) {
  return (await fetched(url, options)).json();
}

/** The address of a question's answer; format: json, csv, html, sparql. */
export function answer(question, parameters = {}, format = 'json') {
  return address('/api/' + question, { lang: language(), ...parameters, format });
}

/** Rows of a question of the library, as objects by column. */
export function ask(question, parameters = {}, options) {
  return json(answer(question, parameters), options);
}

let described;

/**
 * The questions of the library, by name: summary, question {zh, en}, topic, needsOne, parameters (name, kind, label
 * {zh, en}, choices, otherwise) and columns (name, zh, en).
 */
export function library() {
  described ??= json('/api/openapi.json').then(api => new Map(Object.entries(api.paths)
    .map(([path, { get }]) => [path.slice('/api/'.length), question(path.slice('/api/'.length), get)])));
  return described;
}

function question(name, get) {
  const columns = get.responses[200].content['application/json'].schema.items.properties;
  return {
    name, topic: name.split('/')[0], summary: get.summary, question: get['x-question'], needsOne: get['x-needs-one'],
    tags: get.tags,
    parameters: get.parameters.filter(parameter => parameter.name).map(parameter => {
      const [en, zh] = parameter.description.split('\n');
      return {
        name: parameter.name, kind: parameter['x-kind'], required: parameter.required, label: { en, zh: zh ?? en },
        choices: parameter.schema.enum ?? [], otherwise: parameter.schema.default ?? '',
      };
    }),
    columns: Object.entries(columns).map(([column, { title, description }]) => ({ name: column, en: title, zh: description })),
  };
}

/** Names that begin with, or hold, what is typed: id, name, matched, kind, label {zh, en}, region. */
export async function suggest(prefix, kind, options) {
  return (await json(address('/suggest', { prefix, kind, limit: 8 }), options)).suggestions;
}

/** Rows of a SELECT query, as objects of {type, value, …} by variable. */
export async function sparql(query, options = {}) {
  const reply = await fetched('/sparql', {
    ...options, method: 'POST',
    headers: { 'Content-Type': 'application/sparql-query', Accept: 'application/sparql-results+json' }, body: query,
  });
  return (await reply.json()).results.bindings;
}
