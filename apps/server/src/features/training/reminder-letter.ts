import type { Office } from '../../casework/office.ts';
import type { Mail } from '../../identity/mailer.ts';
import type { CertificateRow } from './training.repository.ts';

export type Certificate = Pick<CertificateRow, 'name' | 'certificate' | 'expiresOn'>;

/** The letter that says whose certificates end soon. */
export function reminderLetter(options: {
  readonly to: string;
  readonly certificates: readonly Certificate[];
  readonly office: Pick<Office, 'name' | 'nameEn'>;
}): Mail {
  const { to, certificates, office } = options;
  const lines = [
    '您好：',
    '以下培训证书即将到期，请安排复训或复审：',
    'These certificates end soon. Please arrange for them to be renewed:',
    '',
    ...certificates.map(
      ({ name, certificate, expiresOn }) => `${name}  ${certificate}  ${expiresOn} 到期 / ends`,
    ),
    '',
  ];
  return {
    to,
    subject: `回音：${office.name}培训证书即将到期 / Huiyin: certificates end soon at ${office.nameEn}`,
    text: lines.join('\n'),
  };
}
