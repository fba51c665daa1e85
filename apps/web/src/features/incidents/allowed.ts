import type { IncidentAction } from '../../generated/schema.ts';
import type { IncidentPageFragment } from './generated/incidents.ts';

/** Whether the viewer can do it to the incident now, and why not. */
export function allowed(
  { allowedActions }: Pick<IncidentPageFragment, 'allowedActions'>,
  action: IncidentAction,
): { readonly can: boolean; readonly why: string | undefined } {
  const found = allowedActions.find((each) => each.action === action);
  return { can: found?.allowed ?? false, why: found?.reason ?? undefined };
}
