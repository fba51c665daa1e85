import type { Localized } from '@huiyin/shared';
import type { FieldType, Sector } from '../sectors/contract.ts';
import { findOption } from '../sectors/options.ts';
import { isOffered } from '../sectors/own-categories.ts';
import { type Instant, localDateOf } from '../time.ts';
import type { Matter } from './commands.ts';
import { type Refusal, RefusedError } from './refusal.ts';
import type { ComplaintState } from './state.ts';
import { LONGEST_NAME, LONGEST_TEXT, problemWithText, REQUIRED } from './texts.ts';
import { type DayOfNow, IN_FUTURE, isMissing, NOT_AN_OPTION, problemWith } from './validate.ts';

/** Whether what a complaint says can be: judged against its sector, all problems at once. */

/** Texts of a matter, each with its longest. */
const TEXTS_OF_MATTER: readonly (readonly [string, (matter: Matter) => string | undefined, number])[] = [
  ['title', ({ title }) => title, LONGEST_NAME],
  ['content', ({ content }) => content, LONGEST_TEXT],
  ['source.body', ({ source }) => source.body, LONGEST_NAME],
  ['source.reference', ({ source }) => source.reference, LONGEST_NAME],
  ['respondent.name', ({ respondent }) => respondent.name, LONGEST_NAME],
];
/** More people than any city has. */
const MOST_PEOPLE = 1_000_000;

/** What judging a matter depends on besides its sector. */
export interface ProblemContext extends DayOfNow {
  /** Imported history is taken as it was written. */
  readonly historic: boolean;
  /** When the complaint was received: into a category that was offered then. */
  readonly receivedAt: Instant;
  /** The complaint it corrects; absent for a new one. */
  readonly state?: ComplaintState | undefined;
}

/** Every problem of the matter against its sector's declaration, so that a form can show them all at once. */
export function problemsOf(matter: Matter, sector: Sector, context: ProblemContext): Refusal[] {
  const found: Found[] = [
    ...textProblems(matter),
    ...codeProblems(matter, sector, context),
    ...categoryProblems(matter, sector, context),
    ...dayAndNumberProblems(matter, context),
    ...detailProblems(matter, sector, context),
  ];
  if (found.length === 0 && !context.historic) {
    for (const { field, label, holds } of sector.checks ?? [])
      if (!holds(matter, context)) found.push([field, label]);
  }
  const problems = found.map(([field, message]): Refusal => ({ code: 'INVALID', field, message }));
  return matter.content.trim() === ''
    ? [{ code: 'REQUIRED', field: 'content', message: REQUIRED }, ...problems]
    : problems;
}

/** The input field at fault, and what is wrong. */
type Found = readonly [field: string, message: Localized];

function textProblems(matter: Matter): Found[] {
  return TEXTS_OF_MATTER.flatMap(([field, textOf, longest]): Found[] => {
    const problem = problemWithText(textOf(matter) ?? '', longest);
    return problem ? [[field, problem]] : [];
  });
}

function codeProblems(matter: Matter, sector: Sector, { historic }: ProblemContext): Found[] {
  const { kind, demands, classification, respondent } = matter;
  const among: readonly (readonly [string, boolean])[] = [
    ['kind', sector.kinds.includes(kind)],
    ['demands', historic || demands.every((demand) => sector.demands.includes(demand))],
    [
      'classification',
      classification === undefined ||
        findOption(sector.classification?.options ?? [], classification) !== undefined,
    ],
    [
      'respondent.type',
      respondent.type === undefined || sector.respondentTypes.some(({ code }) => code === respondent.type),
    ],
  ];
  return among.flatMap(([field, known]): Found[] => (known ? [] : [[field, NOT_AN_OPTION]]));
}

/** A category of the sector, and one that the organisation offered on the day; what stands already may stay. */
function categoryProblems({ category }: Matter, sector: Sector, context: ProblemContext): Found[] {
  if (category === undefined) return [];
  const found = findOption(sector.categories, category)?.node;
  if (!found) return [['category', NOT_AN_OPTION]];
  const { receivedAt, calendar, state } = context;
  if (isOffered(found, localDateOf(receivedAt, calendar.timeZone)) || state?.category === category) return [];
  const { label, offFrom } = found;
  return [
    [
      'category',
      {
        zh: `“${label.zh}”自 ${offFrom} 起已停用，请选择其他类别。`,
        en: `“${label.en}” is not offered from ${offFrom} on. Choose another category.`,
      },
    ],
  ];
}

function dayAndNumberProblems({ groupSize, occurredOn }: Matter, context: ProblemContext): Found[] {
  const found: Found[] = [];
  if (!Number.isInteger(groupSize) || groupSize < 1 || groupSize > MOST_PEOPLE) {
    found.push([
      'groupSize',
      { zh: `人数应为 1 到 ${MOST_PEOPLE}。`, en: `From one person to ${MOST_PEOPLE}.` },
    ]);
  }
  const problem = occurredOn === undefined ? undefined : problemWithValue(A_PAST_DAY, occurredOn, context);
  if (problem) found.push(['occurredOn', problem]);
  return found;
}

const A_PAST_DAY: FieldType = { kind: 'date', past: true };

function detailProblems({ details }: Matter, sector: Sector, context: ProblemContext): Found[] {
  return Object.entries(details).flatMap(([key, value]): Found[] => {
    const field = sector.fields.find((declared) => declared.key === key);
    if (!field) return [[`details.${key}`, NO_SUCH_FIELD]];
    const problem = isMissing(value) ? undefined : problemWithValue(field.type, value, context);
    return problem ? [[`details.${key}`, problem]] : [];
  });
}

/** What is wrong with a value, the future where it tells of the past among it. */
function problemWithValue(type: FieldType, value: unknown, context: DayOfNow): Localized | undefined {
  const problem = problemWith(type, value);
  if (problem || (type.kind !== 'date' && type.kind !== 'dateTime') || !type.past) return problem;
  const { now, calendar } = context;
  const later =
    type.kind === 'date'
      ? String(value) > localDateOf(now, calendar.timeZone)
      : Date.parse(String(value)) > Date.parse(now);
  return later ? IN_FUTURE : undefined;
}

const NO_SUCH_FIELD: Localized = { zh: '本行业没有此项。', en: 'This sector has no such field.' };

/** Refuses a matter with everything that is wrong with it. */
export function requireSound(matter: Matter, sector: Sector, context: ProblemContext): void {
  const problems = problemsOf(matter, sector, context);
  if (problems.length > 0) throw new RefusedError(problems);
}
