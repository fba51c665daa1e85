import type { Localized } from '@huiyin/shared';
import type { PublicPageSaveInput } from '../../../generated/schema.ts';
import type { PublicPageQuery } from '../generated/words-and-keys.ts';

type Page = PublicPageQuery['publicPage'];

/** Texts and lists of texts of the page, in the order of the form. */
export const TEXTS = ['hours', 'address'] as const;
export const LISTS = ['handles', 'elsewhere', 'procedure', 'duties', 'commitments', 'legalBases'] as const;

/** The page as the form holds it. */
export interface Worded extends Readonly<Record<(typeof LISTS)[number], readonly Localized[]>> {
  readonly phone: string;
  readonly takesComplaints: boolean;
  readonly offersOpen311: boolean;
  readonly takesMail: boolean;
  readonly writesLetters: boolean;
  readonly showsStaffNames: boolean;
  readonly hours: Localized;
  readonly address: Localized;
  readonly introduction: Localized;
}

const EMPTY: Localized = { zh: '', en: '' };
const plain = ({ zh, en }: Localized): Localized => ({ zh, en });

export function typedOf(page: Page): Worded {
  const texts = (field: (typeof LISTS)[number]) => page[field].map(plain);
  return {
    ...{ handles: texts('handles'), elsewhere: texts('elsewhere'), procedure: texts('procedure') },
    ...{ duties: texts('duties'), commitments: texts('commitments'), legalBases: texts('legalBases') },
    phone: page.phone ?? '',
    ...{ takesComplaints: page.takesComplaints, showsStaffNames: page.showsStaffNames },
    ...{ offersOpen311: page.offersOpen311, takesMail: page.takesMail },
    writesLetters: page.writesLetters,
    hours: plain(page.hours ?? EMPTY),
    address: plain(page.address ?? EMPTY),
    introduction: plain(page.introduction),
  };
}

/** What differs from `beside` (as the page stands, when absent): all that is sent. An empty text takes it away. */
export function changesOf(typed: Worded, page: Page, beside: Worded = typedOf(page)): PublicPageSaveInput {
  const changed = Object.entries(typed).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(beside[field as keyof Worded]),
  );
  return Object.fromEntries(changed.map(([field, value]) => [field, isEmpty(value) ? null : value]));
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value !== 'object' || value === null || !('zh' in value)) return false;
  const { zh, en } = value as Localized;
  return `${zh ?? ''}${en ?? ''}`.trim() === '';
}
