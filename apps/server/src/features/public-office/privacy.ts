import type { Localized } from '@huiyin/shared';

/**
 * What somebody agrees to before they send a complaint (Personal Information Protection Law, Art. 14, 17). Every complaint
 * keeps the version that was agreed to, so another wording is another version.
 */
export const PRIVACY_NOTICE: {
  readonly version: string;
  readonly points: readonly Localized[];
} = {
  version: '2026-11',
  points: [
    {
      zh: '用在哪里：您填写的内容和文件只用于办理这件投诉、答复您和必要的统计；统计不含姓名和联系方式。',
      en: 'What for: what you write and send is used to handle this complaint, to answer you and for counts, which hold neither name nor contact.',
    },
    {
      zh: '谁能看到：承办此件的人员和监督他们的人。选“保密”的，您的身份默认隐藏，谁查看、为什么都有记录；不会告诉被投诉方。',
      en: 'Who sees it: those who handle this complaint and those who supervise them. In confidence, your identity is hidden from them too; whoever looks says why and is recorded, and the other side is not told.',
    },
    {
      zh: '转给谁：不属于本单位职责的，经告知您后转交有权处理的单位；其他情况只在法律要求时提供。',
      en: 'Passed on: where another body is in charge, to that body, and you are told; otherwise only where the law demands it.',
    },
    {
      zh: '保存多久：按档案管理规定的期限保存，到期销毁。投诉记录依法不得篡改，撤回后仍保留办理记录。',
      en: 'How long: for as long as the rules on records ask, then destroyed. Records of complaints may not be altered; they stay when you withdraw.',
    },
    {
      zh: '您的权利：凭编号和查询码可以随时查看、补充或撤回；更正或查阅个人信息，请联系本单位。',
      en: 'Your rights: with number and code you can look, add or withdraw at any time; to see or correct your personal data, contact the office.',
    },
  ],
};
