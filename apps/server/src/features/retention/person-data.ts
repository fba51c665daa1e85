import {
  CHANNEL_LABELS,
  type ComplaintState,
  DISCLOSURE_LABELS,
  STATUS_LABELS,
  wordsOfDetails,
  wordsOfInstant,
} from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import { escapeMarkup } from '../../casework/markup.ts';
import type { Office } from '../../casework/office.ts';

/** What is held of a person, as it is handed over: once for people to read, once for programs. */

/** A complaint with what its complainant left of themselves. */
export interface PersonDataRow {
  readonly id: string;
  readonly number: string;
  readonly received_at: Date;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly privacy_version: string | null;
  readonly state: ComplaintState;
}

/** What is said of one thing, and what it is called. */
interface Told {
  readonly label: string;
  readonly text: string;
}

export interface HandedOver {
  readonly format: 'huiyin-personal-data/1';
  readonly organization: string;
  readonly madeAt: string;
  readonly complaints: readonly { readonly number: string; readonly told: readonly Told[] }[];
}

const t = (zh: string, en: string): Localized => ({ zh, en });
const WORDS = {
  title: t('个人信息副本', 'Copy of personal data'),
  made: t('制作时间', 'Made'),
  name: t('姓名', 'Name'),
  phone: t('电话', 'Telephone'),
  email: t('电子邮箱', 'E-mail'),
  address: t('地址', 'Address'),
  received: t('收件时间', 'Received'),
  channel: t('受理渠道', 'Channel'),
  disclosure: t('身份', 'Identity'),
  status: t('状态', 'State'),
  subject: t('标题', 'Title'),
  content: t('内容', 'What was said'),
  answer: t('答复', 'Answer'),
  document: t('文书', 'Document'),
  evidence: t('您提交的附件', 'What you sent'),
  agreed: t('同意的个人信息告知版本', 'Privacy notice agreed to'),
} as const;

/** Everything of the person themselves; what members of staff noted among themselves is theirs. */
export function handedOver(
  rows: readonly PersonDataRow[],
  { office, locale }: { readonly office: Office; readonly locale: Locale },
): HandedOver {
  return {
    format: 'huiyin-personal-data/1',
    organization: inLocale({ zh: office.name, en: office.nameEn }, locale),
    madeAt: new Date().toISOString(),
    complaints: rows.map((row) => ({ number: row.number, told: toldOf(row, { office, locale }) })),
  };
}

function toldOf(
  row: PersonDataRow,
  { office, locale }: { readonly office: Office; readonly locale: Locale },
): readonly Told[] {
  const { state, name, phone, email, address, received_at: receivedAt, privacy_version: agreed } = row;
  const say = (text: Localized) => inLocale(text, locale);
  const told = (key: keyof typeof WORDS, text: string | null | undefined): Told[] =>
    text?.trim() ? [{ label: say(WORDS[key]), text }] : [];
  const sent = state.evidence.filter(({ fromComplainant }) => fromComplainant);
  return [
    ...[...told('name', name), ...told('phone', phone), ...told('email', email), ...told('address', address)],
    ...told('received', wordsOfInstant(receivedAt.toISOString())),
    ...told('channel', say(CHANNEL_LABELS[state.channel])),
    ...told('disclosure', say(DISCLOSURE_LABELS[state.disclosure])),
    ...told('status', say(STATUS_LABELS[state.status])),
    ...[...told('subject', state.title), ...told('content', state.content)],
    ...wordsOfDetails(office.sector, state.details).map(({ label, text }) => ({
      ...{ label: say(label), text: say(text) },
    })),
    ...state.answers.flatMap(({ givenAt, text }) =>
      givenAt ? told('answer', `${wordsOfInstant(givenAt)} ${text}`) : [],
    ),
    ...(state.documents ?? []).flatMap(({ number, text }) => told('document', `${number}\n${text}`)),
    ...sent.flatMap(({ title }) => told('evidence', title)),
    ...told('agreed', agreed),
  ];
}

const STYLE = `body { font: 14px/1.6 system-ui, "Noto Sans SC", sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
table { border-collapse: collapse; width: 100% } th, td { border: 1px solid #999; padding: .35rem .6rem; text-align: left; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere } th { width: 10rem }`;

/** The same as a page to be opened or printed anywhere. */
export function personPage({ organization, madeAt, complaints }: HandedOver, locale: Locale): string {
  const title = inLocale(WORDS.title, locale);
  const sections = complaints.map(({ number, told }) => {
    const rows = told.map(
      ({ label, text }) =>
        `<tr><th scope="row">${escapeMarkup(label)}</th><td>${escapeMarkup(text)}</td></tr>`,
    );
    return `<h2>${escapeMarkup(number)}</h2><table>${rows.join('\n')}</table>`;
  });
  const made = `${inLocale(WORDS.made, locale)} ${wordsOfInstant(madeAt)}`;
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style></head>
<body><h1>${title}</h1><p>${escapeMarkup(organization)} · ${made}</p>
${sections.join('\n')}
</body></html>
`;
}
