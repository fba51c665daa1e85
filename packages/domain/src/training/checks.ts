import type { Refusal } from '../complaint/refusal.ts';
import { LONGEST_NAME, problemWithText, REQUIRED } from '../complaint/texts.ts';
import type { LocalDate } from '../time.ts';
import type { Attendance, TrainingSession } from './training.ts';

/** In one room. */
const MOST_PEOPLE = 1_000;
/** Of a course of ten weeks. */
const MOST_TENTHS = 4_000;

/** Everything that is wrong with a session, so that a form can show it at once. */
export function sessionProblems(session: TrainingSession, today: LocalDate): Refusal[] {
  const { topic, trainer, heldOn, tenthsOfHours, attendances } = session;
  const problems = [...textProblems(topic, 'topic', true), ...textProblems(trainer, 'trainer', false)];
  if (heldOn > today) problems.push({ ...NOT_YET, field: 'heldOn' });
  if (!Number.isInteger(tenthsOfHours) || tenthsOfHours < 1 || tenthsOfHours > MOST_TENTHS) {
    problems.push({ ...NO_HOURS, field: 'hours' });
  }
  if (attendances.length === 0) problems.push({ ...NOBODY, field: 'attendances' });
  if (attendances.length > MOST_PEOPLE) problems.push({ ...TOO_MANY, field: 'attendances' });
  const names = new Set(attendances.map(({ name }) => name));
  if (names.size < attendances.length) problems.push({ ...TWICE, field: 'attendances' });
  return [...problems, ...attendances.flatMap((attendance) => attendanceProblems(attendance, heldOn))];
}

/** What is wrong with what is said of one person. */
export function attendanceProblems(attendance: Attendance, heldOn: LocalDate): Refusal[] {
  const { name, certificate = '', expiresOn, assessment } = attendance;
  const field = 'attendances';
  const problems = [...textProblems(name, field, true), ...textProblems(certificate, field, false)];
  if (expiresOn !== undefined && certificate === '') problems.push({ ...NO_CERTIFICATE, field });
  if (expiresOn !== undefined && expiresOn < heldOn) problems.push({ ...ENDS_FIRST, field });
  if (certificate !== '' && assessment === 'FAILED') problems.push({ ...FAILED, field });
  return problems;
}

function textProblems(text: string, field: string, required: boolean): Refusal[] {
  if (required && text.trim() === '') return [{ code: 'REQUIRED', field, message: REQUIRED }];
  const problem = problemWithText(text, LONGEST_NAME);
  return problem ? [{ code: 'INVALID', field, message: problem }] : [];
}

const NOT_YET: Refusal = {
  code: 'INVALID',
  message: { zh: '培训日期不能晚于今天；请在培训结束后登记。', en: 'Write a session down once it was held.' },
};
const NO_HOURS: Refusal = {
  code: 'INVALID',
  message: { zh: '学时应为 0.1 至 400 小时。', en: 'The hours are from 0.1 to 400.' },
};
const NOBODY: Refusal = {
  code: 'REQUIRED',
  message: { zh: '请至少登记一名参加人员。', en: 'Write down at least one person who took part.' },
};
const TOO_MANY: Refusal = {
  code: 'INVALID',
  message: { zh: `一场最多登记 ${MOST_PEOPLE} 人。`, en: `At most ${MOST_PEOPLE} people a session.` },
};
const TWICE: Refusal = {
  code: 'INVALID',
  message: {
    zh: '同一姓名登记了两次；如确系同名，请在姓名后注明。',
    en: 'A name stands here twice; tell two people of one name apart by an addition.',
  },
};
const NO_CERTIFICATE: Refusal = {
  code: 'INVALID',
  message: { zh: '填写到期日时，请填写证书名称。', en: 'Name the certificate that ends on this day.' },
};
const ENDS_FIRST: Refusal = {
  code: 'INVALID',
  message: { zh: '证书到期日不能早于培训日期。', en: 'A certificate ends after the session.' },
};
const FAILED: Refusal = {
  code: 'INVALID',
  message: { zh: '考核不合格的不能登记证书。', en: 'Who failed has no certificate.' },
};
