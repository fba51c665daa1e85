import {
  type ComplaintState,
  documentsOf,
  FOLLOW_UP_LABELS,
  type FollowUpResult,
  findOption,
  isOpen,
  KIND_LABELS,
  nextDue,
} from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import type { PublicEventRow } from './public-complaint.repository.ts';
import type { OwnMatter } from './public-matters.ts';
import { STAGE_LABELS, STAGE_TEXTS, stageOf } from './public-words.ts';

const DAY_MS = 86_400_000;
const t = (zh: string, en: string): Localized => ({ zh, en });

/** What one event tells the complainant: a heading, and words where there are any meant for them. */
export interface Told {
  readonly title: Localized;
  readonly text?: string | undefined;
}

type Teller = (data: Readonly<Record<string, unknown>>, matter: OwnMatter) => Told | undefined;

const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;

/**
 * Event by event, what is the complainant's to know. Notes, findings with the other side's words, who works on it and
 * every change of hands stay with the office: what is not written here is not told.
 */
const TELLERS: Readonly<Record<string, Teller>> = {
  REGISTERED: () => ({ title: t('您提交了投诉', 'You sent it') }),
  ACCEPTED: () => ({ title: t('我们受理了', 'We took it on') }),
  DECISION_NOTIFIED: ({ decision, text }, { state, office }) => {
    if (decision === 'ACCEPTED')
      return words(text) ? { title: t('我们通知了您', 'We told you'), text: words(text) } : undefined;
    const { ground, reason, body } = state.acceptance ?? {};
    const label = office.sector.declineGrounds.find(({ code }) => code === ground)?.label;
    const said = [label?.zh, words(text) ?? reason, body].filter(Boolean).join('；');
    return decision === 'DECLINED'
      ? { title: t('我们决定不予受理', 'We decided not to take it on'), text: said }
      : { title: t('我们转交了其他单位', 'We passed it to another body'), text: body };
  },
  PROMISED: ({ text }) => ({ title: t('我们承诺了答复时间', 'We promised a time'), text: words(text) }),
  ANSWERED: ({ text, final }) => ({
    title: final ? t('我们答复了您', 'We answered') : t('我们告知了进展', 'We told you how far it is'),
    text: words(text),
  }),
  TRANSFER_ANSWERED: ({ text }) => ({
    title: t('受转交单位的答复', 'The other body answered'),
    text: words(text),
  }),
  TRANSFER_RETURNED: () => ({
    title: t('其他单位退回，我们重新审查', 'The other body returned it; we are examining it again'),
  }),
  WAITING_STARTED: ({ request }) => ({
    title: t('我们请您补充', 'We asked you for more'),
    text: words(request),
  }),
  COMPLAINANT_HEARD: ({ text, fromComplainant }) =>
    fromComplainant
      ? { title: t('您补充了说明', 'You added'), text: words(text) }
      : { title: t('我们记下了您的来言', 'We noted what you said') },
  EVIDENCE_ADDED: ({ title, fromComplainant }) =>
    fromComplainant ? { title: t('您添加了文件', 'You added a file'), text: words(title) } : undefined,
  DOCUMENT_DELIVERED: ({ documentId }, { state, office }) => {
    const issued = state.documents?.find(({ id }) => id === documentId);
    const template = documentsOf(office.sector).find(({ code }) => code === issued?.document);
    if (!issued || template?.addressee !== 'COMPLAINANT') return undefined;
    const { label } = template;
    return {
      title: t(
        `我们向您送达了《${label.zh}》（${issued.number}）`,
        `We sent you: ${label.en} (${issued.number})`,
      ),
      text: issued.text,
    };
  },
  MEDIATION_OFFERED: ({ text }) => ({
    title: t('我们征询您是否同意调解', 'We offered to mediate'),
    text: words(text),
  }),
  MEDIATION_OFFER_ANSWERED: ({ agreed }) => ({
    title: agreed ? t('您同意调解', 'You agreed to mediation') : t('您不同意调解', 'You declined mediation'),
  }),
  MEDIATION_STARTED: () => ({ title: t('调解开始', 'The mediation began') }),
  MEDIATION_ENDED: ({ result }) => ({
    title:
      result === 'AGREED'
        ? t('调解达成协议', 'The mediation ended in agreement')
        : t('调解终止', 'The mediation was ended'),
  }),
  FOLLOWED_UP: ({ result }) => {
    const label = FOLLOW_UP_LABELS[result as FollowUpResult];
    return RATINGS.has(String(result))
      ? { title: t(`您的评价：${label.zh}`, `You said: ${label.en}`) }
      : undefined;
  },
  CLOSED: () => ({ title: t('此件办结', 'It was closed') }),
  WITHDRAWN: () => ({ title: t('您撤回了', 'It was withdrawn') }),
  REOPENED: () => ({ title: t('重新办理', 'It was taken up again') }),
  MERGED: () => ({ title: t('与同一事项合并办理', 'It is handled with others of the same matter') }),
};
const RATINGS: ReadonlySet<string> = new Set(['SATISFIED', 'ACCEPTABLE', 'DISSATISFIED']);

