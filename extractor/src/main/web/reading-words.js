// What the rules of the reader are called, and what its reasons say, on a Chinese page. The reader tells them in English;
// on an English page they stand as they are. A test looks for those that are missing here.
import { el } from './dom.js';
import { code } from './fact-line.js';
import { isCurrency, quantity } from './format.js';
import { language } from './words.js';

const RULES = {
  // of facts
  'project name': '项目名称', 'project phase': '项目分期', 'gathering': '会议活动', 'count': '数量', 'title before person': '人名前的职务',
  'speaker before words': '引语前的说话人', 'speaker behind words': '引语后的说话人', 'speaker opens sentence': '句首说话人',
  'designated': '被认定', 'designated by': '由某方认定', 'designates': '认定某方', 'lost characters': '缺失字符', 'not asserted': '原文未予肯定', 'owner unknown': '归属不明',
  // of names
  'abbreviation': '括注简称', 'announcer': '发布公告的公司', 'brand-trade': '品牌加行业', 'byline': '署名', 'byline-medium': '署名媒体', 'company-bare': '公司简称', 'company-legal': '公司全称',
  'dateline': '电头', 'employer': '人物所在单位', 'foreign-name': '外国企业名', 'government-body': '政府机构', 'headline-subject': '标题主语', 'institution': '机构', 'institution-quoted': '引号内机构',
  'investor': '投资人', 'list-of-firms': '并列企业', 'longer-name': '更长的名称', 'media': '媒体', 'name-says': '某人表示', 'namesake': '同名企业', 'numbered-bureau': '编号单位', 'organisation-known': '已知机构',
  'partner': '合作方', 'place-chain': '逐级地名', 'place-known': '已知地名', 'placed-brand': '地名加品牌', 'press-title': '报刊名', 'project-owner': '项目业主', 'related-company': '关联企业', 'reporter': '记者',
  "reporter's-medium": '记者所在媒体', 'said-by': '据某方', 'site-suffix': '场所后缀', 'tagger': '统计模型', 'ticker': '证券代码', 'title-name': '职务加人名', 'title-names': '职务加多人', 'zone-bracket': '括号内园区',
  'zone-short': '园区简称', 'zone-suffix': '园区后缀',
  // of numbers and times
  'basis-points': '基点', 'change-by-half': '增减一半', 'composition': '构成', 'date': '日期', 'date-of-context': '据上下文补年的日期', 'day-beside': '相邻日期', 'day-of-context': '据上下文的某日', 'day-word': '今昨等日', 'doubling': '翻番',
  'duration': '时长', 'festival': '节日', 'festival-day': '节日当天', 'fiscal-year': '财年', 'five-year-plan': '五年规划', 'fraction': '分数', 'fraction-rounded': '约略分数', 'growth-multiple': '增长倍数', 'half': '一半', 'iso-date': '数字日期', 'measure': '度量',
  'money': '金额', 'money-by-context': '据上下文的金额', 'money-negative': '负金额', 'money-range': '金额区间', 'month-word': '本月等', 'months-ended': '截至某月', 'per-mille': '千分比', 'per-mille-in-words': '汉字千分比', 'percent': '百分比', 'percent-in-words': '汉字百分比',
  'points': '百分点', 'price': '单价', 'product': '乘积', 'range': '区间', 'rank': '位次', 'rank-by-size': '按大小的位次', 'rank-list': '榜单位次', 'ratio-multiple': '倍数之比', 'table-cell': '表格单元', 'tenths': '成数', 'times': '倍数', 'weekday': '星期',
  'whole-year': '全年', 'year': '年份', 'year-to-date': '年初以来', 'years': '多年',
};

/** Rules that name what they found behind their kind. */
const KINDS = {
  trigger: word => '触发词“' + word + '”', cooperation: word => '合作用语“' + word + '”', amount: role => '金额：' + code('amountRole', role), indicator: measure => '指标：' + code('measure', measure.toUpperCase()),
};

