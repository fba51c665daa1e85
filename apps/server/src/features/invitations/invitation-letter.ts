import { ROLE_LABELS, type Role } from '@huiyin/domain';
import type { Office } from '../../casework/office.ts';
import type { Mail, Post } from '../../identity/mailer.ts';

/** How long a letter leads somewhere. */
export const VALID_DAYS = 7;

/** The letter by which somebody becomes a member. The secret stands behind the `#`: no server ever logs it. */
export function invitationLetter(options: {
  readonly to: string;
  readonly name: string;
  readonly role: Role;
  readonly token: string;
  readonly by: string;
  readonly office: Pick<Office, 'name' | 'nameEn'>;
  readonly post: Pick<Post, 'publicUrl'>;
}): Mail {
  const { to, name, role, token, by, office, post } = options;
  const { zh, en } = ROLE_LABELS[role];
  const lines = [
    `${name}，您好：`,
    `${by}邀请您加入${office.name}，角色为${zh}。请在 ${VALID_DAYS} 天内打开以下链接加入：`,
    '',
    `${name}, ${by} invites you to join ${office.nameEn} (${en}).`,
    `Open this link within ${VALID_DAYS} days:`,
    '',
    `${post.publicUrl}/invitation#${token}`,
    '',
    '链接只能使用一次。如非本人，请忽略此信。',
    'The link works once. If this is not meant for you, ignore this letter.',
    '',
  ];
  return {
    to,
    subject: `回音：邀请您加入${office.name} / Huiyin: join ${office.nameEn}`,
    text: lines.join('\n'),
  };
}
