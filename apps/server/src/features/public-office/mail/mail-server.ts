import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { Attempts } from '../attempts.repository.ts';
import type { PublicOffice, PublicOffices } from '../public-offices.ts';
import { LARGEST_PUBLIC_FILE } from '../uploads.ts';
import { readMail } from './incoming-mail.ts';
import type { MailIntake } from './mail-intake.ts';

/** The largest letter: a file as large as the public may send, in the letters of base64, and its words. */
const LARGEST_MAIL = Math.ceil(LARGEST_PUBLIC_FILE * 1.4);

export interface MailServer {
  /** The port that it listens on. */
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Takes e-mail for offices at `<short name>@<domain>`. It listens for the mail server of the house alone, which knows
 * who may send what (SPF, DKIM) and speaks to the world; a letter is accepted once it is written down, so that what is
 * lost before is sent again.
 */
export async function openMailServer(options: {
  readonly host: string;
  readonly port: number;
  readonly domain: string;
  readonly offices: PublicOffices;
  readonly intake: MailIntake;
  readonly attempts: Attempts;
  readonly onTrouble: (error: unknown) => void;
}): Promise<MailServer> {
  const { host, port, domain, offices, intake, attempts, onTrouble } = options;

  const officeAt = async (address: string): Promise<PublicOffice> => {
    const [slug = '', at] = address.toLowerCase().split('@');
    const office = at === domain.toLowerCase() ? await offices.find(slug) : undefined;
    if (!office?.office.publicPage.takesMail) throw answer(550, 'No office takes mail at this address.');
    return office;
  };

  const takeIn = async (stream: SMTPServerDataStream, envelope: { from: string; to: readonly string[] }) => {
    const raw = await readAll(stream);
    if (raw === undefined) throw answer(552, `The letter is larger than ${LARGEST_MAIL} bytes.`);
    const mail = await readMail(raw, envelope);
    for (const address of envelope.to) {
      const office = await officeAt(address);
      const { tenantId } = office.office;
      const attempt = { tenantId, kind: 'MAIL', subject: mail.from.address } as const;
      if (await attempts.areTooMany(attempt)) throw answer(450, 'Too many letters. Try again in an hour.');
      const taken = await intake.take(office, mail);
      if (taken.what === 'REFUSED') throw answer(550, ascii(taken.why));
      await attempts.note([attempt]);
    }
  };

  const server = new SMTPServer({
    ...{ name: domain, banner: 'Huiyin', size: LARGEST_MAIL, logger: false, authOptional: true },
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      officeAt(address).then(
        () => done(),
        (error: unknown) => done(told(error)),
      );
    },
    onData: (stream, { envelope }, done) => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      const to = envelope.rcptTo.map(({ address }) => address);
      takeIn(stream, { from, to }).then(
        () => done(),
        (error: unknown) => done(told(error)),
      );
    },
  });
  server.on('error', onTrouble);
  const listening = server.listen(port, host);
  await once(listening, 'listening');
  return {
    port: (listening.address() as AddressInfo).port,
    close: () => new Promise((closed) => void server.close(() => closed())),
  };

  /** What is not the sender's fault is ours: told to the log, and to be tried again. */
  function told(error: unknown): Error {
    if (error instanceof MailAnswer) return error;
    onTrouble(error);
    return answer(451, 'The server failed. Try again later.');
  }
}

/** A refusal in the words of SMTP. */
class MailAnswer extends Error {
  override readonly name = 'MailAnswer';
  readonly responseCode: number;

  constructor(responseCode: number, text: string) {
    super(text);
    this.responseCode = responseCode;
  }
}

const answer = (code: number, text: string) => new MailAnswer(code, text);

/** Answers of SMTP are ASCII on one line. */
const ascii = (text: string): string => text.replace(/[^\x20-\x7e]+/g, ' ').trim();

/** Everything that is sent; `undefined` when it is too large, which is known at its end. */
async function readAll(stream: SMTPServerDataStream): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      bytes += (chunk as Buffer).length;
      if (bytes <= LARGEST_MAIL) chunks.push(chunk as Buffer);
    }
  } catch {
    throw answer(451, 'The letter did not come in whole.');
  }
  return bytes > LARGEST_MAIL ? undefined : Buffer.concat(chunks);
}
