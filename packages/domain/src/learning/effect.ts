import type { Localized } from '@huiyin/shared';
import type { Where } from '../figures/measures.ts';
import { chanceOfRise } from '../figures/poisson.ts';
import type { FigureQuery } from '../figures/query.ts';
import { addDays, type LocalDate } from '../time.ts';
import type { EffectCounts } from './effect-counts.ts';

/**
 * Whether a corrective action worked, by one fixed method: complaints of the same cause, about the same department or
 * party where one is stated, in the days before it was planned and in as many days after it was completed.
 */

/** Days that are counted on either side. */
export const EFFECT_DAYS = 90;
/** How likely chance alone may bring what is called better, and as likely what is called worse. */
const CHANCE = 0.025;

export const EFFECT_VERDICTS = ['BETTER', 'WORSE', 'CANNOT_TELL', 'TOO_EARLY'] as const;
export type EffectVerdict = (typeof EFFECT_VERDICTS)[number];

export const EFFECT_VERDICT_LABELS: Readonly<Record<EffectVerdict, Localized>> = {
  BETTER: { zh: '好转', en: 'Better' },
  WORSE: { zh: '恶化', en: 'Worse' },
  CANNOT_TELL: { zh: '尚不能判断', en: 'Cannot tell' },
  TOO_EARLY: { zh: '观察期未满', en: 'Too early to tell' },
};

/** What an action was planned against. */
export interface EffectSubject {
  readonly plannedOn: LocalDate;
  readonly completedOn: LocalDate;
  /** Codes of the causes stated of its complaint. */
  readonly causes: readonly string[];
  /** The department complained about, where one is named … */
  readonly departmentId?: string | null;
  /** … and otherwise the party. */
  readonly respondentName?: string | null;
}

/** The complaints that are counted before and after; none where no cause is stated. */
export function effectQueries(
  subject: EffectSubject,
): { readonly before: FigureQuery; readonly after: FigureQuery } | undefined {
  const { plannedOn, completedOn, causes, departmentId, respondentName } = subject;
  if (causes.length === 0) return undefined;
  const where: Where = {
    cause: causes,
    ...(departmentId
      ? { department: [departmentId] }
      : respondentName
        ? { respondent: [respondentName] }
        : {}),
  };
  const received = { measure: 'RECEIVED', where } as const;
  return {
    before: { ...received, from: addDays(plannedOn, -EFFECT_DAYS), to: addDays(plannedOn, -1) },
    after: { ...received, from: addDays(completedOn, 1), to: addDays(completedOn, EFFECT_DAYS) },
  };
}

/** The exact conditional test of two Poisson counts over spans of the same length, on either side. */
export function effectVerdict({ before, after, over }: EffectCounts): EffectVerdict {
  if (!over) return 'TOO_EARLY';
  if (chanceOfRise({ now: before, before: after, share: 0.5 }) < CHANCE) return 'BETTER';
  if (chanceOfRise({ now: after, before, share: 0.5 }) < CHANCE) return 'WORSE';
  return 'CANNOT_TELL';
}

/** The verdict in words, with the counts that it rests on. */
export function effectWords(
  counts: EffectCounts,
  { completedOn }: Pick<EffectSubject, 'completedOn'>,
): Localized {
  const { before, after } = counts;
  const zh = `计划前 ${EFFECT_DAYS} 天同类原因投诉 ${before} 件，完成后`;
  const en = `${before} complaints of the same cause in the ${EFFECT_DAYS} days before it was planned`;
  const chance = `${CHANCE * 100}`;
  switch (effectVerdict(counts)) {
    case 'TOO_EARLY': {
      const last = addDays(completedOn, EFFECT_DAYS);
      return {
        zh: `${zh}至今 ${after} 件；观察至 ${last}。`,
        en: `${en}, ${after} so far since it was completed; observed until ${last}.`,
      };
    }
    case 'BETTER':
      return {
        zh: `${zh} ${EFFECT_DAYS} 天 ${after} 件。偶然减少到此的可能性不到 ${chance}%。`,
        en: `${en}, ${after} in as many days after it was completed. Chance alone brings so large a fall less than ${chance} % of the time.`,
      };
    case 'WORSE':
      return {
        zh: `${zh} ${EFFECT_DAYS} 天 ${after} 件。偶然增加到此的可能性不到 ${chance}%。`,
        en: `${en}, ${after} in as many days after it was completed. Chance alone brings so large a rise less than ${chance} % of the time.`,
      };
    case 'CANNOT_TELL':
      return {
        zh: `${zh} ${EFFECT_DAYS} 天 ${after} 件。差别可能出于偶然。`,
        en: `${en}, ${after} in as many days after it was completed. The difference may be chance.`,
      };
  }
}
