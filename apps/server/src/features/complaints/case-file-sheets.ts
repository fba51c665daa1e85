import {
  CHANNEL_LABELS,
  DEMAND_LABELS,
  DISCLOSURE_LABELS,
  FINDING_LABELS,
  FOLLOW_UP_LABELS,
  formatAmount,
  KIND_LABELS,
  SOURCE_LEVEL_LABELS,
  STATUS_LABELS,
  wordsOfInstant,
} from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import { escapeMarkup } from '../../casework/markup.ts';
import type { RecordedMoneyType } from '../../graphql/values.ts';
import { CASE_FILE_WORDS } from './case-file-words.ts';
import type { ComplaintType } from './complaint.type.ts';

/** A sheet of a case file, in the reader's language: a page to be opened or printed anywhere. */
interface Sheet {
  readonly complaint: ComplaintType;
  readonly locale: Locale;
  readonly organization: Localized;
}

type Word = keyof typeof CASE_FILE_WORDS;

const instant = (at: string | Date): string => wordsOfInstant(new Date(at).toISOString());
const joined = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter(Boolean).join(' · ');
const named = (name: string, text: string, locale: Locale): string =>
  locale === 'en' ? `${name}: ${text}` : `${name}：${text}`;
const sum = (money: RecordedMoneyType | null): string | null =>
  money && `${money.converted.currency} ${formatAmount(money.converted)}`;

/** What the register says of the complaint, and what became of it. */
export function registerSheet(
  sheet: Sheet & { readonly taken: readonly (readonly [Word, string])[] },
): string {
  const { locale, taken } = sheet;
  const word = (key: Word) => inLocale(CASE_FILE_WORDS[key], locale);
  const rows = [...registered(sheet), ...outcome(sheet), ...taken]
    .filter(([, text]) => text.trim() !== '')
    .map(
      ([key, text]) =>
        `<tr><th scope="row">${escapeMarkup(word(key))}</th><td>${escapeMarkup(text)}</td></tr>`,
    );
  return page(sheet, 'register', `<table>${rows.join('\n')}</table>`);
}

function registered({ complaint, locale }: Sheet): readonly (readonly [Word, string])[] {
  const say = (text: Localized) => inLocale(text, locale);
  const { source, complainant: person, respondent, acceptance } = complaint;
  const about = [respondent.department?.name, ...respondent.members.map(({ name }) => name)];
  return [
    ['number', complaint.number],
    ['externalNumber', complaint.externalNumber ?? ''],
    ['status', say(STATUS_LABELS[complaint.status])],
    ['received', instant(complaint.receivedAt)],
    ['channel', say(CHANNEL_LABELS[complaint.channel])],
    ['source', joined(say(SOURCE_LEVEL_LABELS[source.level]), source.body, source.reference)],
    ['kind', say(KIND_LABELS[complaint.kind])],
    ['category', complaint.category?.label ?? ''],
    ['classification', complaint.classification?.label ?? ''],
    ['disclosure', say(DISCLOSURE_LABELS[complaint.disclosure])],
    ['complainant', joined(person?.name, person?.phone, person?.email, person?.address)],
    ['groupSize', String(complaint.groupSize)],
    ['respondent', joined(respondent.name, respondent.type?.label, ...about)],
    ['occurredOn', complaint.occurredOn ?? ''],
    ['demands', joined(...complaint.demands.map((demand) => say(DEMAND_LABELS[demand])))],
    ['content', complaint.content],
    ['particulars', complaint.detailTexts.map(({ label, text }) => named(label, text, locale)).join('\n')],
    ['decision', acceptance ? `${instant(acceptance.at)}\n${acceptance.notice}` : ''],
    ['department', complaint.department?.name ?? ''],
    ['handler', complaint.handler?.name ?? ''],
  ];
}