/** {…} stands for any words without a semicolon, which are taken over. */
const SENTENCES = [
  ['characters of the page are lost here; a number beside them cannot be read', '页面此处有字符缺失，旁边的数字无法判读'],
  ['the text denies, doubts or only supposes this; its numbers are not read', '原文否定、存疑或只是假设，其中的数字不采用'],
  ['the page counts other projects here than those that the happening is of', '此处所说的项目与事件所涉项目数量不同，无法归属'],
  ['groups of projects of several happenings stand before it, and nothing says of which it is', '前面有几个事件的项目，原文未说明属于哪一个'],
  ['it is told of a part of the projects that are counted before', '只是前述项目中一部分的数值'],
  ['several numbers are shared out among things that are not as many', '数值个数与所属事物个数不符，无法一一对应'],
  ['it is told of a phase beside the project', '属于项目之外的另一期'],
  ['it is told of another time than what happened', '所属时间与事件不同'],
  ['no project and no happening is told of that it could belong to', '没有可归属的项目或事件'],
  ['the page states it elsewhere, and there it is read', '页面他处也有此数，已在该处采用'],
  ['no fact is of this time', '没有属于这一时间的事实'],
  ['no rule says what this number is of', '没有规则能说明此数属于什么'],
  ['what it belongs to is not believed', '所属的事件或项目未被采信'],
  ['characters of the page are lost in its words', '所据文字中有字符缺失'],
  ['confidence {a} is below {b}', '置信度 {a} 低于 {b}'],
  ['a share of more than 100 %', '占比超过 100%'],
  ['the projects told of add up to {a} {c}, more than the {b} of them all', '各项目合计 {a} {c}，超过总额 {b}'],
  ['exports and imports make {a} {c}, not {b}', '出口与进口合计 {a} {c}，而非 {b}'],
  ['the levels stated give {a} %, not {b} %', '按所述数值计算为 {a}%，而非 {b}%'],
  ['the text says that it was called off or stopped', '原文说已终止或停止'],
  ['the page also states {a} {c} as the total of the same project', '同页又称同一项目总额为 {a} {c}'],
  ['nothing on the page reads as an article', '页面上没有可读作文章的内容'],
  ['Give the page of one article.', '请提供单篇文章的页面。'],
  ['the text is not in Chinese: {a} of {b} letters are Chinese characters', '正文不是中文：{b} 个字母中只有 {a} 个汉字'],
  ['the text is not in Chinese', '正文不是中文'],
  ['Only Chinese pages are read.', '只读中文页面。'],
  ['the page waits for a script or a check by its site', '页面在等脚本运行或网站验证'],
  ['Open the page in a browser and save what it shows then.', '请用浏览器打开，待内容显示后另存。'],
  ['the page asks to log in', '页面要求登录'],
  ['Log in with a browser and save the page of the article.', '请在浏览器中登录后另存文章页面。'],
  ['the page plays a video or a sound, with hardly any text', '页面播放视频或音频，几乎没有文字'],
  ['Give the page of the written report; speech is not read.', '请提供文字报道的页面；语音不读。'],
  ['the page shows pictures without running text', '页面只有图片，没有正文'],
  ['Give the page of the written report; pictures are not read.', '请提供文字报道的页面；图片不读。'],
  ['the page holds no running text', '页面没有正文'],
  ['only headings, no sentence: {a} lines', '只有标题，没有句子：共 {a} 行'],
  ['Give the text of one article; for lists, the texts that they name.', '请提供单篇文章的正文；列表请给出其中各篇。'],
  ['the site says that the page is missing', '网站提示页面不存在'],
  ["Look for the article's present address.", '请查找文章现在的网址。'],
  ['the page lists other pages: {a} links, no running text', '页面是列表：{a} 个链接，没有正文'],
  ['Give the pages that it links to.', '请提供所链接的各个页面。'],
  ['the page is empty', '页面是空的'],
  ['Save the page again.', '请重新保存页面。'],
  ['too large for an article: more than {a} characters of text', '作为一篇文章太大：正文超过 {a} 字'],
  ['too large for an article: {a} characters', '作为一篇文章太大：{a} 字'],
  ['Give single articles; archives go in as JSON Lines, one object a line.', '请逐篇提供；成批的用 JSON Lines，一行一个对象。'],
];

const PATTERNS = SENTENCES.map(([english, chinese]) => {
  const names = [...english.matchAll(/\{(\w)\}/g)].map(([, name]) => name);
  return { pattern: new RegExp('^' + english.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w\}/g, '([^;]+?)') + '$'), names, chinese };
});

/** The Chinese words of a rule; null where there are none. */
export function ruleWords(rule) {
  if (Object.hasOwn(RULES, rule)) return RULES[rule];
  const [, kind, what] = /^(\w+) (.+)$/.exec(rule) ?? [];
  return Object.hasOwn(KINDS, kind ?? '') ? KINDS[kind](what) : null;
}

/** A sentence with its words; numbers beside a currency (c) are money. */
function filled(chinese, given) {
  const number = digits => isCurrency(given.c) && /^-?\d+(\.\d+)?$/.test(digits) ? quantity(Number(digits), given.c) : digits;
  return (isCurrency(given.c) ? chinese.replace(' {c}', '') : chinese).replace(/\{(\w)\}/g, (_, name) => number(given[name]));
}

/** The Chinese words of a reason, also of several with semicolons between; null where there are none. */
export function reasonWords(reason) {
  for (const { pattern, names, chinese } of PATTERNS) {
    const found = pattern.exec(reason);
    if (found) return filled(chinese, Object.fromEntries(names.map((name, i) => [name, found[i + 1]])));
  }
  for (let at = reason.indexOf('; '); at >= 0; at = reason.indexOf('; ', at + 1)) {
    const both = [reason.slice(0, at), reason.slice(at + 2)].map(reasonWords);
    if (!both.includes(null)) return both.join('；');
  }
  return null;
}

/** A rule in the language of the page. */
export function rule(name) {
  return said(name, ruleWords);
}

/** A reason, a doubt or a remedy in the language of the page; what is in doubt for its rule alone has that as its reason. */
export function reason(sentence) {
  return said(sentence, one => reasonWords(one) ?? ruleWords(one));
}

/** On a Chinese page the English of what has no Chinese words, marked as such. */
function said(text, wordsOf) {
  const own = language() === 'zh' ? wordsOf(text) : null;
  return own === null && !/\p{Script=Han}/u.test(text) ? el('span', { lang: 'en' }, text) : el('span', {}, own ?? text);
}
