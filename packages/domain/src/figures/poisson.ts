/**
 * Whether a count that rose can be chance. Complaints come one by one and independently, so that the count of a span of
 * time is Poisson distributed; both tests are exact, so that they hold for the small numbers of one department too.
 */

/** P(X ≥ count) of a Poisson count with this mean: how likely chance alone brings so many. */
export function poissonTail(count: number, mean: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  // What lies at and above the count is summed where it is the smaller part, so that no digits are lost.
  if (count <= mean) return 1 - sumOf({ from: count - 1, step: -1, mean });
  return sumOf({ from: count, step: 1, mean });
}

/** Sum of the probabilities from one count downwards or upwards, as far as they add anything. */
function sumOf({
  from,
  step,
  mean,
}: {
  readonly from: number;
  readonly step: 1 | -1;
  readonly mean: number;
}): number {
  let term = Math.exp(from * Math.log(mean) - mean - logFactorial(from));
  let sum = 0;
  for (let count = from; count >= 0 && sum + term !== sum; count += step) {
    sum += term;
    term *= step > 0 ? mean / (count + 1) : count / mean;
  }
  return Math.min(1, sum);
}

/**
 * P(as many as now, or more, in the later span) if the rate had not changed: the conditional test of two Poisson counts
 * (Przyborowski and Wilenski 1940). Given both together, each falls into the later span with its share of the time. Unlike
 * the Poisson tail it does not take the earlier rate for known, and so raises no alarm over a past of nothing.
 */
export function chanceOfRise(options: {
  /** What happened in the later span. */
  readonly now: number;
  /** What happened in the earlier one. */
  readonly before: number;
  /** Length of the later span over that of both: 4 weeks after 52 are 4 ÷ 56. */
  readonly share: number;
}): number {
  const { now, before, share } = options;
  if (now <= 0) return 1;
  const all = now + before;
  let chance = 0;
  for (let count = all; count >= now; count -= 1) {
    const ways = logFactorial(all) - logFactorial(count) - logFactorial(all - count);
    chance += Math.exp(ways + count * Math.log(share) + (all - count) * Math.log1p(-share));
  }
  return Math.min(1, chance);
}

const LOG_FACTORIALS: number[] = [0];

function logFactorial(count: number): number {
  for (let each = LOG_FACTORIALS.length; each <= count; each += 1) {
    LOG_FACTORIALS.push((LOG_FACTORIALS[each - 1] ?? 0) + Math.log(each));
  }
  return LOG_FACTORIALS[count] ?? 0;
}
