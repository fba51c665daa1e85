import type { OversightActor, PeriodChoice } from '@huiyin/domain';
import type { RequestContext } from '../../graphql/actor-context.ts';
import { forbidden, unauthenticated } from '../../graphql/errors.ts';
import type { OversightPeriodInput } from './oversight.type.ts';

/** @throws UNAUTHENTICATED for the public, FORBIDDEN for anybody else who oversees nothing */
export function overseer({ request }: RequestContext): OversightActor {
  const { actor, locale } = request;
  if (actor.kind === 'oversight') return actor;
  throw actor.kind === 'public' ? unauthenticated(locale) : forbidden(locale, NO_OVERSEER);
}

/** The period asked for. */
export function choiceOf({ kind, year, number }: OversightPeriodInput): PeriodChoice {
  return kind === 'YEAR' ? { kind, year } : { kind, year, number: number ?? 0 };
}

const NO_OVERSEER = {
  zh: '跨单位数据只供获得授权的监督人员查看。',
  en: 'Figures across organisations are for those who were granted to see them.',
};
export const NO_PERIOD = {
  zh: '没有这个期间：月为 1 至 12，季度为 1 至 4，半年为 1 至 2。',
  en: 'There is no such period: months are 1 to 12, quarters 1 to 4, half-years 1 to 2.',
};
