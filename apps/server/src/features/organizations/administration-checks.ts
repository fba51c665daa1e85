import {
  findOption,
  LONGEST_NAME,
  NO_SUCH_THING,
  problemWithText,
  type Refusal,
  ROLES,
  type Role,
  type TenantActor,
} from '@huiyin/domain';
import type { Office } from '../../casework/office.ts';

export interface DepartmentInput {
  /** Absent: a new one. */
  readonly id?: string | undefined;
  readonly name?: string | null;
  readonly nameEn?: string | null;
  readonly kind?: string | null;
  readonly parentId?: string | null | undefined;
  readonly active?: boolean | null;
}

/** What is wrong with a department as it would stand. */
export function departmentProblems(input: DepartmentInput, { sector, directory }: Office): Refusal[] {
  const { id, name, nameEn, kind, parentId } = input;
  const problems: Refusal[] = [];
  if (name != null || id === undefined) problems.push(...nameProblems(name ?? '', 'name'));
  if (nameEn) problems.push(...nameProblems(nameEn, 'nameEn'));
  if (kind && !findOption(sector.respondentTypes, kind)) problems.push({ ...NOT_AN_OPTION, field: 'kind' });
  if (parentId && !directory.departments.has(parentId))
    problems.push({ ...NO_SUCH_THING, field: 'parentId' });
  // A department cannot stand below itself, however far.
  for (let above = parentId; above; above = directory.departments.get(above)?.parentId) {
    if (above !== id) continue;
    problems.push({ ...BELOW_ITSELF, field: 'parentId' });
    break;
  }
  return problems;
}

/** What is wrong with a member as they would be. */
export function memberProblems(
  member: {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    readonly departmentId: string | null;
    readonly active: boolean;
  },
  { office, actor }: { readonly office: Office; readonly actor: TenantActor },
): Refusal[] {
  const { departments, members } = office.directory;
  const problems = nameProblems(member.name, 'name');
  if (!ROLES.includes(member.role)) problems.push({ ...NOT_AN_OPTION, field: 'role' });
  if (member.departmentId !== null && !departments.has(member.departmentId)) {
    problems.push({ ...NO_SUCH_THING, field: 'departmentId' });
  }
  const belongs = member.role === 'HANDLER' || member.role === 'DEPARTMENT_LEAD';
  if (belongs && member.departmentId === null) problems.push({ ...NEEDS_DEPARTMENT, field: 'departmentId' });
  const administers = ({ role, active }: { role: Role; active: boolean }): boolean =>
    role === 'ADMINISTRATOR' && active;
  const others = [...members.values()].some((each) => each.id !== member.id && administers(each));
  if (!administers(member) && !others) problems.push({ ...LAST_ADMINISTRATOR, field: 'role' });
  if (actor.kind === 'staff' && actor.memberId === member.id && !administers(member)) {
    problems.push({ ...NOT_YOURSELF, field: 'id' });
  }
  return problems;
}

function nameProblems(name: string, field: string): Refusal[] {
  if (name.trim() === '') return [{ ...GIVE_NAME, field }];
  const problem = problemWithText(name, LONGEST_NAME);
  return problem ? [{ code: 'INVALID', field, message: problem }] : [];
}

const NOT_AN_OPTION: Refusal = {
  code: 'INVALID',
  message: { zh: '请从选项中选择。', en: 'Choose one of the options.' },
};
const GIVE_NAME: Refusal = { code: 'REQUIRED', message: { zh: '请填写名称。', en: 'Give a name.' } };
const BELOW_ITSELF: Refusal = {
  code: 'INVALID',
  message: { zh: '部门不能隶属于自身或其下级部门。', en: 'A department cannot stand below itself.' },
};
const NEEDS_DEPARTMENT: Refusal = {
  code: 'REQUIRED',
  message: { zh: '承办人和部门负责人须属于一个部门。', en: 'Handlers and leads belong to a department.' },
};
const LAST_ADMINISTRATOR: Refusal = {
  code: 'CONDITION_UNMET',
  message: { zh: '单位至少须有一名在岗管理员。', en: 'Somebody must stay its administrator.' },
};
const NOT_YOURSELF: Refusal = {
  code: 'CONDITION_UNMET',
  message: {
    zh: '不能取消自己的管理员身份，请由其他管理员办理。',
    en: 'Another administrator takes your part away, not you yourself.',
  },
};
