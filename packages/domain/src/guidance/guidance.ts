import type { Sector } from '../sectors/contract.ts';
import type { GuidanceCard } from './cards.ts';

/** What every office's handlers do; an organisation adds its own cards, a sector may declare further ones. */
const OF_ALL: readonly GuidanceCard[] = [
  {
    title: { zh: '先听完', en: 'Hear them out' },
    text: {
      zh: '让对方把话说完，不打断、不急于下结论。复述一遍要点和诉求，请对方确认。',
      en: 'Let them finish; do not interrupt or conclude early. Say back the main points and what they ask for, and have them confirmed.',
    },
    when: { statuses: ['REGISTERED', 'UNDER_REVIEW', 'WAITING_FOR_COMPLAINANT', 'IN_MEDIATION'] },
  },
  {
    title: { zh: '不争辩、不指责', en: 'Do not argue or blame' },
    text: {
      zh: '不与对方争对错，不说“您理解错了”，也不推给同事或其他部门。先记录，再核实。',
      en: 'Do not dispute who is right, and do not point at colleagues or other departments. Write it down first, then check.',
    },
    when: { statuses: ['REGISTERED', 'UNDER_REVIEW', 'ACCEPTED', 'IN_PROGRESS', 'IN_MEDIATION'] },
  },
  {
    title: { zh: '做得不对的，先致歉', en: 'Apologise for what was wrong' },
    text: {
      zh: '查实本单位确有不足的，明确说明哪里不对并诚恳致歉，再讲如何改正；不用“如有不便”一类的套话。',
      en: 'Where we were at fault, say plainly what was wrong and apologise for it, then say what will change. No “for any inconvenience”.',
    },
    when: { statuses: ['ACCEPTED', 'IN_PROGRESS', 'IN_MEDIATION', 'ANSWERED'] },
  },
  {
    title: { zh: '换位思考', en: 'See it from their side' },
    text: {
      zh: '想一想对方因此耽误了什么、最担心什么。答复先回应这一点，用对方听得懂的话。',
      en: 'Think of what it cost them and what worries them most. Answer that first, in words they use themselves.',
    },
    when: { statuses: ['ACCEPTED', 'IN_PROGRESS', 'WAITING_FOR_COMPLAINANT', 'IN_MEDIATION'] },
  },
  {
    title: { zh: '约定时间', en: 'Promise a time' },
    text: {
      zh: '告诉对方下一次什么时候、由谁联系，并按时兑现；来不及的，到期之前先说明。',
      en: 'Say when they will hear next and from whom, and keep to it; if it cannot be kept, tell them before it is due.',
    },
    when: { statuses: ['REGISTERED', 'UNDER_REVIEW', 'ACCEPTED', 'IN_PROGRESS'] },
  },
  {
    title: { zh: '回访听真话', en: 'Ask whether it is settled' },
    text: {
      zh: '问清问题是否真正解决、还有什么不满意，如实记录，不诱导对方打满意。',
      en: 'Ask whether the trouble is really gone and what still is not right. Write down what they say; never steer them to “satisfied”.',
    },
    when: { statuses: ['ANSWERED', 'FOLLOWED_UP'] },
  },
];

/** The cards that a sector brings along: its own first. */
export function guidanceOf(sector: Pick<Sector, 'guidance'>): readonly GuidanceCard[] {
  return [...(sector.guidance ?? []), ...OF_ALL];
}
