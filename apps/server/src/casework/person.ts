import { LONGEST_NAME, problemWithText, type Refusal } from '@huiyin/domain';

/** Who complains, as they said it. */
export interface ComplainantDetails {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly address?: string | undefined;
}

/** Days within which the same subject from the same complainant is a repeat (domain.md 8). */
export const REPEAT_WITHIN_DAYS = 30;

/** The digits of a telephone number without the country's prefix; `null` when there are too few to tell people apart. */
export function phoneDigits(phone: string | undefined): string | null {
  const digits = (phone ?? '')
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(0086|86)(?=1\d{10}$)/, '');
  return digits.length >= 7 ? digits : null;
}

/** Whether anything at all is known of the person. */
export function hasWords(details: ComplainantDetails | undefined): boolean {
  return Object.values(details ?? {}).some((value) => value?.trim());
}

const LONGEST: Readonly<Record<keyof ComplainantDetails, number>> = {
  name: 100,
  phone: 50,
  email: 320,
  address: 500,
};

/** What is wrong with what a complainant said of themselves. */
export function complainantProblems(details: ComplainantDetails | undefined): Refusal[] {
  return Object.entries(details ?? {}).flatMap(([key, value]): Refusal[] => {
    const problem = problemWithText(value ?? '', LONGEST[key as keyof ComplainantDetails] ?? LONGEST_NAME);
    return problem ? [{ code: 'INVALID', field: `complainant.${key}`, message: problem }] : [];
  });
}