/** What an event tells the complainant; `undefined` of what is not theirs to know. */
export function toldOf(event: Pick<PublicEventRow, 'type' | 'data'>, matter: OwnMatter): Told | undefined {
  return TELLERS[event.type]?.(event.data, matter);
}

/** The complaint in words for whoever made it. */
export function presentMatter(matter: OwnMatter, locale: Locale) {
  const { state, office, events, actions } = matter;
  const say = (text: Localized): string => inLocale(text, locale);
  const stage = stageOf(state);
  const category = state.category && findOption(office.sector.categories, state.category)?.node;
  const handlerId = state.handler.memberId;
  const rated = state.followUps.findLast(({ result }) => RATINGS.has(result));
  return {
    number: state.number,
    stage,
    stageLabel: say(STAGE_LABELS[stage]),
    stageText: say(STAGE_TEXTS[stage]),
    receivedAt: state.receivedAt,
    kind: { code: state.kind, label: say(KIND_LABELS[state.kind]) },
    category: category ? { code: category.code, label: say(category.label) } : null,
    content: state.content,
    next: nextOf(state, office.rules, locale),
    request: requestOf(state, events),
    steps: events.flatMap((event) => {
      const told = toldOf(event, matter);
      return told ? [{ at: event.at, title: say(told.title), text: told.text ?? null }] : [];
    }),
    answers: state.answers.flatMap(({ text, givenAt, final, status }) =>
      status === 'GIVEN' && givenAt ? [{ at: givenAt, text, final }] : [],
    ),
    files: state.evidence.flatMap(({ title, bytes, at, fromComplainant }) =>
      fromComplainant ? [{ name: title, bytes: bytes ?? 0, at }] : [],
    ),
    mediation: mediationOf(state),
    handlerName:
      office.publicPage.showsStaffNames && handlerId
        ? (office.directory.members.get(handlerId)?.name ?? null)
        : null,
    rating: rated ? { code: rated.result, label: say(FOLLOW_UP_LABELS[rated.result]) } : null,
    reopenUntil: actions.includes('REOPEN')
      ? new Date(Date.parse(state.statusSince) + office.settings.reopenWithinDays * DAY_MS).toISOString()
      : null,
    actions: [...actions],
  };
}

function nextOf(state: ComplaintState, rules: OwnMatter['office']['rules'], locale: Locale) {
  const due = nextDue(state);
  if (!due || !isOpen(state.status)) return null;
  const promise = state.promises.find(({ status }) => status === 'OPEN');
  const label = rules.find(({ clock }) => clock === due.what)?.label;
  const promised = due.what === 'promise';
  const text = promised ? promise?.text : label && inLocale(label, locale);
  return {
    text: text ?? inLocale(t('下一步', 'Next step'), locale),
    by: due.at,
    late: due.at < new Date().toISOString(),
    promised,
    provisional: due.provisional,
  };
}

/** What the office waits for. */
function requestOf(state: ComplaintState, events: readonly PublicEventRow[]): string | null {
  if (state.status !== 'WAITING_FOR_COMPLAINANT') return null;
  return words(events.findLast(({ type }) => type === 'WAITING_STARTED')?.data['request']) ?? null;
}

function mediationOf({ mediationOffer }: ComplaintState) {
  if (!mediationOffer) return null;
  const { text, at, answer } = mediationOffer;
  const said = answer === undefined ? 'AWAITED' : answer.agreed ? 'AGREED' : 'DECLINED';
  return { text, askedAt: at, answer: said } as const;
}
