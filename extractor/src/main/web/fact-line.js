// What a fact says, in one line: the number with its unit, bound, period and basis, and of what it is.
import { el } from './dom.js';
import { number } from './format.js';
import { language, ours, words, t } from './words.js';

words({
  of_: ['属于', 'of'], at_: ['地点', 'in'], with_: ['参与', 'with'], partOf: ['隶属', 'part of'], by_: ['投资方', 'by'],
  toldIn: ['见于', 'told in'], base: ['相对', 'of'], given: ['授予方', 'by'], on_: ['事项', 'on'], noPeriod: ['时期未说明', 'no period stated'],
  fallOver: ['{n}（幅度在此以上）', '{n} (or further from zero)'], fallUnder: ['{n}（幅度在此以内）', '{n} (or nearer to zero)'],
  ABOUT_: ['约 {n}', 'about {n}'], OVER_: ['{n}以上', 'over {n}'], UNDER_: ['{n}以内', 'under {n}'],
});

/** Codes of the code lists, by list. */
const CODES = {
  type: { NAME: ['名称', 'Name'], EVENT: ['事件', 'Events'], PROJECT: ['项目', 'Projects'], AMOUNT: ['金额', 'Amounts'], COUNT: ['数量', 'Counts'], INDICATOR: ['指标', 'Indicators'], ROLE: ['职务', 'Roles'], COOPERATION: ['合作', 'Cooperation'], DESIGNATION: ['称号', 'Designations'], QUOTATION: ['引语', 'Quotations'] },
  quantity: { AMOUNT: ['金额', 'money'], COUNT: ['数量', 'count'], MEASURE: ['度量', 'measure'], DURATION: ['时长', 'duration'], RATE: ['比率', 'rate'], PERIOD: ['时间', 'period'], OCCASION: ['节日等', 'occasion'] },
  name: { ORG: ['机构', 'organisation'], PLACE: ['地点', 'place'], PERSON: ['人物', 'person'] },
  eventType: { CONFERENCE: ['会议', 'conference'], SIGNING: ['签约', 'signing'], GROUNDBREAKING: ['开工', 'ground-breaking'], COMPLETION: ['竣工投产', 'completion'], INVESTMENT_PLAN: ['投资计划', 'investment plan'], FINANCING: ['融资', 'financing'], LISTING: ['上市', 'listing'], ACQUISITION: ['收购', 'acquisition'], ESTABLISHMENT: ['成立', 'establishment'], UNVEILING: ['揭牌', 'unveiling'], LAUNCH: ['发布', 'launch'], POLICY: ['政策出台', 'policy release'], ORDER: ['中标', 'contract award'], PAYOUT: ['发放', 'payout'], MEETING: ['会见调研', 'meeting'] },
  phase: { PLANNED: ['计划中', 'planned'], SIGNED: ['已签约', 'signed'], STARTED: ['已开工', 'started'], BUILDING: ['建设中', 'under construction'], COMPLETED: ['已建成', 'completed'], OPERATING: ['已投产', 'operating'] },
  amountRole: { TOTAL_INVESTMENT: ['总投资', 'total investment'], CONTRACT_VALUE: ['合同金额', 'contract value'], FINANCING_AMOUNT: ['融资金额', 'amount raised'], PRICE: ['成交价格', 'price'], REGISTERED_CAPITAL: ['注册资本', 'registered capital'], PAYOUT_AMOUNT: ['发放金额', 'amount paid out'], EXPECTED_OUTPUT: ['预期年产值', 'expected yearly output'], OTHER: ['其他', 'other'] },
  measure: { LEVEL: ['绝对值', 'level'], GROWTH: ['增长率', 'growth'], MULTIPLE: ['倍数', 'multiple'], SHARE: ['占比', 'share'], AVG_GROWTH: ['年均增长率', 'average growth a year'], CHANGE: ['增减量', 'change'], RANK: ['位次', 'rank'] },
  basis: { YOY: ['同比', 'year on year'], QOQ: ['季度环比', 'quarter on quarter'], MOM: ['月度环比', 'month on month'] },
  status: { PLANNED: ['计划', 'planned'], TARGET: ['目标', 'target'] },
  unit: { 个百分点: ['个百分点', 'percentage points'], 倍: ['倍', 'times'], 位: ['位', '(rank)'], '%': ['percent', 'percent'] },
  repairKind: { PINYIN_GLOSS: ['注音', 'pinyin gloss'], MISFRAMED_BYTES: ['错位字节', 'misframed bytes'], SUPPLIED_CHARACTER: ['据上下文补出的字', 'supplied character'], LOST_CHARACTERS: ['缺失字符', 'lost characters'], FULL_WIDTH: ['全角字符', 'full-width form'], INVISIBLE: ['不可见字符', 'invisible character'], ESCAPED_TWICE: ['重复转义', 'escaped twice'] },
  rejection: { EMPTY: ['空白', 'empty'], BINARY: ['二进制', 'binary'], TOO_LARGE: ['过大', 'too large'], NOT_DECODABLE: ['无法解码', 'not decodable'], UNKNOWN_CHARSET: ['编码未知', 'unknown charset'], NOT_CHINESE: ['非中文', 'not Chinese'], LIST_PAGE: ['列表页', 'list page'], LOGIN_PAGE: ['登录页', 'login page'], VIDEO_PAGE: ['视频页', 'video page'], PICTURE_PAGE: ['图片页', 'picture page'], ERROR_PAGE: ['错误页', 'error page'], NOT_AN_ARTICLE: ['非文章', 'not an article'] },
  stage: { source: ['读取', 'reading the source'], article: ['取出正文', 'finding the article'], rdf: ['校验图', 'checking the graph'], internal: ['程序故障', 'a fault of the program'] },
  property: { startDate: ['日期', 'date'], endDate: ['结束日期', 'end date'], refPeriod: ['时期', 'period'], currency: ['币种', 'currency'], unitMeasure: ['单位', 'unit'], obsValue: ['换算后的数值', 'the value, converted'], inGroup: ['所属项目集', 'group of projects'], partOfProject: ['所属项目', 'project it is part of'] },
  inferred: { date: ['日期', 'date'], period: ['时期', 'period'], currency: ['币种', 'currency'], unit: ['币种', 'currency'], year: ['年份', 'year'], month: ['月份', 'month'], day: ['日', 'day'] },
};

