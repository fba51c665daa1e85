import type { Localized } from '@huiyin/shared';
import { isPausedByHand, milestonesOf } from '../clocks/rule.ts';
import type { Sector } from '../sectors/contract.ts';
import { documentsOf } from '../sectors/document-templates.ts';
import type { CommandType } from './commands.ts';
import { awaitsReceipt, isStanding } from './documents.ts';
import type { Refusal } from './refusal.ts';
import type { ComplaintState } from './state.ts';

/** Something that a command acts on; without it the command says nothing. */
interface Need {
  readonly is: (state: ComplaintState, sector: Sector) => boolean;
  /** What is missing. */
  readonly otherwise: Localized;
}

/** What a command needs to be there, in the complaint or in its sector: shown before anybody tries it. */
const NEEDS: Readonly<Partial<Record<CommandType, Need>>> = {
  RECLASSIFY: {
    is: (_, { classification }) => classification !== undefined,
    otherwise: { zh: '本行业没有分类。', en: 'The sector sorts nothing into boxes.' },
  },
  LINK_INCIDENT: {
    is: ({ classification }, sector) =>
      !(sector.classification?.restricted?.includes(classification ?? '') ?? false),
    otherwise: {
      zh: '限制查看的投诉件不并入群体性事件。',
      en: 'What only named roles may see is not linked to an incident.',
    },
  },
  UNLINK_INCIDENT: {
    is: ({ incident }) => incident !== undefined,
    otherwise: { zh: '此件未并入群体性事件。', en: 'It is linked to no incident.' },
  },
  ANSWER_FOR_INCIDENT: {
    is: ({ incident }) => incident !== undefined,
    otherwise: { zh: '此件未并入群体性事件。', en: 'It is linked to no incident.' },
  },
  APPROVE_ANSWER: {
    is: ({ answers }) => answers.some(({ status }) => status === 'DRAFT'),
    otherwise: { zh: '没有待审核的答复。', en: 'No draft answer waits for approval.' },
  },
  RETURN_ANSWER: {
    is: ({ answers }) => answers.some(({ status }) => status === 'DRAFT'),
    otherwise: { zh: '没有待审核的答复。', en: 'No draft answer waits for approval.' },
  },
  DECLINE_EXTENSION: {
    is: ({ extensionRequests = [] }) => extensionRequests.length > 0,
    otherwise: { zh: '没有待审核的延期申请。', en: 'No request for an extension waits.' },
  },
  ANSWER_MEDIATION_OFFER: {
    is: ({ mediationOffer }) => mediationOffer !== undefined && mediationOffer.answer === undefined,
    otherwise: { zh: '没有待答复的调解征询。', en: 'No offer of a mediation waits for an answer.' },
  },
  IMPOSE_SANCTION: {
    is: (_, { sanctions }) => sanctions.length > 0,
    otherwise: { zh: '本行业没有处罚权。', en: 'The sector imposes no sanctions.' },
  },
  RECORD_SANCTION_PAYMENT: {
    is: ({ sanctions }) => sanctions.some(({ paidOn, money }) => paidOn === undefined && money !== undefined),
    otherwise: { zh: '没有未缴款的处罚。', en: 'No sanction is unpaid.' },
  },
  FORWARD: {
    is: (_, { forwardings }) => forwardings.length > 0,
    otherwise: { zh: '本行业没有需上报或抄送的机构。', en: 'The sector forwards to no other body.' },
  },
  RECORD_FORWARDING_RECEIPT: {
    is: ({ forwardings }) => forwardings.some(({ receipt }) => receipt === undefined),
    otherwise: {
      zh: '没有待登记回执的上报或抄送。',
      en: 'Nothing that was forwarded waits for its receipt.',
    },
  },
  TAKE_ROUTE: {
    is: (_, { routes }) => routes.length > 0,
    otherwise: { zh: '本行业没有其他途径。', en: 'The sector has no other routes.' },
  },
  RECORD_MILESTONE: {
    is: (_, { clocks }) => milestonesOf(clocks).length > 0,
    otherwise: { zh: '本行业没有需登记的节点。', en: 'No clock of the sector waits for a milestone.' },
  },
  PAUSE_CLOCKS: {
    is: ({ clocks }) =>
      clocks.some(({ state, rule }) => state === 'running' && rule.pausesWhile?.some(isPausedByHand)),
    otherwise: { zh: '没有可以中止的时限。', en: 'No running clock can be paused.' },
  },
  RESUME_CLOCKS: {
    is: ({ clocks }) =>
      clocks.some(({ pauses }) =>
        pauses.some(({ to, reason }) => to === undefined && isPausedByHand(reason)),
      ),
    otherwise: { zh: '没有中止的时限。', en: 'No clock is paused.' },
  },
  COMPLETE_ACTION: {
    is: ({ correctiveActions }) => correctiveActions.some(({ completedAt }) => completedAt === undefined),
    otherwise: { zh: '没有未完成的整改。', en: 'No corrective action is open.' },
  },
  ISSUE_DOCUMENT: {
    is: ({ status }, sector) => documentsOf(sector).some(({ from }) => from.includes(status)),
    otherwise: { zh: '目前没有可出具的文书。', en: 'No document is issued as the matter stands.' },
  },
  DELIVER_DOCUMENT: {
    is: ({ documents = [] }) => documents.some(isStanding),
    otherwise: { zh: '没有可送达的文书。', en: 'There is no document to deliver.' },
  },
  ACKNOWLEDGE_DOCUMENT: {
    is: ({ documents = [] }) => documents.some(awaitsReceipt),
    otherwise: { zh: '没有已送达而未签收的文书。', en: 'No delivered document waits for its receipt.' },
  },
  ACKNOWLEDGE_ATTENTION: {
    is: ({ attention }) => attention.length > 0,
    otherwise: { zh: '没有需主管关注的事项。', en: 'Nothing stands before the supervisor.' },
  },
};

/** The refusal of a command for which what it acts on is missing. */
export function missingNeed(
  command: CommandType,
  state: ComplaintState,
  sector: Sector,
): Refusal | undefined {
  const need = NEEDS[command];
  return need && !need.is(state, sector) ? { code: 'CONDITION_UNMET', message: need.otherwise } : undefined;
}
