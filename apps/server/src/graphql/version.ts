/** What the inputs of mutations say of the version of the thing they change. */
export const VERSION =
  'The version you decided on: if it has moved on, you are told (CONFLICT) and nothing is changed.';
