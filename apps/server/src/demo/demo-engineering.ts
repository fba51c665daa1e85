import { type DemoItem, localDateOf, outletOf, type Sector, type SystemActor, weekOf } from '@huiyin/domain';
import type { Engineering } from '../features/engineering/engineering.ts';

const DAY_MS = 86_400_000;

/** Lets the engineers of the demo office work, item by item, on the days that its sector says. */
export async function playDemoItems(options: {
  readonly engineering: Engineering;
  readonly tenantId: string;
  readonly sector: Sector;
}): Promise<void> {
  const { engineering, tenantId, sector } = options;
  const actor: SystemActor = { kind: 'system', tenantId, task: '演示 / demo' };
  for (const item of sector.demoItems ?? []) await playOut(item, { engineering, actor, sector });
}

async function playOut(
  item: DemoItem,
  options: { readonly engineering: Engineering; readonly actor: SystemActor; readonly sector: Sector },
): Promise<void> {
  const { engineering, actor, sector } = options;
  const outlet = outletOf(sector, item.outlet);
  if (!outlet) throw new Error(`${sector.code} has no list ${item.outlet}.`);
  const { rank, plannedDaysAgo, doneDaysAgo, carriedOver, title, checked, faultPoint, readings } = item;
  const sites = await engineering.sites(actor, outlet);
  const waiting = sites.flatMap(({ cases }) => cases).filter(({ itemId }) => itemId === undefined);
  const by = (daysAgo: number) => {
    const at = new Date(Date.now() - daysAgo * DAY_MS).toISOString();
    return { actor, at, via: 'PHONE' as const };
  };
  const planning = by(plannedDaysAgo);
  const where =
    outlet.worked.kind === 'WEEK'
      ? {
          complaintIds: waiting.slice(rank, rank + 1).map(({ complaintId }) => complaintId),
          week: weekOf(localDateOf(planning.at)),
        }
      : { site: sites.filter(({ item: planned }) => !planned)[rank]?.site };
  const planned = await engineering.plan(planning, {
    ...{ ...where, outlet: outlet.code, title, checked, answer: outlet.answers.planned.zh },
  });
  if (!planned.ok) throw new Error(`A demo item was refused: ${JSON.stringify(planned.refusals)}`);
  const { itemId: id } = planned.answer;
  if (carriedOver) await engineering.carryOver(by(plannedDaysAgo - 5), { id, note: '等待设备到货' });
  if (doneDaysAgo === undefined) return;
  const done = await engineering.finish(by(doneDaysAgo), {
    ...{ id, readings, faultPoint, answer: outlet.answers.done.zh },
  });
  if (!done.ok) throw new Error(`A demo item was refused: ${JSON.stringify(done.refusals)}`);
}
