import { defineWords } from '../i18n/i18n.ts';

/** The words of the public pages. */
export const usePublicWords = defineWords({
  'public.brand': { zh: '回音 · 投诉举报', en: 'Huiyin · Complaints' },
  'public.skip': { zh: '跳到正文', en: 'Skip to the content' },
  'public.language': { zh: 'English', en: '中文' },
  'public.offices': { zh: '请选择要反映的单位', en: 'Whom do you want to turn to?' },
  'public.officesHint': {
    zh: '不知道该找谁？看看各单位受理什么。不属于它的，它会告诉您应找谁。',
    en: 'Not sure whose it is? See what each one handles. Where it is not theirs, they tell you whose it is.',
  },
  'public.noOffices': { zh: '目前没有单位在网上受理。', en: 'No office takes complaints here at present.' },
  'public.findOffice': { zh: '查找单位', en: 'Find an office' },
  'public.noMatch': { zh: '没有找到。换个词试试。', en: 'Nothing found. Try other words.' },
  'public.submit': { zh: '我要投诉', en: 'Make a complaint' },
  'public.submitHint': { zh: '约 5 分钟，不用注册', en: 'About 5 minutes, no account needed' },
  'public.track': { zh: '查询进展', en: 'Where does mine stand?' },
  'public.trackHint': { zh: '凭编号和查询码', en: 'With your number and code' },
  'public.closed': {
    zh: '本单位暂不在网上受理，请打电话或来访。',
    en: 'This office takes no complaints here at present. Please telephone or call in.',
  },
  'public.handles': { zh: '受理什么', en: 'What we handle' },
  'public.elsewhere': { zh: '不属于我们的', en: 'What belongs elsewhere' },
  'public.procedure': { zh: '怎么办理', en: 'What happens to it' },
  'public.limits': { zh: '办理时限和法律依据', en: 'Time limits and their legal bases' },
  'public.legalBases': { zh: '其他法律依据', en: 'Further legal bases' },
  'public.duties': { zh: '我们的职责', en: 'Our duties' },
  'public.commitments': { zh: '服务承诺', en: 'What we commit ourselves to' },
  'public.contact': { zh: '联系我们', en: 'Contact' },
  'public.phone': { zh: '电话', en: 'Telephone' },
  'public.hours': { zh: '工作时间', en: 'Hours' },
  'public.address': { zh: '地址', en: 'Address' },
  'public.loading': { zh: '正在载入…', en: 'Loading…' },
  'public.retry': { zh: '重试', en: 'Try again' },
  'public.offline': {
    zh: '连不上网络。您填写的内容已保存在本机，恢复后可以继续。',
    en: 'There is no connection. What you wrote is kept on this device; go on when it is back.',
  },
  'public.throttled': {
    zh: '尝试次数过多，请过一会儿再试。',
    en: 'Too many attempts. Try again a little later.',
  },
  'public.failed': { zh: '出了点问题，没有成功。请再试一次。', en: 'That did not work. Please try again.' },
  'public.noSuchOffice': {
    zh: '没有这个单位。请检查网址，或从名单中选择。',
    en: 'There is no such office. Check the address, or choose from the list.',
  },
  'public.toOffices': { zh: '查看全部单位', en: 'See all offices' },
  'public.back': { zh: '上一步', en: 'Back' },
  'public.next': { zh: '下一步', en: 'Next' },
  'public.optional': { zh: '选填', en: 'optional' },
  'public.choose': { zh: '请选择', en: 'Choose' },
  'public.yes': { zh: '是', en: 'Yes' },
  'public.no': { zh: '否', en: 'No' },
  'public.unknown': { zh: '不清楚', en: 'Not sure' },
  'public.required': { zh: '请填写', en: 'Please fill this in' },
  'public.problems': { zh: '还有 {{count}} 处需要填写', en: '{{count}} to be filled in' },
});

export type PublicWord = Parameters<ReturnType<typeof usePublicWords>['word']>[0];
