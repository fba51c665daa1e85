import type { LocalDate } from '../time.ts';
import { TRAINING_CLASSES, type TrainingClass } from './training.ts';

/** What a class of training came to in a period; everything adds up over the classes. */
export interface TrainingCounts {
  readonly trainingClass: TrainingClass;
  readonly sessions: number;
  /** Everybody who took part, as often as they did. */
  readonly people: number;
  readonly newPeople: number;
  readonly tenthsOfHours: number;
  /** Hours of everybody in the sessions together. */
  readonly tenthsOfPersonHours: number;
  readonly assessed: number;
  readonly passed: number;
  /** Certificates whose last day lies in the period, whenever they were given. */
  readonly expiring: number;
}

export type TrainingSums = Omit<TrainingCounts, 'trainingClass'>;

const NOTHING: TrainingSums = {
  ...{ sessions: 0, people: 0, newPeople: 0, tenthsOfHours: 0, tenthsOfPersonHours: 0 },
  ...{ assessed: 0, passed: 0, expiring: 0 },
};

/** One for each class, in the order of the classes: a class without training is said to have none. */
export function everyClass(counts: readonly TrainingCounts[]): readonly TrainingCounts[] {
  return TRAINING_CLASSES.map(
    (trainingClass) =>
      counts.find((each) => each.trainingClass === trainingClass) ?? { trainingClass, ...NOTHING },
  );
}

/** All classes together. */
export function trainingTotal(counts: readonly TrainingCounts[]): TrainingSums {
  const sum = (key: keyof TrainingSums): number => counts.reduce((total, each) => total + each[key], 0);
  return {
    ...{ sessions: sum('sessions'), people: sum('people'), newPeople: sum('newPeople') },
    ...{ tenthsOfHours: sum('tenthsOfHours'), tenthsOfPersonHours: sum('tenthsOfPersonHours') },
    ...{ assessed: sum('assessed'), passed: sum('passed'), expiring: sum('expiring') },
  };
}

/** Days before its last day on which a certificate calls: its holder and who leads them are told each time. */
export const REMINDERS = [60, 30] as const;
export type Reminder = (typeof REMINDERS)[number];

/** The reminder that is due of a certificate, if any; of one found late only the nearest. */
export function reminderDue(expiresOn: LocalDate, today: LocalDate): Reminder | undefined {
  const days = (Date.parse(expiresOn) - Date.parse(today)) / 86_400_000;
  return days < 0 ? undefined : REMINDERS.findLast((reminder) => days <= reminder);
}
