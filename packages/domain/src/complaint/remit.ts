import type { BodyInCharge, FieldCondition, Sector } from '../sectors/contract.ts';
import { isUnder } from '../sectors/options.ts';
import type { ComplaintState } from './state.ts';

/** What of a complaint tells whose matter it is. */
type Subject = Pick<ComplaintState, 'category' | 'respondent' | 'details'>;

/** The body that the sector's table proposes for a matter outside the remit; somebody decides, and may name another. */
export function proposedBody(
  subject: Subject,
  sector: Pick<Sector, 'bodiesInCharge' | 'categories'>,
): BodyInCharge | undefined {
  return sector.bodiesInCharge?.find(({ when }) => when.every((each) => fits(each, subject, sector)));
}

function fits(
  { field, in: values }: FieldCondition,
  { category, respondent, details }: Subject,
  { categories }: Pick<Sector, 'categories'>,
): boolean {
  if (field === 'category') {
    return category !== undefined && values.some((above) => isUnder(categories, category, above));
  }
  const value = field === 'respondentType' ? respondent.type : details[field.replace(/^details\./, '')];
  return value !== undefined && values.includes(String(value));
}
