/** What was counted, once the days after it are over. */
export interface EffectCounts {
  readonly before: number;
  readonly after: number;
  /** The days after the completion are all over. */
  readonly over: boolean;
}
