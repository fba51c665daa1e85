import type { CauseNode, Outlet, Sector } from '../sectors/contract.ts';
import { findOption } from '../sectors/options.ts';
import type { DecisionContext } from './context.ts';
import { happened } from './decider.ts';
import type { ComplaintEvent } from './events.ts';
import type { EngineeringEntry } from './parts.ts';
import type { ComplaintState } from './state.ts';

export function outletOf(sector: Sector, code: string): Outlet | undefined {
  return sector.outlets?.find((outlet) => outlet.code === code);
}

/** The entry that still waits on a list. */
export function waitingEntry(
  { engineering = [] }: Pick<ComplaintState, 'engineering'>,
  outlet: string,
): EngineeringEntry | undefined {
  return engineering.find((entry) => entry.outlet === outlet && entry.endedAt === undefined);
}

/** The site of a list at which the complaint stands, as its details are now. */
function siteOf(
  { worked }: Outlet,
  { details }: ComplaintState,
  { cellOf }: DecisionContext,
): string | undefined {
  if (worked.kind === 'WEEK') return undefined;
  const value = details[worked.site];
  if (worked.kind === 'VISIT') return typeof value === 'string' && value.trim() ? value.trim() : undefined;
  const { longitude, latitude } = (value ?? {}) as { longitude?: number; latitude?: number };
  if (longitude === undefined || latitude === undefined) return undefined;
  return cellOf({ longitude, latitude, resolution: worked.resolution });
}

/** What follows from an event for the lists of engineers: a cause that names one joins it, a corrected place moves in it. */
export function engineeringEvents(options: {
  readonly after: ComplaintState;
  readonly event: ComplaintEvent;
  readonly context: DecisionContext;
}): readonly ComplaintEvent[] {
  const { after, event, context } = options;
  if (event.type === 'CAUSE_STATED') return joined(event.data.cause, after, context);
  return event.type === 'CORRECTED' ? moved(after, context) : [];
}

function joined(cause: string, state: ComplaintState, context: DecisionContext): readonly ComplaintEvent[] {
  const node = findOption(context.sector.causes, cause)?.node as CauseNode | undefined;
  const outlet = node?.outlet === undefined ? undefined : outletOf(context.sector, node.outlet);
  if (!outlet || waitingEntry(state, outlet.code)) return [];
  const site = siteOf(outlet, state, context);
  const entry = { id: context.newId(), outlet: outlet.code, ...(site === undefined ? {} : { site }) };
  return [happened('ENGINEERING_JOINED', entry, context)];
}

/** Where engineers have planned something already, it stays where they planned it. */
function moved(state: ComplaintState, context: DecisionContext): readonly ComplaintEvent[] {
  return (state.engineering ?? []).flatMap(({ id, outlet: code, site: was, endedAt, steps }) => {
    const outlet = outletOf(context.sector, code);
    if (!outlet || endedAt !== undefined || steps.length > 0) return [];
    const site = siteOf(outlet, state, context);
    if (site === was) return [];
    return [happened('ENGINEERING_MOVED', { id, ...(site === undefined ? {} : { site }) }, context)];
  });
}
