import { expect, test } from 'vitest';
import { chinaCalendar } from '../calendar/calendar.ts';
import type { Command } from '../complaint/commands.ts';
import type { DecisionContext } from '../complaint/context.ts';
import { decide } from '../complaint/decide.ts';
import type { ComplaintState } from '../complaint/state.ts';
import { localDateOf } from '../time.ts';
import type { Sector } from './contract.ts';
import { demoSteps } from './demo.ts';
import { rulesFor, SECTORS } from './index.ts';
import { allCodes } from './options.ts';

const CALENDAR = chinaCalendar();
const TODAY = Date.parse('2026-11-23T04:00:00Z');

/** Carries a story out by the rules of its sector, one command after the other: every one must be taken. */
function live(
  sector: Sector,
  story: readonly { readonly at: string; readonly command: Command }[],
): ComplaintState | undefined {
  let ids = 0;
  let state: ComplaintState | undefined;
  for (const { at, command } of story) {
    const context: DecisionContext = {
      actor: { kind: 'system', tenantId: 't', task: 'demo' },
      now: at,
      at,
      newId: () => {
        ids += 1;
        return `id-${ids}`;
      },
      sector,
      calendar: CALENDAR,
      rules: rulesFor(sector),
      settings: { ...sector.defaults, ownRules: [], ruleCorrections: [], answerNeedsApproval: false },
      cellOf: ({ resolution }) => `cell-${resolution}`,
      departmentOf: () => undefined,
      historic: false,
    };
    const actionId = state?.correctiveActions.at(-1)?.id ?? '';
    const decision = decide({
      ...{ id: 'c', state, context },
      command: command.type === 'COMPLETE_ACTION' ? { ...command, actionId } : command,
    });
    expect(decision, `${state?.content}: ${command.type}`).toMatchObject({ ok: true });
    if (decision.ok) state = decision.state;
  }
  return state;
}

const EACH_SECTOR = SECTORS.map((sector: Sector) => [sector.code, sector] as const);
/** A sector that has just been begun has no past yet. */
const WITH_A_PAST = EACH_SECTOR.filter(([, { demoPast }]) => demoPast);

test('the five sectors have a past', () => {
  expect(WITH_A_PAST.length).toBeGreaterThanOrEqual(5);
});

test.each(EACH_SECTOR)('every matter of the demo register of %s could have happened', (_code, sector) => {
  expect(sector.demo.length).toBeGreaterThan(5);
  for (const { daysAgo, register, steps, action } of sector.demo) {
    const receivedAt = new Date(TODAY - daysAgo * 86_400_000 - 3_600_000).toISOString();
    const state = live(sector, [
      { at: receivedAt, command: { type: 'REGISTER', ...register, receivedAt } },
      ...demoSteps({ steps, ...(action ? { action } : {}) }, receivedAt).map(({ afterHours, command }) => ({
        ...{ at: new Date(Date.parse(receivedAt) + afterHours * 3_600_000).toISOString(), command },
      })),
    ]);
    if (steps.some(({ command }) => command.type === 'CLOSE')) expect(state?.status).toBe('CLOSED');
  }
});

test.each(WITH_A_PAST)('the past of the demo office of %s is one of an office at work', (_code, sector) => {
  const now = new Date(TODAY).toISOString();
  const past = sector.demoPast?.({ now, calendar: CALENDAR }) ?? [];
  expect(past.length).toBeGreaterThanOrEqual(70);
  expect(new Set(past.map(({ register }) => register.content)).size).toBeGreaterThanOrEqual(30);
  const states = past.map(({ register, steps }) =>
    live(sector, [{ at: register.receivedAt, command: register }, ...steps]),
  );
  const over = states.filter((state) => state?.status === 'CLOSED' || state?.status === 'WITHDRAWN');
  expect(over.length / past.length).toBeGreaterThan(0.95);
  for (const { register, steps } of past) {
    expect(register.content).not.toMatch(/[{}]/);
    for (const { at } of steps) {
      expect(CALENDAR.isWorkingDay(localDateOf(at)), at).toBe(true);
      expect(at.slice(11, 16) >= '00:30' && at.slice(11, 16) <= '09:40', at).toBe(true);
    }
    const times = [register.receivedAt, ...steps.map(({ at }) => at), now];
    expect(times).toEqual(times.toSorted());
  }
});

test.each(WITH_A_PAST)(
  'the past of %s is the same whenever the day is, and as much on any other',
  (_code, sector) => {
    const pastAt = (now: string) => sector.demoPast?.({ now, calendar: CALENDAR }) ?? [];
    expect(pastAt('2026-11-23T04:00:00.000Z')).toEqual(pastAt('2026-11-23T06:30:00.000Z'));
    const counted = (now: string) =>
      Object.entries(Object.groupBy(pastAt(now), ({ register }) => register.category ?? ''))
        .map(([category, of = []]) => [category, of.length] as const)
        .toSorted();
    expect(counted('2027-03-02T02:00:00.000Z')).toEqual(counted('2026-11-23T04:00:00.000Z'));
  },
);

test('every demo incident is made of complaints of its register, of which it is the only one', () => {
  const incidents = SECTORS.flatMap((sector) =>
    (sector.demoIncidents ?? []).map((incident) => ({ sector, incident })),
  );
  expect(incidents.length).toBeGreaterThan(0);
  for (const { sector, incident } of incidents) {
    const said = sector.demo.map(({ register }) => register.content);
    expect(said).toEqual(expect.arrayContaining([...incident.complaints]));
    expect(allCodes(sector.categories)).toContain(incident.category);
  }
  const linked = incidents.flatMap(({ incident }) => incident.complaints);
  expect(new Set(linked).size).toBe(linked.length);
});
