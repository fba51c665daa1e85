import { type ComplaintState, documentsOf, type TenantActor, wordsOfInstant } from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { authorName } from '../../casework/author-name.ts';
import {
  type CaseFileEntry,
  type CaseFileManifest,
  EVENTS,
  eventLines,
  type KeptBack,
  MANIFEST,
  SUMS,
  sha256Of,
} from '../../casework/case-file.ts';
import type { StoredEvent } from '../../casework/event-chain.ts';
import { HISTORY_SQL, type HistoryEventRow, storedEvents } from '../../casework/history.ts';
import type { Office } from '../../casework/office.ts';
import type { FileStore } from '../../files/file-store.ts';
import { safeName } from '../../files/routes.ts';
import type { Database } from '../../tenancy/database.ts';
import { eventsSheet, registerSheet } from './case-file-sheets.ts';
import { CASE_FILE_WORDS } from './case-file-words.ts';
import type { ComplaintType } from './complaint.type.ts';
import type { ComplaintReadRow } from './complaint-reads.repository.ts';
import { documentFile } from './document-file.ts';
import { insightOf, knowsWho } from './insight.ts';
import { presentComplaint } from './present-complaint.ts';

/** Something in the archive: its words, or a stored file by its hash. */
export type Part = CaseFileEntry & ({ readonly content: Buffer } | { readonly stored: true });

interface Asked {
  readonly actor: TenantActor;
  readonly office: Office;
  readonly locale: Locale;
  /** Read to its full depth. */
  readonly row: ComplaintReadRow & { readonly state: ComplaintState };
  readonly taken: NonNullable<ComplaintState['caseFile']>;
}

/** The events of a complaint in their places, with what was said in them. */
export async function readEvents(
  database: Database,
  actor: TenantActor,
  complaintId: string,
): Promise<readonly StoredEvent[]> {
  const [row] = await database.readInTenant<{ events: readonly HistoryEventRow[] }>(actor, {
    name: 'case-file.events',
    text: `select ${HISTORY_SQL} as events from complaint c where c.id = $1`,
    values: [complaintId],
  });
  return storedEvents(complaintId, row?.events ?? []);
}

/**
 * Everything of a case in order, as its reader may have it; the manifest and the list of hashes at the end. With it the
 * complaint as the reader is shown it.
 */
export async function caseFileParts(
  asked: Asked,
  sources: { readonly files: FileStore; readonly events: readonly StoredEvent[] },
): Promise<{ readonly complaint: ComplaintType; readonly parts: readonly Part[] }> {
  const { actor, office, locale, row, taken } = asked;
  const { events, files } = sources;
  const say = (key: keyof typeof CASE_FILE_WORDS) => inLocale(CASE_FILE_WORDS[key], locale);
  const identity = knowsWho(actor, row.state);
  const viewer = { actor, office, locale, revealed: identity && row.disclosure === 'CONFIDENTIAL' };
  const { words } = insightOf(row, viewer);
  const complaint = presentComplaint(row, viewer);
  const organization = { zh: office.name, en: office.nameEn };
  const head = events.at(-1);
  if (!head) throw new Error('A complaint has no events.');
  const documents = await documentParts(asked, { identity });
  const evidence = await evidenceParts(asked, { files, identity, words });
  const keptBack = [...documents.keptBack, ...evidence.keptBack];
  const sheet = { complaint, locale, organization };
  const takenBy = authorName(head.actor, locale);
  const kept = keptBack.map(({ title, because }) => `${title}: ${say(because)}`).join('\n');
  const parts: readonly Part[] = [
    text(
      '01-register-sheet.html',
      say('register'),
      registerSheet({
        ...sheet,
        taken: [
          ['keptBack', kept],
          ['takenBy', takenBy],
          ['takenAt', wordsOfInstant(taken.at)],
          ['reason', words(taken.reason)],
        ],
      }),
    ),
    text('02-events.html', say('events'), eventsSheet(sheet)),
    text(EVENTS, say('eventLines'), eventLines(events, { identity, words })),
    ...documents.parts,
    ...evidence.parts,
  ];
  const manifest: CaseFileManifest = {
    format: 'huiyin-case-file/1',
    organization,
    complaint: { id: row.id, number: complaint.number, title: complaint.title },
    ...{ takenBy, takenAt: taken.at, reason: words(taken.reason) },
    identity: row.disclosure === 'ANONYMOUS' ? 'ANONYMOUS' : identity ? 'SHOWN' : 'MASKED',
    chainHead: { seq: head.seq, hash: head.hash.toString('hex') },
    entries: parts.map(({ path, title, bytes, sha256 }) => ({ path, title, bytes, sha256 })),
    keptBack,
  };
  const all = [...parts, text(MANIFEST, say('caseFile'), `${JSON.stringify(manifest, null, 2)}\n`)];
  const sums = all.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
  return { complaint, parts: [...all, text(SUMS, 'SHA-256', sums)] };
}

function text(path: string, title: string, content: string): Part {
  return part(path, title, Buffer.from(content));
}

function part(path: string, title: string, content: Buffer): Part {
  return { path, title, content, bytes: content.length, sha256: sha256Of(content) };
}

/** Entries sort by name as they follow each other. */
const place = (index: number): string => String(index + 1).padStart(3, '0');

/** Parts of a kind, and what of it the reader is not to have, by name alone. */
interface Gathered {
  readonly parts: readonly Part[];
  readonly keptBack: readonly KeptBack[];
}

/** What went out in writing, as Word and in the order in which it was issued. */
async function documentParts(
  { office, locale, row: { state } }: Asked,
  { identity }: { readonly identity: boolean },
): Promise<Gathered> {
  const parts: Part[] = [];
  const keptBack: KeptBack[] = [];
  const organization = { zh: office.name, en: office.nameEn };
  for (const [index, issued] of (state.documents ?? []).entries()) {
    const template = documentsOf(office.sector).find(({ code }) => code === issued.document);
    const label = template ? inLocale(template.label, locale) : issued.document;
    const title = `${label} ${issued.number}`;
    if (!template || !identity) {
      keptBack.push({ title, because: template ? 'CONFIDENTIAL' : 'MISSING' });
      continue;
    }
    const path = `03-documents/${place(index)}-${safeName(title)}.docx`;
    parts.push(part(path, title, await documentFile({ issued, template, locale, organization })));
  }
  return { parts, keptBack };
}

/** Files and statements in the order in which they were added. */
async function evidenceParts(
  { actor, row: { state } }: Asked,
  options: {
    readonly files: FileStore;
    readonly identity: boolean;
    readonly words: (text: string) => string;
  },
): Promise<Gathered> {
  const { files, identity, words } = options;
  const parts: Part[] = [];
  const keptBack: KeptBack[] = [];
  for (const [index, item] of state.evidence.entries()) {
    const title = words(item.title);
    const path = `04-evidence/${place(index)}`;
    if (item.kind === 'STATEMENT') {
      parts.push(text(`${path}.txt`, title, words(item.text ?? '')));
      continue;
    }
    const stored = identity ? await files.find(actor, item.sha256) : undefined;
    if (stored && (await files.holds(actor, item.sha256))) {
      const { sha256, bytes } = stored;
      parts.push({ path: `${path}-${safeName(stored.name)}`, title, bytes, sha256, stored: true });
    } else {
      const because = identity ? (state.erased ? 'ERASED' : 'MISSING') : 'CONFIDENTIAL';
      keptBack.push({ title, because });
    }
  }
  return { parts, keptBack };
}
