/** Integer minor units and an ISO 4217 currency, never floats. A safe integer holds 90 trillion yuan in fen. */
export interface Money {
  /** Whole minor units (fen for CNY). */
  readonly amount: number;
  /** ISO 4217 code. */
  readonly currency: string;
}
