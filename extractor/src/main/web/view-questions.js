// The questions of the library, by topic.
import { el, put } from './dom.js';
import { library } from './api.js';
import { section } from './state.js';
import { ours, t, words } from './words.js';

words({
  allQuestions: ['可以问什么', 'What can be asked'],
  amounts_: ['金额', 'Amounts'], cooperation_: ['合作', 'Cooperation'], coverage_: ['收录情况', 'Coverage'], events_: ['事件', 'Events'],
  evidence_: ['依据', 'Evidence'], indicators_: ['指标', 'Indicators'], official_: ['官方统计', 'Official statistics'],
  organisations_: ['企业与机构', 'Organisations'], people_: ['人物', 'People'], places_: ['地区', 'Places'], projects_: ['项目', 'Projects'],
  review_: ['核对', 'Review'], search_: ['搜索', 'Search'],
});

export async function show(main) {
  document.title = t('allQuestions') + ' · 经纬 Jingwei';
  put(main, el('h1', {}, t('allQuestions')), section(null, async () => {
    const topics = Map.groupBy([...(await library()).values()], question => question.topic);
    return [...topics].map(([topic, questions]) => el('section', {}, el('h2', { id: topic }, topicName(topic)),
      el('ul', { class: 'cards' }, questions.map(question =>
        el('li', {}, el('a', { href: '/questions/' + question.name }, ours(question.question)))))));
  }));
}

function topicName(topic) {
  try {
    return t(topic + '_');
  } catch {
    return topic; // A library of one's own may have topics of its own.
  }
}
