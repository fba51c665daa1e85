/** A number that somebody wants to see behind. */
export interface OpenedNumber {
  /** The cases counted: opaque, from the report. */
  readonly cases: string;
  readonly text: string;
  readonly label?: string;
  /** How it is computed, and from what. */
  readonly formula?: string;
  readonly source?: string;
}
