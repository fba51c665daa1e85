import type { WorkingCalendar } from '../calendar/calendar.ts';
import type { Command } from '../complaint/commands.ts';
import type { Channel, FollowUpResult, Kind } from '../complaint/words.ts';
import { addDays, addMilliseconds, type Instant, instantAt, type LocalDate, localDateOf } from '../time.ts';
import type { DemoCase, PastCase } from './contract.ts';
import { type DemoMatter, type DemoOutcome, demoCase } from './demo.ts';

/** How something ended; when is told by the pace of the office. */
export type Ending = Timeless<Exclude<DemoOutcome, { is: 'registered' | 'accepted' | 'promised' }>>;
type Timeless<Outcome> = Outcome extends { days: number } ? Omit<Outcome, 'days'> : Outcome;

/** What people turned to an office with in one category. `{party}` and `{place}` in their words are filled in. */
export interface PastMatter {
  readonly category: string;
  readonly kind?: Kind;
  readonly classification?: string;
  /** Of whom it is said: a type of the plan's `parties`. */
  readonly about?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Days of the year (`MM-DD`) between which most of it is said. */
  readonly seasons?: readonly (readonly [from: string, to: string])[];
  /** Each is said twice, of different parties and places. */
  readonly earlier: readonly string[];
  /** Said once each, in the last months: people do not repeat what others said before them. */
  readonly later: readonly string[];
  /** In turn. */
  readonly endings: readonly Ending[];
  /** Where it has a limit of its own. */
  readonly pace?: readonly number[];
}

/** The past of a demo office. */
export interface PastPlan {
  readonly seed: number;
  readonly parties?: Readonly<Record<string, readonly string[]>>;
  readonly places: readonly { readonly name: string; readonly details?: Readonly<Record<string, unknown>> }[];
  /** Days from receipt to closing, mostly within the limit. */
  readonly pace: readonly number[];
  readonly matters: readonly PastMatter[];
}

/** A year and a half, so that a year has one before it; it ends where the register made by hand grows dense. */
const BEGAN_DAYS_AGO = 550;
const ENDED_DAYS_AGO = 35;
const LATER_SHARE = 0.2;
const IN_SEASON = 0.7;
const ANONYMOUS = 0.06;

const CHANNELS: readonly Channel[] = [
  ...(['PHONE', 'PHONE', 'PHONE', 'HOTLINE_TRANSFER', 'HOTLINE_TRANSFER'] as const),
  ...(['WEB_FORM', 'WEB_FORM', 'IN_PERSON', 'LETTER'] as const),
];
const FOLLOW_UPS: readonly FollowUpResult[] = [
  ...(['SATISFIED', 'SATISFIED', 'SATISFIED', 'ACCEPTABLE', 'SATISFIED', 'DISSATISFIED'] as const),
  ...(['SATISFIED', 'ACCEPTABLE', 'SATISFIED', 'UNREACHABLE', 'SATISFIED'] as const),
];
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻苏潘葛范彭';

interface Said {
  readonly matter: PastMatter;
  readonly content: string;
  readonly later: boolean;
  /** Its place among what is said of this matter. */
  readonly turn: number;
}

/** Everything of the plan that has happened by now, oldest first; the same whenever the day is the same. */
export function pastCases(
  plan: PastPlan,
  { now, calendar }: { readonly now: Instant; readonly calendar: WorkingCalendar },
): readonly PastCase[] {
  const chance = seeded(plan.seed);
  const days = daysOf(localDateOf(now));
  const turns = new Map<string, number>();
  const nextParty = (type: string): string | undefined => {
    const turn = turns.get(type) ?? 0;
    turns.set(type, turn + 1);
    return cyclic(plan.parties?.[type] ?? [], turn);
  };
  return plan.matters
    .flatMap(sayings)
    .map((said, index) => {
      const { matter, turn } = said;
      const inSeason = chance() < IN_SEASON;
      const day = dayOf({ said, days, inSeason, chance: chance(), calendar });
      const receivedAt = addMilliseconds(instantAt(day, '08:40'), Math.floor(chance() * 320) * 60_000);
      const channel = calendar.isWorkingDay(day)
        ? among(CHANNELS, chance())
        : among(CHANNELS.slice(0, 5), chance());
      const person = chance() < ANONYMOUS ? {} : { name: nameOf(index) };
      const followUp = 'name' in person ? among(FOLLOW_UPS, chance()) : 'NOT_NEEDED';
      const place = cyclic(plan.places, index * 3 + turn);
      const party = matter.about === undefined ? undefined : nextParty(matter.about);
      const pace = among(matter.pace ?? plan.pace, chance());
      const told = demoCase({
        ...{ daysAgo: 0, channel, phone: phoneOf(index), ...person, ...matter },
        content: said.content.replace('{party}', party ?? '').replace('{place}', place?.name ?? ''),
        confidential: matter.kind === 'REPORT',
        ...(matter.about === undefined
          ? {}
          : { respondent: { type: matter.about, ...(party ? { name: party } : {}) } }),
        details: { ...(said.content.includes('{place}') ? place?.details : {}), ...matter.details },
        outcome: outcomeOf({ said, pace, followUp }),
      });
      return happened(told, { receivedAt, phone: phoneOf(index), ...person, now, calendar });
    })
    .sort((a, b) => (a.register.receivedAt < b.register.receivedAt ? -1 : 1));
}

