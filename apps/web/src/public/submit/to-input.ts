import type { PublicComplaintSubmitInput } from '../../generated/schema.ts';
import type { Office } from '../with-office.tsx';
import type { Draft } from './draft.ts';
import { fieldsFor } from './problems.ts';

type Input = PublicComplaintSubmitInput;

/** The submission that a draft becomes: only what was asked for what was chosen. */
export function inputOf(options: {
  readonly draft: Draft;
  readonly office: Office;
  readonly captcha: string;
  readonly consent: boolean;
}): Input {
  const { draft, office, captcha, consent } = options;
  const { key, kind, category, content, demands, occurredOn, respondentName, respondentType } = draft;
  const { name, phone, email, files, groupSize, sameAsOthers } = draft;
  const disclosure = draft.disclosure || 'NAMED';
  const details = Object.fromEntries(
    fieldsFor(office, category).flatMap((field) => {
      const value = draft.details[field.key];
      if (value === undefined) return [];
      if (field.kind === 'DATE_TIME') return [[field.key, new Date(String(value)).toISOString()]];
      const empty = typeof value === 'object' && Object.values(value).every((part) => part === '');
      return empty ? [] : [[field.key, value]];
    }),
  );
  return {
    ...{ office: office.slug, captcha, consent, idempotencyKey: key, category, content, disclosure },
    kind: kind as Input['kind'],
    demands: demands as Input['demands'],
    occurredOn: occurredOn || null,
    respondentName: respondentName.trim() || null,
    respondentType: respondentType || null,
    details: Object.keys(details).length > 0 ? { [office.form.detailsKey]: details } : null,
    complainant: disclosure === 'ANONYMOUS' ? null : { name, phone: phone || null, email: email || null },
    ...{ groupSize, sameAsOthers },
    privacyVersion: office.form.privacy.version,
    files: files.map(({ id }) => id),
  };
}
