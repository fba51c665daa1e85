import type { Office } from '../with-office.tsx';
import type { PublicField } from './detail-field.tsx';
import type { Draft } from './draft.ts';

export const STEPS = ['about', 'matter', 'facts', 'you', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** The fields asked for what was chosen. */
export function fieldsFor({ form }: Office, category: string): readonly PublicField[] {
  return form.fields.filter(({ askedFor }) => askedFor.includes(category));
}

function isMissing(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  return typeof value === 'object' && value !== null && Object.values(value).every(isMissing);
}

/** What of a step still has to be filled in, by the names of its fields, in their order. */
export function missingIn(step: Step, draft: Draft, office: Office): readonly string[] {
  if (step === 'about') return draft.category ? [] : ['category'];
  if (step === 'matter') return draft.content.trim() ? [] : ['content'];
  if (step === 'facts') {
    const details = fieldsFor(office, draft.category).filter(
      ({ key, requiredFor }) => requiredFor.includes(draft.category) && isMissing(draft.details[key]),
    );
    return details.map(({ key }) => `details.${key}`);
  }
  if (step === 'you') {
    if (!draft.disclosure) return ['disclosure'];
    const people = Number.isInteger(draft.groupSize) && draft.groupSize > 0 ? [] : ['groupSize'];
    if (draft.disclosure === 'ANONYMOUS') return people;
    return [
      ...people,
      ...(draft.name.trim() ? [] : ['name']),
      ...(draft.phone.trim() || draft.email.trim() ? [] : ['phone']),
    ];
  }
  return [];
}

/** The step on which a field of the server's answer stands. */
export function stepOf(field: string | null): Step {
  if (field === 'category' || field === 'kind') return 'about';
  if (field?.startsWith('complainant') || field === 'disclosure' || field === 'groupSize') return 'you';
  if (field === 'captcha' || field === 'consent' || field === null) return 'check';
  return field === 'content' || field === 'files' || field === 'demands' ? 'matter' : 'facts';
}
