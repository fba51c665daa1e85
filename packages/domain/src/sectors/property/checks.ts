import { t } from '../common.ts';
import type { MatterCheck } from '../contract.ts';

/** Whether moments follow one another, as far as both are known. */
function follows(later: unknown, earlier: unknown): boolean {
  return !later || !earlier || Date.parse(String(later)) >= Date.parse(String(earlier));
}

/** A repair is ordered, started and finished in this order, and accepted once it is finished. */
export const CHECKS: readonly MatterCheck[] = [
  {
    field: 'details.repairStartedAt',
    label: t(
      '开工不会早于派工，请核对时间。',
      'A repair does not start before it is ordered: check the times.',
    ),
    holds: ({ details: { repairOrderedAt, repairStartedAt } }) => follows(repairStartedAt, repairOrderedAt),
  },
  {
    field: 'details.repairedAt',
    label: t(
      '修复不会早于派工和开工，请核对时间。',
      'A repair is not finished before it is ordered and started: check the times.',
    ),
    holds: ({ details: { repairOrderedAt, repairStartedAt, repairedAt } }) =>
      follows(repairedAt, repairOrderedAt) && follows(repairedAt, repairStartedAt),
  },
  {
    field: 'details.repairAccepted',
    label: t('业主验收前请先填写修复时间。', 'Say when it was repaired before the owner accepts it.'),
    holds: ({ details: { repairAccepted, repairedAt } }) => repairAccepted !== true || !!repairedAt,
  },
];
