import type { ExecutionResult } from 'graphql';
import type { Meter } from '../metering/meter.ts';
import type { RequestContext } from './actor-context.ts';
import type { CostPlan } from './cost.ts';
import { badInput, spent } from './errors.ts';

interface Asked {
  readonly meter: Meter;
  readonly cost: CostPlan;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}

/**
 * Runs an operation for whoever can pay for it. People are not charged, whose own screens ask within bounds; what is
 * more than any key could ever pay is refused to everybody.
 */
export async function payFor(
  { meter, cost, variables, context }: Asked,
  run: () => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const { actor, locale } = context.request;
  const { capacity, refillPerSecond } = meter.budgets.key;
  const requested = cost.requested(variables);
  if (requested > capacity) {
    const error = badInput(locale, {
      zh: `此查询需要 ${requested} 点，单次最多 ${capacity} 点。请减小 first，或分多次查询。`,
      en: `This costs ${requested} points; one request has ${capacity} at most. Ask for smaller pages, or in several requests.`,
    });
    return { errors: [error], extensions: { cost: { requested, refillPerSecond } } };
  }
  if (actor.kind !== 'apiClient') return run();
  const taken = await meter.spend(actor, requested);
  if ('retryAfterSeconds' in taken) {
    const { left, retryAfterSeconds } = taken;
    meter.usage.note(actor, 'throttled');
    const told = { requested, actual: 0, left, refillPerSecond };
    return { errors: [spent(locale, retryAfterSeconds)], extensions: { cost: told } };
  }
  const result = await run();
  const actual = Math.min(requested, cost.actual(result.data));
  meter.refund(actor, requested - actual);
  meter.usage.note(actor, actual);
  return {
    ...result,
    extensions: {
      ...result.extensions,
      cost: { requested, actual, left: meter.leftTo(actor), refillPerSecond },
    },
  };
}
