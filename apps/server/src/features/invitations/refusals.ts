import { LONGEST_NAME, problemWithText, type Refusal, ROLES, type Role } from '@huiyin/domain';
import type { Office } from '../../casework/office.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../identity/auth.ts';

/** Why an invitation is not sent, or not taken up. */

const LONGEST_EMAIL = 254;
/** Something, an @, something with a dot: whether it is an address only a letter can tell. */
const EMAIL = /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;]+$/;

export function problemsWithInvitation(
  asked: {
    readonly email: string;
    readonly name: string;
    readonly role: Role;
    readonly departmentId: string | null;
  },
  { directory }: Office,
): Refusal[] {
  const { email, name, role, departmentId } = asked;
  const problems: Refusal[] = [];
  if (email.length > LONGEST_EMAIL || !EMAIL.test(email) || problemWithText(email, LONGEST_EMAIL)) {
    problems.push(NO_ADDRESS);
  }
  problems.push(...problemsWithName(name));
  if (!ROLES.includes(role)) problems.push(NO_ROLE);
  const department = departmentId === null ? undefined : directory.departments.get(departmentId);
  if (departmentId !== null && !department) problems.push(NO_DEPARTMENT);
  const belongs = role === 'HANDLER' || role === 'DEPARTMENT_LEAD';
  if (belongs && departmentId === null) problems.push(NEEDS_DEPARTMENT);
  return problems;
}

/** What is wrong with the name and the password of somebody who had no account. */
export function problemWithNewcomer({
  name,
  password,
}: {
  readonly name: string;
  readonly password: string;
}): Refusal | undefined {
  const [problem] = problemsWithName(name.trim());
  if (problem) return problem;
  if (password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD) return undefined;
  const message = {
    zh: `密码应为 ${SHORTEST_PASSWORD} 到 ${LONGEST_PASSWORD} 个字符。`,
    en: `A password has from ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`,
  };
  return { code: 'INVALID', field: 'password', message };
}

function problemsWithName(name: string): Refusal[] {
  if (name === '') return [GIVE_NAME];
  const message = problemWithText(name, LONGEST_NAME);
  return message ? [{ code: 'INVALID', field: 'name', message }] : [];
}

export const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: {
    zh: '只有单位管理员可以邀请成员。',
    en: 'Members are invited by the organisation’s administrator.',
  },
};
export const MEMBER_ALREADY: Refusal = {
  ...{ code: 'ALREADY_DONE', field: 'email' },
  message: {
    zh: '该邮箱已属于本单位的成员；如已停用，请在成员列表中启用。',
    en: 'This address belongs to a member already. If they were switched off, switch them on in the list.',
  },
};
export const INVITED_ALREADY: Refusal = {
  ...{ code: 'ALREADY_DONE', field: 'email' },
  message: {
    zh: '已向该邮箱发出邀请；如未收到，请重发。',
    en: 'This address has been invited already. If nothing came, send it again.',
  },
};
export const LEADS_NOWHERE: Refusal = {
  ...{ code: 'NOT_FOUND', field: 'token' },
  message: {
    zh: '邀请已失效：可能已使用、撤回、重发或过期。请联系单位管理员重新发送。',
    en: 'This invitation leads nowhere any more: used, withdrawn, sent again or past its day. Ask for a new one.',
  },
};
export const WRONG_PASSWORD: Refusal = {
  ...{ code: 'INVALID', field: 'password' },
  message: { zh: '密码不正确。', en: 'The password is not right.' },
};
export const LOCKED: Refusal = {
  ...{ code: 'INVALID', field: 'password' },
  message: { zh: '尝试次数过多，请 15 分钟后再试。', en: 'Too many attempts. Try again in 15 minutes.' },
};
const NO_ADDRESS: Refusal = {
  ...{ code: 'INVALID', field: 'email' },
  message: { zh: '请填写正确的邮箱地址。', en: 'Give a valid e-mail address.' },
};
const GIVE_NAME: Refusal = {
  ...{ code: 'REQUIRED', field: 'name' },
  message: { zh: '请填写姓名。', en: 'Give a name.' },
};
const NO_ROLE: Refusal = {
  ...{ code: 'INVALID', field: 'role' },
  message: { zh: '请从选项中选择。', en: 'Choose one of the options.' },
};
const NO_DEPARTMENT: Refusal = {
  ...{ code: 'NOT_FOUND', field: 'departmentId' },
  message: { zh: '没有这个部门，请重新选择。', en: 'There is no such department. Choose another.' },
};
const NEEDS_DEPARTMENT: Refusal = {
  ...{ code: 'REQUIRED', field: 'departmentId' },
  message: { zh: '承办人和部门负责人须属于一个部门。', en: 'Handlers and leads belong to a department.' },
};
