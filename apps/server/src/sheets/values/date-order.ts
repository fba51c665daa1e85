import { type DateOrder, dateParts, readingsOf } from './date-parts.ts';

/** What the values of a column say about the order of day, month and year. */
export type DateOrderFinding =
  /** No value leaves a doubt; an order is not needed. */
  | { kind: 'notNeeded' }
  /** Values that can be read one way only decide for those that could be read several ways. */
  | { kind: 'found'; order: DateOrder; evidence: string }
  /** Every value fits several orders: the user must decide. */
  | { kind: 'undecided'; choices: DateOrder[]; examples: string[] }
  /** Values contradict each other: the doubtful ones are refused one by one. */
  | { kind: 'contradictory'; evidence: string[] };

/** A running judgement of a column, so that a million values need not be held. */
export class DateOrderDetector {
  readonly #ruledOut = new Map<DateOrder, string>();
  readonly #possible = new Set<DateOrder>();
  readonly #examples: string[] = [];
  #decisive: string | undefined;

  add(value: string): void {
    const parts = dateParts(value);
    if (parts?.form !== 'numbers') return;
    const readings = readingsOf(parts.numbers);
    if (readings.size === 0) return;
    for (const order of readings.keys()) this.#possible.add(order);
    const orders: DateOrder[] = parts.numbers[2] >= 0 ? ['dmy', 'mdy'] : ['ymd', 'dmy', 'mdy'];
    // A four-digit year at the end rules out the year in front.
    if (parts.numbers[2] >= 0) this.#rule('ymd', value);
    for (const order of orders) if (!readings.has(order)) this.#rule(order, value);
    const distinct = new Set([...readings.values()].map((date) => date.join('-')));
    if (distinct.size === 1) this.#decisive ??= value;
    else if (this.#examples.length < 3) this.#examples.push(value);
  }

  finding(): DateOrderFinding {
    const [first] = this.#examples;
    const left = [...this.#possible].filter((order) => !this.#ruledOut.has(order));
    if (left.length === 0 && this.#possible.size > 0) {
      return { kind: 'contradictory', evidence: [...new Set(this.#ruledOut.values())] };
    }
    const [only] = left;
    if (left.length === 1 && only)
      return { kind: 'found', order: only, evidence: this.#decisive ?? first ?? '' };
    return first === undefined
      ? { kind: 'notNeeded' }
      : { kind: 'undecided', choices: left, examples: this.#examples };
  }

  #rule(order: DateOrder, value: string): void {
    if (!this.#ruledOut.has(order)) this.#ruledOut.set(order, value);
  }
}

/** The order of day, month and year in a column, from all its values: `22-04-2015` anywhere decides `03-04-2015`. */
export function detectDateOrder(values: Iterable<string>): DateOrderFinding {
  const detector = new DateOrderDetector();
  for (const value of values) detector.add(value);
  return detector.finding();
}
