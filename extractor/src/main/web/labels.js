// What the codes of parameters are called.
import { sparql } from './api.js';
import { language, ours } from './words.js';

/** Choices that no code list holds, by the names of their parameters. */
const CHOICES = {
  level: { province: ['省级', 'provinces'], city: ['地级', 'prefectures'], county: ['县级', 'counties'], national: ['国家级', 'national'], local: ['地方级', 'local'] },
  by: { region: ['地区', 'region'], phase: ['阶段', 'phase'], year: ['年份', 'year'], all: ['全部', 'all'] },
  verdict: { agrees: ['一致', 'agrees'], differs: ['不一致', 'differs'], 'not judged': ['未判断', 'not judged'] },
  kind: {
    doubt: ['存疑', 'in doubt'], uncertain: ['不确定', 'uncertain'], discarded: ['弃用', 'discarded'], ambiguous: ['歧义', 'ambiguous'],
    region: ['行政区划', 'region'], zone: ['开发区', 'zone'], country: ['国家', 'country'], place: ['地点', 'place'], organisation: ['机构', 'organisation'], person: ['人物', 'person'], project: ['项目', 'project'], event: ['事件', 'event'], indicator: ['指标', 'indicator'], other: ['其他', 'other'],
  },
  use: { place: ['地点', 'place'], participant: ['参与方', 'participant'], investor: ['投资方', 'investor'], party: ['合作方', 'party'], subject: ['统计对象', 'subject'], base: ['比较基准', 'base'], designee: ['获认定者', 'designee'] },
};
const EITHER = { true: ['是', 'yes'], false: ['否', 'no'] };

/** Code lists by the names of parameters. */
const LISTS = { phase: 'phase', type: 'eventType', role: 'amountRole', measure: 'transformation' };

/** Labels by code, of the choices of a parameter; a code without one stands for itself. */
export async function labels({ name, choices }) {
  if (!LISTS[name]) {
    const known = { ...EITHER, ...CHOICES[name] };
    return new Map(choices.filter(code => Object.hasOwn(known, code)).map(code => [code, ours({ zh: known[code][0], en: known[code][1] })]));
  }
  const rows = await sparql(`PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?code ?label WHERE { ?c skos:inScheme ?list ; skos:notation ?code ; skos:prefLabel ?label
  FILTER(STRENDS(STR(?list), "/code/${LISTS[name]}") && LANG(?label) = "${language() === 'zh' ? 'zh-Hans' : 'en'}") }`);
  return new Map(rows.map(row => [row.code.value, row.label.value]));
}