/** What a code means; a code that is new here as it stands. */
export function code(list, value) {
  const both = CODES[list][value];
  return both ? ours({ zh: both[0], en: both[1] }) : value;
}

/** The types of facts, in the order in which they are shown. */
export const TYPES = Object.keys(CODES.type);

/** A number with its unit, and its bound, which is of the size: a fall of more than 5 % lies below -5 %. */
export function bounded(value, unit, bound) {
  const shown = number(value, code('unit', unit));
  if (!bound || bound === 'EXACT') return shown;
  const key = value < 0 && bound !== 'ABOUT' ? (bound === 'OVER' ? 'fallOver' : 'fallUnder') : bound + '_';
  const [before, after] = t(key, { n: '\n' }).split('\n');
  return el('span', {}, before, shown, after);
}

/**
 * @param fact  as /try tells it
 * @param owner (id) → name of an event or project of the same article
 * @return texts and elements
 */
export function factLine(fact, owner) {
  const parts = PARTS[fact.type]?.(fact, owner) ?? [fact.reading];
  const kept = parts.filter(part => part !== null && part !== undefined && part !== '');
  return kept.flatMap((part, i) => i ? [el('span', { class: 'dot' }, ' · '), part] : [part]);
}

const list = names => names.join(language() === 'zh' ? '、' : ', ');
const labelled = (word, value) => value && value.length ? el('span', {}, el('span', { class: 'soft' }, t(word) + ' '), value) : null;
const status = fact => fact.status === 'ACTUAL' || !fact.status ? null : el('strong', { class: 'badge warn' }, code('status', fact.status));

const PARTS = {
  EVENT: (fact, owner) => [el('strong', {}, code('eventType', fact.eventType)), fact.name, fact.date, labelled('at_', list(fact.places)), labelled('with_', list(fact.participants)), fact.parent ? labelled('partOf', owner(fact.parent)) : null, status(fact)],
  PROJECT: (fact, owner) => [el('strong', {}, fact.name), code('phase', fact.phase), labelled('by_', list(fact.investors)), labelled('at_', list(fact.places)), fact.event ? labelled('toldIn', owner(fact.event)) : null],
  AMOUNT: (fact, owner) => [el('strong', {}, code('amountRole', fact.role) + ' ', bounded(fact.value, fact.currency, fact.bound)), labelled('of_', owner(fact.of)), status(fact)],
  COUNT: (fact, owner) => [el('strong', {}, fact.what + ' ', bounded(fact.value, fact.unit, fact.bound)), labelled('of_', owner(fact.of)), status(fact)],
  INDICATOR: fact => [fact.region, el('strong', {}, fact.indicator + ' ', bounded(fact.value, fact.unit, fact.bound)), code('measure', fact.measure), fact.period ?? el('span', { class: 'soft' }, t('noPeriod')), fact.basis ? code('basis', fact.basis) : null, labelled('base', fact.of), status(fact)],
  ROLE: fact => [el('strong', {}, fact.person), [fact.organisation, fact.title].filter(Boolean).join(' ')],
  COOPERATION: fact => [el('strong', {}, list(fact.parties)), labelled('on_', fact.object)],
  DESIGNATION: fact => [el('strong', {}, fact.designee), fact.title, labelled('given', fact.by), fact.date],
  QUOTATION: fact => [el('strong', {}, fact.speaker), '“' + fact.quoted + '”'],
};
