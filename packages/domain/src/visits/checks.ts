import type { Refusal } from '../complaint/refusal.ts';
import { LONGEST_NAME, problemWithText, REQUIRED } from '../complaint/texts.ts';
import type { LocalDate } from '../time.ts';
import type { VisitPlan, VisitRecord } from './visit.ts';

const MOST_ITEMS = 50;
const LONGEST_SAID = 1_000;

/** Everything that is wrong with a plan. */
export function planProblems({ name, why }: VisitPlan): Refusal[] {
  return [
    ...textProblems(name, { field: 'name', longest: LONGEST_NAME }),
    ...textProblems(why, { field: 'why', longest: LONGEST_SAID }),
  ];
}

/** Everything that is wrong with what is said of a visit that was made. */
export function recordProblems({ doneOn, findings, followUps }: VisitRecord, today: LocalDate): Refusal[] {
  const problems: Refusal[] = [];
  if (doneOn > today) problems.push({ ...NOT_YET, field: 'doneOn' });
  if (findings.length > MOST_ITEMS) problems.push({ ...TOO_MANY, field: 'findings' });
  if (followUps.length > MOST_ITEMS) problems.push({ ...TOO_MANY, field: 'followUps' });
  if (followUps.some(({ dueOn }) => dueOn < doneOn)) problems.push({ ...DUE_FIRST, field: 'followUps' });
  return [
    ...problems,
    ...findings.flatMap((text) => textProblems(text, { field: 'findings', longest: LONGEST_SAID })),
    ...followUps.flatMap(({ text }) => textProblems(text, { field: 'followUps', longest: LONGEST_SAID })),
  ];
}

function textProblems(
  text: string,
  { field, longest }: { readonly field: string; readonly longest: number },
): Refusal[] {
  if (text.trim() === '') return [{ code: 'REQUIRED', field, message: REQUIRED }];
  const problem = problemWithText(text, longest);
  return problem ? [{ code: 'INVALID', field, message: problem }] : [];
}

const NOT_YET: Refusal = {
  code: 'INVALID',
  message: { zh: '走访日期不能晚于今天；请在走访后登记。', en: 'Record a visit once it was made.' },
};
const TOO_MANY: Refusal = {
  code: 'INVALID',
  message: { zh: `最多 ${MOST_ITEMS} 项。`, en: `At most ${MOST_ITEMS}.` },
};
const DUE_FIRST: Refusal = {
  code: 'INVALID',
  message: { zh: '整改期限不能早于走访日期。', en: 'A follow-up is due after the visit.' },
};
