import { createHmac } from 'node:crypto';
import { type Command, type ComplaintState, type Disclosure, findOption, type Refusal } from '@huiyin/domain';
import type { Casework } from '../../casework/casework.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import { codeFor, hashCode } from './access-code.ts';
import { MISSING_FILES, MissingFilesError } from './add-files.ts';
import type { Attempts } from './attempts.repository.ts';
import { Captcha } from './captcha.ts';
import { PUBLIC_CALLER, registerNewcomer } from './newcomer.ts';
import { PRIVACY_NOTICE } from './privacy.ts';
import { countSimilar, findSubmitted, rememberAccess, useCaptcha } from './public-complaint.repository.ts';
import { classificationOf, publicFields } from './public-form.ts';
import type { PublicOffice } from './public-offices.ts';
import { MOST_PUBLIC_FILES } from './uploads.ts';

/** What somebody of the public sends. */
export interface Submission {
  readonly matter: Omit<
    Extract<Command, { type: 'REGISTER' }>,
    'type' | 'channel' | 'source' | 'receivedAt' | 'classification' | 'disclosure'
  >;
  readonly disclosure: Disclosure;
  readonly complainant: {
    readonly name?: string | undefined;
    readonly phone?: string | undefined;
    readonly email?: string | undefined;
  };
  readonly files: readonly string[];
  readonly consent: boolean;
  /** Of the privacy notice that was shown to them; `undefined`: the one in force. */
  readonly privacyVersion: string | undefined;
  readonly captcha: string;
  /** The submission's own: sent twice, it is registered once. */
  readonly key: string;
}

export type Submitted =
  | { readonly ok: true; readonly complaint: ComplaintState; readonly code: string }
  | { readonly ok: false; readonly refusals: readonly Refusal[] | 'THROTTLED' };

const SIMILAR_DAYS = 90;
const SHORTEST_KEY = 16;

/** Complaints of the public, registered through the one write path by whoever makes them. */
export class Submissions {
  readonly #database: Database;
  readonly #casework: Casework;
  readonly #attempts: Attempts;
  readonly #codeKey: Buffer;
  readonly #captcha: Captcha;

  constructor(options: {
    readonly database: Database;
    readonly casework: Casework;
    readonly attempts: Attempts;
    readonly secret: string;
  }) {
    this.#database = options.database;
    this.#casework = options.casework;
    this.#attempts = options.attempts;
    const keyFor = (use: string): Buffer => createHmac('sha256', options.secret).update(use).digest();
    this.#codeKey = keyFor('public access codes');
    this.#captcha = new Captcha(keyFor('public captcha'));
  }

  challenge({ office }: PublicOffice): Promise<string> {
    return this.#captcha.challenge(office.tenantId);
  }

