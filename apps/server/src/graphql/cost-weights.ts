/**
 * What things cost, in points, beside one for every object: the schema says the same in its descriptions, so that
 * nobody needs to guess.
 */

/** How many objects a list without `first` is taken to hold. */
export const LIST = 10;
/** A mutation, which locks, decides and writes. */
export const MUTATION = 10;
/** The schema itself, all of it or a type. */
export const INTROSPECTION = 100;

/** Root fields behind which there is more work than their objects show. */
const WEIGHTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Query: {
    openedFigure: 50,
    // A search by likeness.
    ...{ similarComplaints: 20, relatedComplaints: 20, suggestions: 20, complaintSuggestions: 20 },
    ...{ publicSimilarMatters: 20, knownComplainants: 20 },
    // Open complaints, all of them.
    ...{ teamBoard: 50, watchedRises: 50, watchedMatters: 50, prohibitionCounts: 20, training: 50 },
    ...{ assignmentPreview: 20, calendarEffects: 50 },
  },
  Mutation: {
    ...{ reportCreate: 200, reportPublish: 200, importCheck: 50, importStart: 50, sitesImport: 50 },
    ...{ trainingImport: 50, suggestionsTrain: 100, calendarLoad: 50 },
    ...{ incidentGiveAnswer: 100, incidentMove: 100, incidentLinkComplaints: 50 },
  },
};

/** Made at one go: they cost the same whatever is read of them. */
const WHOLES: Readonly<Record<string, number>> = { ReportContent: 100, Oversight: 100 };

/** What an object of the type costs with everything in it, where it is made at one go. */
export function wholeOf(type: string): number | undefined {
  return WHOLES[type];
}

/** What a root field costs of its own where that is not what its kind costs. */
export function weightOf(type: string, field: string): number | undefined {
  return WEIGHTS[type]?.[field];
}

/** The rule in words, for the schema's own description. */
export const COST_IN_WORDS = [
  'Keys pay for what they ask, in points: one for every object (connections, edges, `pageInfo` and `userErrors` are free), as many',
  `times as \`first\` says, ${LIST} times for a list without it; ${MUTATION} for a mutation, ${INTROSPECTION} for the schema; some fields`,
  'cost more and say so. What was not found is given back. Every answer to a key tells in `extensions.cost` what was',
  '`requested`, what it cost in the end (`actual`), what is `left` and how much of it comes back a second',
  '(`refillPerSecond`). Whoever has too little left gets `THROTTLED`, with `extensions.retryAfterSeconds` and HTTP',
  '`Retry-After`. What costs more than the full measure is refused as `BAD_USER_INPUT`: ask for smaller pages.',
].join('\n');
