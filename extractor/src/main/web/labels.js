// What the codes of parameters are called.
import { sparql } from './api.js';
import { language, t, words } from './words.js';

words({
  province: ['省级', 'provinces'], city: ['地级', 'prefectures'], county: ['县级', 'counties'], zone: ['开发区', 'zones'],
  region: ['地区', 'region'], year: ['年份', 'year'], all: ['全部', 'all'], true: ['是', 'yes'], false: ['否', 'no'],
  agrees: ['一致', 'agrees'], differs: ['不一致', 'differs'],
});

/** Code lists by the names of parameters. */
const LISTS = { phase: 'phase', type: 'eventType', role: 'amountRole', measure: 'transformation' };

/** Labels by code, of the choices of a parameter; a code without one stands for itself. */
export async function labels({ name, choices }) {
  const own = new Map(choices.flatMap(code => {
    try {
      return [[code, t(code)]];
    } catch {
      return [];
    }
  }));
  if (!LISTS[name]) return own;
  const rows = await sparql(`PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?code ?label WHERE { ?c skos:inScheme ?list ; skos:notation ?code ; skos:prefLabel ?label
  FILTER(STRENDS(STR(?list), "/code/${LISTS[name]}") && LANG(?label) = "${language() === 'zh' ? 'zh-Hans' : 'en'}") }`);
  return new Map(rows.map(row => [row.code.value, row.label.value]));
}
