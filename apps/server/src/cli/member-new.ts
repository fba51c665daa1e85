import { parseArgs } from 'node:util';
import { ROLES, type Role } from '@huiyin/domain';
import { createStaff } from '../identity/accounts.ts';
import { randomSecret } from '../kept-secret.ts';
import type { Database } from '../tenancy/database.ts';
import { organizationOf, runCommand, UsageError } from './command.ts';

/** npm run member:new -- --organization <slug> --role <role> --email <address> --name <name> [--department <name>] */

const USAGE = `用法 Usage: npm run member:new -- --organization <slug> --role <role> --email <邮箱> --name <姓名> [--department <部门>]
  --role        角色 Role: ${ROLES.join(', ')}
  --department  部门名称；承办人和部门负责人需要  Name of the department; handlers and leads need one`;

/** Roles that belong to a department: what they may do depends on which. */
const OF_DEPARTMENT: readonly Role[] = ['HANDLER', 'DEPARTMENT_LEAD'];

await runCommand({
  read: () => {
    const { values } = parseArgs({
      options: {
        organization: { type: 'string', default: '' },
        role: { type: 'string', default: '' },
        email: { type: 'string', default: '' },
        name: { type: 'string', default: '' },
        department: { type: 'string' },
      },
    });
    const { organization, email, name, department } = values;
    const role = ROLES.find((each) => each === values.role);
    if (!organization || !role || name.trim() === '' || !/^\S+@\S+$/.test(email)) throw new UsageError(USAGE);
    if (!department && OF_DEPARTMENT.includes(role)) throw new UsageError(USAGE);
    return { organization, email, name, department, role };
  },
  work: async ({ database }, { organization, email, name, department, role }) => {
    const { tenantId } = await organizationOf(database, organization);
    const departmentId = department ? await departmentOf(database, tenantId, department) : undefined;
    const joins = await hasAccount(database, email);
    const password = randomSecret().slice(0, 16);
    await createStaff(database, { tenantId, email, name, role, departmentId, password }).catch(alreadyMember);
    process.stdout.write(
      joins
        ? `${email} 已有账号，沿用原密码。 Has an account already and keeps its password.\n`
        : `${email} 的密码（只显示这一次）。 Password, shown only this once: ${password}\n`,
    );
    return 0;
  },
});

async function departmentOf(database: Database, tenantId: string, name: string): Promise<string> {
  const departments = await database.readInTenant<{ id: string; name: string }>(
    { tenantId },
    { text: 'select id, name from department where active order by name', values: [] },
  );
  const found = departments.find((department) => department.name === name);
  if (found) return found.id;
  const known = departments.map((department) => department.name).join('、') || '—';
  throw new UsageError(`没有部门 ${name}。已有 Known departments: ${known}`);
}

async function hasAccount(database: Database, email: string): Promise<boolean> {
  const [account] = await database.asPlatform((query) =>
    query({ text: 'select 1 from identity."user" where email = $1', values: [email.toLowerCase()] }),
  );
  return account !== undefined;
}

/** Says of a doubled member what the database says of a unique index. */
function alreadyMember(error: unknown): never {
  if ((error as { code?: string }).code !== '23505') throw error;
  throw new UsageError('此人已是该机构成员。 This person is a member of the organisation already.');
}
