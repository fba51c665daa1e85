import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { v7 as uuidv7 } from 'uuid';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** How letters leave the house. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** What letters are sent with: by whom, and where the links in them lead. */
export interface Post {
  readonly mailer: Mailer;
  /** The address of the product, without a trailing slash. */
  readonly publicUrl: string;
}

/** Keeps every letter as a file that mail programs open: for a demo, and where no mail server is set up yet. */
export function folderMailer(folder: string): Mailer {
  return {
    send: async ({ to, subject, text }) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const header = (value: string): string => `=?utf-8?B?${Buffer.from(value).toString('base64')}?=`;
      const letter = [
        `To: ${to.replace(/[\r\n]/g, '')}`,
        `Subject: ${header(subject)}`,
        'Content-Type: text/plain; charset=utf-8',
        '',
        text,
        '',
      ].join('\r\n');
      writeFileSync(join(folder, `${uuidv7()}.eml`), letter, { mode: 0o600 });
    },
  };
}

/** Hands every letter to a mail server, which keeps it until it is delivered. */
export function smtpMailer({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  const transport = createTransport(url);
  return {
    send: async ({ to, subject, text }) => {
      // Programs that answer by themselves leave it alone (RFC 3834).
      await transport.sendMail({ from, to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } });
    },
  };
}
