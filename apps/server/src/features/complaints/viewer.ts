import { findOption, type OptionNode, type TenantActor } from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import type { Office } from '../../casework/office.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { ComplaintReference, DepartmentReference, MemberReference } from '../../graphql/references.ts';
import type { Term } from '../../graphql/values.ts';

/** For whom a complaint is presented. */
export interface Viewer {
  readonly actor: TenantActor;
  readonly office: Office;
  readonly locale: Locale;
  /** The identity was just revealed to the viewer, with a recorded reason. */
  readonly revealed?: boolean;
}

/** Terms in one language. */
export function termsFor(locale: Locale) {
  return {
    plain: (code: string, label: Localized): Term => ({ code, label: inLocale(label, locale) }),
    option: (tree: readonly OptionNode[], code: string | null | undefined): Term | null => {
      if (!code) return null;
      const label = findOption(tree, code)?.node.label;
      return { code, label: label ? inLocale(label, locale) : code };
    },
  };
}

/** A member by id, under the name they have now. */
export function memberReference(office: Office, id: string | null | undefined): MemberReference | null {
  if (!id) return null;
  const member = office.directory.members.get(id);
  return { id: toGlobalId('Member', id), name: member?.name ?? '—' };
}

/** A department by id, under the name it has now. */
export function departmentReference(
  office: Office,
  id: string | null | undefined,
  locale: Locale,
): DepartmentReference | null {
  if (!id) return null;
  const department = office.directory.departments.get(id);
  const name = locale === 'en' ? (department?.nameEn ?? department?.name) : department?.name;
  return { id: toGlobalId('Department', id), name: name ?? '—' };
}

/** Another complaint by its number; `null` when there is none, or its number was not asked for. */
export function complaintReference(
  numbers: Readonly<Record<string, string>>,
  id: string | undefined,
): ComplaintReference | null {
  const number = id && numbers[id];
  return number ? { id: toGlobalId('Complaint', id), number } : null;
}
