import { createHash } from 'node:crypto';
import { htmlToText } from 'html-to-text';
import PostalMime, { type Email } from 'postal-mime';

/** A letter that came by e-mail, as far as a complaint needs it. */
export interface IncomingMail {
  /** The same for the same letter, however often it is delivered. */
  readonly key: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** What was written, without control characters. */
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly content: Buffer }[];
  /** Written by a program: an absence note, a bounce, a list. Answering it could go on for ever. */
  readonly automatic: boolean;
}

/** What a letter that is a web page says: its words alone. */
const AS_WORDS = {
  wordwrap: false as const,
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
  ],
};
/** Where an answer begins to repeat the letter that it answers. */
const QUOTED = /^(>|On .{5,200} wrote:\s*$|在.{5,200}写道[：:]\s*$|-{3,}\s*(Original Message|原始邮件))/im;
/** Precedence of what goes to many. */
const TO_MANY = /^(bulk|junk|list|auto_reply)$/i;

/**
 * Reads a letter as it came over the wire.
 * @param envelope who delivered it; empty for a bounce
 */
export async function readMail(raw: Buffer, envelope: { readonly from: string }): Promise<IncomingMail> {
  const email = await PostalMime.parse(raw);
  // Whom the house's own mail server has checked (SPF, DKIM), and not where an answer is asked to: anybody can write that.
  const { from: sender, messageId = '', subject = '' } = email;
  return {
    key: `mail-${createHash('sha256')
      // Not by its id alone: another letter that bears the same would be lost.
      .update(JSON.stringify([messageId, sender?.address, subject, email.text ?? email.html]))
      .digest('hex')}`,
    from: {
      name: sender?.name.trim() || (sender?.address ?? ''),
      address: (sender?.address ?? envelope.from).toLowerCase(),
    },
    subject: clean(subject).replace(/\s+/g, ' '),
    text: clean(email.text ?? htmlToText(email.html ?? '', AS_WORDS)),
    files: email.attachments.map(({ filename, content }, index) => ({
      name: filename ?? `attachment-${index + 1}`,
      content: Buffer.from(content as Uint8Array),
    })),
    automatic: envelope.from === '' || isAutomatic(email),
  };
}

/** What of an answer is new. */
export function withoutQuotation(text: string): string {
  const at = text.search(QUOTED);
  const said = at > 0 ? text.slice(0, at).trim() : text;
  return said || text;
}

/** RFC 3834: what a program has written says so. */
function isAutomatic({ headers }: Email): boolean {
  const value = (key: string) => headers.find((header) => header.key === key)?.value.trim() ?? '';
  const submitted = value('auto-submitted');
  return (
    (submitted !== '' && !/^no\b/i.test(submitted)) ||
    TO_MANY.test(value('precedence')) ||
    value('list-id') !== ''
  );
}

function clean(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}