  /** How many matters of the category (or what it is part of) came in of late, by where they stand. */
  async similar({ office }: PublicOffice, category: string) {
    const found = findOption(office.sector.categories, category);
    if (!found) return { days: SIMILAR_DAYS, counts: [] };
    const below = (node: typeof found.node): string[] => [node.code, ...(node.children ?? []).flatMap(below)];
    const { tenantId } = office;
    const counts = await countSimilar(this.#database, {
      tenantId,
      categories: below(found.node),
      days: SIMILAR_DAYS,
    });
    return { days: SIMILAR_DAYS, counts };
  }

  /** Registers it with its files, and makes its code known; all or nothing. */
  async submit({ office }: PublicOffice, submission: Submission, address: string): Promise<Submitted> {
    const { tenantId } = office;
    const problems = problemsOf(submission, office);
    if (problems.length > 0) return { ok: false, refusals: problems };
    const call = { caller: PUBLIC_CALLER, key: submission.key };
    const again = await this.#database.inTenant({ tenantId }, (tx) => findSubmitted(tx, call));
    const captcha = await this.#captcha.solved(tenantId, submission.captcha);
    if (again === undefined) {
      const attempt = { tenantId, kind: 'SUBMISSION', subject: address } as const;
      if (await this.#attempts.areTooMany(attempt)) return { ok: false, refusals: 'THROTTLED' };
      if (!captcha) return { ok: false, refusals: [CAPTCHA] };
      await this.#attempts.note([attempt]);
    }
    const code = codeFor({ key: this.#codeKey, tenantId, submission: submission.key });
    const codeHash = await hashCode(code);
    try {
      const outcome = await registerNewcomer(this.#casework, {
        ...{ tenantId, key: submission.key, files: submission.files },
        callOf: (complaintId) => callOf(submission, office.sector, complaintId),
        alsoIn: (tx, complaintId) => completed(tx, { captcha, codeHash, complaintId }),
      });
      return outcome.ok
        ? { ok: true, complaint: outcome.complaint, code }
        : { ok: false, refusals: outcome.refusals };
    } catch (error) {
      if (error instanceof CaptchaUsedError) return { ok: false, refusals: [CAPTCHA] };
      if (error instanceof MissingFilesError) return { ok: false, refusals: [MISSING_FILES] };
      throw error;
    }
  }
}

class CaptchaUsedError extends Error {
  override readonly name = 'CaptchaUsedError';
}

async function completed(
  tx: TenantTransaction,
  options: {
    readonly captcha: { readonly signature: string; readonly expiresAt: Date } | undefined;
    readonly codeHash: string;
    readonly complaintId: string;
  },
): Promise<void> {
  const { captcha, codeHash, complaintId } = options;
  if (!captcha || !(await useCaptcha(tx, captcha))) throw new CaptchaUsedError();
  await rememberAccess(tx, { complaintId, codeHash, privacyVersion: PRIVACY_NOTICE.version });
}

function callOf(
  submission: Submission,
  sector: PublicOffice['office']['sector'],
  complaintId: string,
): Parameters<Casework['register']>[1] {
  const { matter, disclosure, complainant, files, key } = submission;
  const classification = classificationOf(sector, matter.category);
  return {
    complaintId,
    idempotencyKey: key,
    asked: { matter, disclosure, complainant, files },
    complainant: disclosure === 'ANONYMOUS' ? undefined : complainant,
    command: {
      ...matter,
      type: 'REGISTER',
      channel: 'WEB_FORM',
      source: { level: 'DIRECT' },
      disclosure,
      receivedAt: new Date().toISOString(),
      ...(classification ? { classification } : {}),
    },
  };
}

/** What is wrong before the domain is asked: what only the public page wants. */
function problemsOf(submission: Submission, { sector, publicPage }: PublicOffice['office']): Refusal[] {
  const { matter, disclosure, complainant, files, consent, privacyVersion, key } = submission;
  if (publicPage.takesComplaints === false) return [CLOSED];
  const problems: Refusal[] = [];
  if (!consent) problems.push({ ...CONSENT, field: 'consent' });
  if (consent && privacyVersion !== undefined && privacyVersion !== PRIVACY_NOTICE.version) {
    problems.push({ ...NEW_NOTICE, field: 'consent' });
  }
  if (key.length < SHORTEST_KEY) problems.push({ ...SHORT_KEY, field: 'idempotencyKey' });
  if (files.length > MOST_PUBLIC_FILES) problems.push({ ...TOO_MANY_FILES, field: 'files' });
  if (matter.category === undefined) problems.push({ ...CATEGORY, field: 'category' });
  if (disclosure !== 'ANONYMOUS') {
    if (!complainant.name?.trim()) problems.push({ ...NAME, field: 'complainant.name' });
    if (!complainant.phone?.trim() && !complainant.email?.trim()) {
      problems.push({ ...REACHABLE, field: 'complainant.phone' });
    }
  }
  const asked = new Set(publicFields(sector).map((field) => field.key));
  for (const field of Object.keys(matter.details)) {
    if (!asked.has(field)) problems.push({ ...NOT_ASKED, field: `details.${field}` });
  }
  return problems;
}

export const CAPTCHA: Refusal = {
  code: 'INVALID',
  field: 'captcha',
  message: { zh: '安全验证已失效，请再提交一次。', en: 'The security check has expired. Send it again.' },
};
const CLOSED: Refusal = {
  code: 'CONDITION_UNMET',
  message: {
    zh: '本单位暂不在网上受理，请打电话或来访。',
    en: 'This office does not take complaints here at present. Please telephone or call in.',
  },
};
const CONSENT: Refusal = {
  code: 'REQUIRED',
  message: { zh: '请先阅读并同意个人信息处理说明。', en: 'Read how your data is used, and agree to it.' },
};
const NEW_NOTICE: Refusal = {
  code: 'CONDITION_UNMET',
  message: {
    zh: '个人信息处理说明已更新。请刷新页面（内容已保存），阅读后再提交。',
    en: 'The notice on how your data is used has changed. Load the page again (what you wrote is kept), read it and send.',
  },
};
const SHORT_KEY: Refusal = {
  code: 'INVALID',
  message: { zh: '幂等键应为随机的 UUID。', en: 'The key must be a random UUID.' },
};
const TOO_MANY_FILES: Refusal = {
  code: 'INVALID',
  message: { zh: `最多 ${MOST_PUBLIC_FILES} 个文件。`, en: `At most ${MOST_PUBLIC_FILES} files.` },
};
const CATEGORY: Refusal = {
  code: 'REQUIRED',
  message: { zh: '请选择是关于什么的。', en: 'Choose what it is about.' },
};
const NAME: Refusal = {
  code: 'REQUIRED',
  message: { zh: '请填写姓名，或选择匿名。', en: 'Give your name, or choose to stay anonymous.' },
};
const REACHABLE: Refusal = {
  code: 'REQUIRED',
  message: {
    zh: '请填写电话或邮箱，以便答复您。',
    en: 'Give a telephone number or an e-mail address, so that you can be answered.',
  },
};
const NOT_ASKED: Refusal = {
  code: 'INVALID',
  message: { zh: '此项由办理单位填写。', en: 'This is for the office to fill in.' },
};
