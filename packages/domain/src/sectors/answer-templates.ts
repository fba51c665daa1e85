import type { AnswerTemplate } from '../complaint/answer-template.ts';
import type { Sector } from './contract.ts';

/** Texts from which every office's answers begin; an organisation adds its own, a sector may declare further ones. */
const OF_ALL: readonly AnswerTemplate[] = [
  {
    name: { zh: '阶段答复：正在办理', en: 'Interim: in progress' },
    text: {
      zh: '{complainant}您好！您反映的“{matter}”（编号 {number}）我们已在办理。目前正在核实有关情况，将于{promise}前再次答复您。感谢您的理解。',
      en: 'Dear {complainant}, we are working on your complaint “{matter}” (number {number}). The facts are being checked; you will hear from us again by {promise}. Thank you for your patience.',
    },
  },
  {
    name: { zh: '最终答复：已办结', en: 'Final: settled' },
    text: {
      zh: '{complainant}您好！您于{received}反映的“{matter}”（编号 {number}），经查：{facts}。处理结果：{remedies}。感谢您的监督，如有不同意见，请与我们联系。',
      en: 'Dear {complainant}, of your complaint of {received}, “{matter}” (number {number}), we found: {facts}. What was done: {remedies}. Thank you for telling us; should you disagree, please get in touch.',
    },
  },
  {
    name: { zh: '最终答复：未发现问题', en: 'Final: not substantiated' },
    text: {
      zh: '{complainant}您好！您于{received}反映的“{matter}”（编号 {number}），经查：{facts}。未发现您反映的问题。如您有新的情况或证据，请随时补充。',
      en: 'Dear {complainant}, of your complaint of {received}, “{matter}” (number {number}), we found: {facts}. What you described could not be confirmed. Should you have anything new, please let us have it.',
    },
  },
];

const OF_FAMILY: Readonly<Record<Sector['family'], readonly AnswerTemplate[]>> = {
  PROVIDER: [
    {
      name: { zh: '致歉并说明整改', en: 'Apology, and what we change' },
      text: {
        zh: '{complainant}您好！关于您反映的“{matter}”（编号 {number}），给您带来不便，我们深表歉意。经查：{facts}。我们已采取以下措施：{remedies}。{office} {today}',
        en: 'Dear {complainant}, we are sorry about “{matter}” (number {number}). We found: {facts}. This is what we have done: {remedies}. {office}, {today}',
      },
    },
  ],
  REGULATOR: [
    {
      name: { zh: '告知查处结果', en: 'Outcome of the investigation' },
      text: {
        zh: '{complainant}：您投诉举报{respondent}“{matter}”一事（编号 {number}），我单位已依法核查。经查：{facts}。查证结论：{finding}。处理结果：{remedies}。特此告知。{office} {today}',
        en: '{complainant}: your complaint about {respondent}, “{matter}” (number {number}), has been investigated under the law. We found: {facts}. Finding: {finding}. What was done: {remedies}. {office}, {today}',
      },
    },
  ],
};

/** The templates that a sector brings along: its own first. */
export function answerTemplatesOf(
  sector: Pick<Sector, 'family' | 'answerTemplates'>,
): readonly AnswerTemplate[] {
  return [...(sector.answerTemplates ?? []), ...OF_FAMILY[sector.family], ...OF_ALL];
}