function sayings(matter: PastMatter): Said[] {
  const earlier = matter.earlier.flatMap((content) => [content, content]);
  return [...earlier, ...matter.later].map((content, turn) => ({
    ...{ matter, content, turn, later: turn >= earlier.length },
  }));
}

/** Every day of the past, and where its last months begin. */
function daysOf(today: LocalDate): {
  readonly earlier: readonly LocalDate[];
  readonly later: readonly LocalDate[];
} {
  const length = BEGAN_DAYS_AGO - ENDED_DAYS_AGO;
  const days = Array.from({ length }, (_, index) => addDays(today, index - BEGAN_DAYS_AGO));
  const border = Math.floor(length * (1 - LATER_SHARE));
  return { earlier: days.slice(0, border), later: days.slice(border) };
}

/** In its season on any day, as lines are open on holidays; otherwise on a day on which the office works. */
function dayOf(options: {
  readonly said: Said;
  readonly days: ReturnType<typeof daysOf>;
  readonly inSeason: boolean;
  readonly chance: number;
  readonly calendar: WorkingCalendar;
}): LocalDate {
  const { said, days, inSeason, chance, calendar } = options;
  const span = said.later ? days.later : days.earlier;
  const seasons = inSeason ? (said.matter.seasons ?? []) : [];
  const seasonal = span.filter((day) =>
    seasons.some(([from, to]) => day.slice(5) >= from && day.slice(5) <= to),
  );
  return among(seasonal.length > 0 ? seasonal : span.filter(calendar.isWorkingDay), chance);
}

function outcomeOf(options: {
  readonly said: Said;
  readonly pace: number;
  readonly followUp: FollowUpResult;
}): DemoMatter['outcome'] {
  const { said, pace, followUp } = options;
  const ending = cyclic(said.matter.endings, said.turn);
  if (!ending) throw new Error(`What is said of ${said.matter.category} ends nowhere.`);
  if (ending.is === 'closed') return { followUp, ...ending, days: pace };
  return ending.is === 'transferred' ? { ...ending, days: pace } : ending;
}

/** The case with its steps at the times at which an office works, as far as they have come by now. */
function happened(
  { register, steps }: DemoCase,
  options: {
    readonly receivedAt: Instant;
    readonly name?: string;
    readonly phone: string;
    readonly now: Instant;
    readonly calendar: WorkingCalendar;
  },
): PastCase {
  const { receivedAt, name, phone, now, calendar } = options;
  let latest = receivedAt;
  return {
    complainant: { phone, ...(name ? { name } : {}) },
    register: { type: 'REGISTER', ...register, receivedAt },
    steps: steps.flatMap(({ afterHours, command }) => {
      if (!isTold(command)) return [];
      const at = atWork(addMilliseconds(receivedAt, afterHours * 3_600_000), calendar);
      latest = at > latest ? at : addMilliseconds(latest, 300_000);
      if (latest > now) return [];
      const step = { at: latest, command };
      return command.type === 'FORWARD' ? [step, receiptOf(command.to, { at: latest, phone })] : [step];
    }),
  };
}

/** What is reported through the monitoring centre's system is numbered by it at once. */
function receiptOf(
  to: string,
  { at, phone }: { readonly at: Instant; readonly phone: string },
): PastCase['steps'][number] {
  const on = localDateOf(at);
  const number = `BL${on.replaceAll('-', '')}${phone.slice(-4)}`;
  return { at, command: { type: 'RECORD_FORWARDING_RECEIPT', to, number, on } };
}

/** Letters go out where somebody asked for one; here nobody did. */
function isTold(command: Command): command is Exclude<Command, { type: 'REGISTER' }> {
  return command.type !== 'ISSUE_DOCUMENT' && command.type !== 'REGISTER';
}

/** The moment itself in working hours; otherwise some time in the next morning on which people work. */
function atWork(at: Instant, calendar: WorkingCalendar): Instant {
  let day = localDateOf(at);
  if (calendar.isWorkingDay(day) && at >= instantAt(day, '08:30') && at <= instantAt(day, '17:30')) return at;
  if (at > instantAt(day, '17:30')) day = addDays(day, 1);
  while (!calendar.isWorkingDay(day)) day = addDays(day, 1);
  return instantAt(day, `09:${at.slice(14, 16)}`);
}

/** Some people come back: every nineteenth is one who came before. */
function personOf(index: number): number {
  return index % 19 === 18 ? index - 7 : index;
}

function nameOf(index: number): string {
  const person = personOf(index);
  return `${cyclic([...SURNAMES], person * 7)}${person % 5 < 2 ? '女士' : '先生'}`;
}

/** Numbers that nobody has. */
function phoneOf(index: number): string {
  return `1390001${String(personOf(index)).padStart(4, '0')}`;
}

function cyclic<T>(all: readonly T[], turn: number): T | undefined {
  return all[turn % all.length];
}

function among<T>(all: readonly T[], chance: number): T {
  const found = all[Math.floor(chance * all.length)];
  if (found === undefined) throw new Error('There is nothing to choose among.');
  return found;
}

/** Numbers between 0 and 1 that look like chance and are the same every time (Park and Miller). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
