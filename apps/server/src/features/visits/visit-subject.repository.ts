import type { VisitPlan, VisitTarget } from '@huiyin/domain';
import type { Statement } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

/** Where a visit keeps what is meant by it. */
export const SUBJECT_COLUMNS = {
  RESPONDENT: 'respondent_id',
  DEPARTMENT: 'department_id',
  PLACE: 'site_id',
} as const satisfies Record<VisitTarget, string>;

// An entry that became a name of another is that other one.
const FIND: Readonly<Record<VisitTarget, string>> = {
  RESPONDENT: 'select coalesce(merged_into, id) as id from respondent where tenant_id = $1 and id = $2',
  DEPARTMENT: 'select id from department where tenant_id = $1 and id = $2',
  PLACE: 'select id from site where tenant_id = $1 and id = $2',
};

/** The id of what a plan means; undefined where the organisation has nothing of that id and kind. */
export async function findSubject(
  tx: TenantTransaction,
  { target, id }: { readonly target: VisitTarget; readonly id: string },
): Promise<string | undefined> {
  const [found] = await tx.query<{ id: string }>({
    name: `visit.subject.${target}`,
    text: FIND[target],
    values: [tx.tenantId, id],
  });
  return found?.id;
}

/** What a plan means, in the order of `SUBJECT_COLUMNS`. */
export function subjectValues({ target, subjectId }: VisitPlan): readonly (string | null)[] {
  return Object.keys(SUBJECT_COLUMNS).map((each) => (each === target ? (subjectId ?? null) : null));
}

/** The entries of the register that are, or were, called so. */
export function respondentsCalled(name: string): Statement {
  return {
    name: 'visit.respondents-called',
    text: 'select distinct coalesce(merged_into, id) as id from respondent where name = $1',
    values: [name],
  };
}
