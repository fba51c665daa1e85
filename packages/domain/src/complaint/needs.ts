import type { Localized } from '@huiyin/shared';
import type { Sector } from '../sectors/contract.ts';
import type { CommandType } from './commands.ts';
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
  APPROVE_ANSWER: {
    is: ({ answers }) => answers.some(({ status }) => status === 'DRAFT'),
    otherwise: { zh: '没有待审核的答复。', en: 'No draft answer waits for approval.' },
  },
  IMPOSE_SANCTION: {
    is: (_, { sanctions }) => sanctions.length > 0,
    otherwise: { zh: '本行业没有处罚权。', en: 'The sector imposes no sanctions.' },
  },
  RECORD_SANCTION_PAYMENT: {
    is: ({ sanctions }) => sanctions.some(({ paidOn }) => paidOn === undefined),
    otherwise: { zh: '没有未缴款的处罚。', en: 'No sanction is unpaid.' },
  },
  FORWARD: {
    is: (_, { forwardings }) => forwardings.length > 0,
    otherwise: { zh: '本行业没有需上报或抄送的机构。', en: 'The sector forwards to no other body.' },
  },
  TAKE_ROUTE: {
    is: (_, { routes }) => routes.length > 0,
    otherwise: { zh: '本行业没有其他途径。', en: 'The sector has no other routes.' },
  },
  PAUSE_CLOCKS: {
    is: ({ clocks }) =>
      clocks.some(({ state, rule }) => state === 'running' && (rule.pausesWhile?.length ?? 0) > 0),
    otherwise: { zh: '没有可以中止的时限。', en: 'No running clock can be paused.' },
  },
  RESUME_CLOCKS: {
    is: ({ clocks }) => clocks.some(({ state }) => state === 'paused'),
    otherwise: { zh: '没有中止的时限。', en: 'No clock is paused.' },
  },
  EXTEND_CLOCK: {
    is: ({ clocks }) => clocks.some(({ state, rule }) => state === 'running' && rule.extension !== undefined),
    otherwise: { zh: '没有可以延长的时限。', en: 'No running clock can be extended.' },
  },
  COMPLETE_ACTION: {
    is: ({ correctiveActions }) => correctiveActions.some(({ completedAt }) => completedAt === undefined),
    otherwise: { zh: '没有未完成的整改。', en: 'No corrective action is open.' },
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
