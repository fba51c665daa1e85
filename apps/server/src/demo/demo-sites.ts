import type { DemoSite, Sector, SystemActor } from '@huiyin/domain';
import type { SheetSite } from '../features/sites/site-sheet.ts';
import type { Sites } from '../features/sites/sites.ts';

/** What was known of the demo's sites was known before its first complaint. */
const KNOWN_SINCE = '2020-01-01';

/** Gives the demo office the tree of sites that its sector says, as if from its spreadsheet. */
export async function keepDemoSites(options: {
  readonly sites: Sites;
  readonly tenantId: string;
  readonly sector: Sector;
}): Promise<void> {
  const { sites, tenantId, sector } = options;
  const { demoSites = [] } = sector;
  if (demoSites.length === 0) return;
  const actor: SystemActor = { kind: 'system', tenantId, task: '演示 / demo' };
  const rows = demoSites.flatMap((site) => linesOf(site, []));
  const taken = await sites.takeIn(actor, {
    name: `${sector.sites?.label.zh}.xlsx`,
    rows,
    holdsFrom: KNOWN_SINCE,
  });
  if (!taken.ok) throw new Error(`The demo's sites were refused: ${JSON.stringify(taken.refusals)}`);
}

function linesOf({ name, numbers = {}, parts = [] }: DemoSite, above: readonly string[]): SheetSite[] {
  const path = [...above, name];
  const held = Object.entries(numbers).map(([code, value]) => ({ code, value }));
  return [{ path, numbers: held }, ...parts.flatMap((part) => linesOf(part, path))];
}