function outcome({ complaint, locale }: Sheet): readonly (readonly [Word, string])[] {
  const say = (text: Localized) => inLocale(text, locale);
  const word = (key: Word) => say(CASE_FILE_WORDS[key]);
  const { finding, closing } = complaint;
  return [
    [
      'clocks',
      complaint.clocks
        .map(({ label, dueAt, endedAt }) =>
          joined(
            label,
            `${word('due')} ${instant(dueAt)}`,
            endedAt ? `${word('ended')} ${instant(endedAt)}` : null,
          ),
        )
        .join('\n'),
    ],
    ['finding', finding ? `${say(FINDING_LABELS[finding.finding])}\n${finding.facts}` : ''],
    [
      'answers',
      complaint.answers
        .filter(({ givenAt }) => givenAt !== null)
        .map(({ givenAt, via, text }) =>
          joined(instant(givenAt ?? ''), via && say(CHANNEL_LABELS[via]), text),
        )
        .join('\n'),
    ],
    [
      'remedies',
      complaint.remedies
        .map(({ kind, money, description }) => joined(kind.label, sum(money), description))
        .join('\n'),
    ],
    [
      'sanctions',
      complaint.sanctions
        .map(({ kind, party, money, basis }) => joined(kind.label, party, sum(money), basis))
        .join('\n'),
    ],
    [
      'followUps',
      complaint.followUps
        .map(({ at, result, remark }) => joined(instant(at), say(FOLLOW_UP_LABELS[result]), remark))
        .join('\n'),
    ],
    ['causes', complaint.causes.map(({ cause, explanation }) => joined(cause.label, explanation)).join('\n')],
    ['lessons', complaint.lessons.map(({ text }) => text).join('\n')],
    [
      'correctiveActions',
      complaint.correctiveActions.map(({ text, dueOn, proof }) => joined(text, dueOn, proof)).join('\n'),
    ],
    ['closing', closing ? joined(instant(closing.at), closing.summary) : ''],
    [
      'documents',
      complaint.documents
        .map(({ document, number, addressedTo, issuedAt }) =>
          joined(document.label, number, addressedTo, instant(issuedAt)),
        )
        .join('\n'),
    ],
    [
      'evidence',
      complaint.evidence.map(({ title, at, text }) => joined(title, instant(at), text)).join('\n'),
    ],
  ];
}

/** Everything that happened, in order, each with its hash. */
export function eventsSheet(sheet: Sheet): string {
  const columns: readonly Word[] = ['sequence', 'at', 'event', 'actor', 'words', 'hash'];
  const head = columns.map(
    (key) => `<th scope="col">${escapeMarkup(inLocale(CASE_FILE_WORDS[key], sheet.locale))}</th>`,
  );
  const rows = sheet.complaint.history.map(({ seq, at, label, actor, summary, details, hash }) => {
    const said = [
      summary ?? '',
      ...details.map(({ label: name, before, text }) =>
        named(name, before ? `${before} → ${text}` : text, sheet.locale),
      ),
    ];
    const cells = [String(seq), instant(at), label, actor, said.filter(Boolean).join('\n')];
    return `<tr>${cells.map((cell) => `<td>${escapeMarkup(cell)}</td>`).join('')}<td><code>${hash}</code></td></tr>`;
  });
  return page(
    sheet,
    'events',
    `<table class="course"><thead><tr>${head.join('')}</tr></thead>${rows.join('\n')}</table>`,
  );
}

const STYLE = `body { font: 14px/1.6 system-ui, "Noto Sans SC", sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
h1 { font-size: 1.4rem } table { border-collapse: collapse; width: 100% } .course { min-width: 46rem }
th, td { border: 1px solid #999; padding: .35rem .6rem; text-align: left; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere }
th[scope=row] { width: 9rem } .course th:last-child { width: 12rem } code { font-size: .75em; word-break: break-all }
@media print { body { margin: 0; max-width: none } tr { break-inside: avoid } }`;

function page({ complaint, locale, organization }: Sheet, title: Word, content: string): string {
  const heading = escapeMarkup(inLocale(CASE_FILE_WORDS[title], locale));
  const under = escapeMarkup(joined(inLocale(organization, locale), complaint.number, complaint.title));
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${heading} ${escapeMarkup(complaint.number)}</title><style>${STYLE}</style></head>
<body><h1>${heading}</h1><p>${under}</p>
${content}
</body></html>
`;
}
