import { useAppWords } from '../../app/words.ts';
import { useFieldWords } from '../../forms/words.ts';
import { defineWords } from '../../i18n/i18n.ts';

/** The words of registering. */
export const useRegisterWords = defineWords(
  {
    'register.title': { zh: '登记投诉', en: 'Register a complaint' },
    'register.respondent': { zh: '被投诉方', en: 'Who is complained about' },
    'register.respondentType': { zh: '被投诉方类型', en: 'What they are' },
    'register.rarely': { zh: '类型、渠道、标题', en: 'Kind, channel, title' },
    'register.settles': {
      zh: '当场办结：登记的同时答复并办结',
      en: 'Settled on the spot: answered and closed at once',
    },
    'register.answer': { zh: '当场答复', en: 'What was answered' },
    'register.satisfied': { zh: '是否满意', en: 'Content with it' },
    'register.submit': { zh: '登记', en: 'Register' },
    'register.next': { zh: '登记并录入下一件', en: 'Register, and the next' },
    'register.keys': {
      zh: 'Ctrl+Enter 登记 · Ctrl+Shift+Enter 登记并录入下一件 · Alt+Enter 当场办结',
      en: 'Ctrl+Enter registers · Ctrl+Shift+Enter goes on to the next · Alt+Enter settles it on the spot',
    },
    'register.done': { zh: '已登记，编号 {{number}}', en: 'Registered under {{number}}' },
    'register.today': { zh: '本次已登记 {{count}} 件：', en: '{{count}} registered in this sitting:' },
    'register.earlier': { zh: '曾投诉 {{count}} 件', en: '{{count}} earlier' },
    'register.hints': { zh: '已知情况', en: 'What is known' },
    'register.hintsLater': {
      zh: '来电人以往的投诉和相似的在办投诉会显示在这里。',
      en: 'Earlier complaints of the caller and open ones like this appear here.',
    },
    'register.ofCaller': { zh: '来电人以往的投诉', en: 'Earlier complaints of the caller' },
    'register.similar': { zh: '疑似同一事情的在办投诉', en: 'Open complaints, likely of the same trouble' },
    'register.perhaps': {
      zh: '也许有关的在办投诉（把握较小）',
      en: 'Open complaints, perhaps related (less certain)',
    },
    'register.merge': { zh: '登记后并入此件', en: 'Merge into this once registered' },
    'register.merges': { zh: '登记后将并入此件', en: 'Will be merged into this' },
    'suggested.category': {
      zh: '可能是 {{label}}（{{percent}}%）：因{{words}}',
      en: 'Perhaps {{label}} ({{percent}}%): {{words}}',
    },
    'suggested.key': { zh: '采用（{{key}}）', en: 'Take it ({{key}})' },
    'suggested.urgent': {
      zh: '像是紧急：说到{{words}}的投诉以往常被提请督办。',
      en: 'Perhaps urgent: complaints that say {{words}} were often escalated.',
    },
    'suggested.grouped': {
      zh: '像是多人同诉：说到{{words}}的投诉以往常属群体性事件。',
      en: 'Perhaps of many: complaints that say {{words}} often came from several people.',
    },
    'suggested.incidents': { zh: '查看群体性事件', en: 'See incidents' },
    'register.draft': {
      zh: '已恢复 {{at}} 未登记的内容。',
      en: 'Restored what was not registered on {{at}}.',
    },
    'register.discard': { zh: '丢弃', en: 'Discard' },
    'register.kept': { zh: '所填内容已保存在本机。', en: 'What you typed is kept on this machine.' },
  },
  useAppWords,
  useFieldWords,
);
