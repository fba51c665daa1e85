/** What the inputs of mutations say of the caller's own key. */
export const IDEMPOTENCY_KEY =
  'A key of your own (a UUID): the same call again changes nothing and gives the same answer.';
