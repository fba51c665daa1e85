import type { Localized } from '@huiyin/shared';

/** Why a command was refused. Stable: third parties branch on them. */
export const REFUSAL_CODES = [
  /** The complaint's state does not allow it. */
  'WRONG_STATE',
  /** The caller may not do it. */
  'FORBIDDEN',
  /** Something that must be given is missing. */
  'REQUIRED',
  /** A value is not one of those allowed, out of range or malformed. */
  'INVALID',
  /** A condition of the sector is not met yet. */
  'CONDITION_UNMET',
  /** The thing named does not exist here. */
  'NOT_FOUND',
  /** Somebody else changed it in the meantime. */
  'CONFLICT',
  /** It has been done already. */
  'ALREADY_DONE',
  /** The window for it has passed. */
  'TOO_LATE',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A typed refusal: what is wrong, where, and what to do about it, in both languages. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Path of the input field at fault, dotted (`details.batch`); absent when it is not about one field. */
  readonly field?: string;
  readonly message: Localized;
}

/** What is answered for an id of nobody, of another organisation, or of what the caller may not know of: one and the same. */
export const NO_SUCH_THING: Refusal = {
  code: 'NOT_FOUND',
  message: { zh: '没有找到。请检查编号是否正确。', en: 'There is no such thing. Check the id.' },
};

/** What is answered to whoever decided on a version of something that others have changed since. */
export const CHANGED_MEANWHILE: Refusal = {
  code: 'CONFLICT',
  field: 'version',
  message: {
    zh: '内容已被他人更新；请查看最新内容后再操作。',
    en: 'Somebody has changed it in the meantime; look at it as it is now and try again.',
  },
};

/** Thrown by the parts of `decide`, caught at its edge: a refusal is an answer, not a fault. */
export class RefusedError extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.message.en).join(' '));
    this.name = 'RefusedError';
    this.refusals = refusals;
  }
}

/** Refuses a command. */
export function refuse(code: RefusalCode, message: Localized, field?: string): never {
  throw new RefusedError([field === undefined ? { code, message } : { code, field, message }]);
}
