import { expect, test } from 'vitest';
import { chinaCalendar } from '../calendar/calendar.ts';
import type { Command } from '../complaint/commands.ts';
import type { DecisionContext } from '../complaint/context.ts';
import { decide } from '../complaint/decide.ts';
import type { ComplaintState } from '../complaint/state.ts';
import { demoSteps } from './demo.ts';
import { rulesFor, SECTORS } from './index.ts';
import { allCodes } from './options.ts';

const TODAY = Date.parse('2026-11-23T04:00:00Z');

test.each(SECTORS.map((sector) => [sector.code, sector] as const))(
  'every matter of the demo register of %s could have happened',
  (_code, sector) => {
    let ids = 0;
    expect(sector.demo.length).toBeGreaterThan(5);
    for (const { daysAgo, register, steps, action } of sector.demo) {
      const receivedAt = new Date(TODAY - daysAgo * 86_400_000 - 3_600_000).toISOString();
      let state: ComplaintState | undefined;
      const apply = (command: Command, at: string): void => {
        const context: DecisionContext = {
          actor: { kind: 'system', tenantId: 't', task: 'demo' },
          now: at,
          at,
          newId: () => {
            ids += 1;
            return `id-${ids}`;
          },
          sector,
          calendar: chinaCalendar(),
          rules: rulesFor(sector),
          settings: { ...sector.defaults, ownRules: [], ruleCorrections: [], answerNeedsApproval: false },
          cellOf: ({ resolution }) => `cell-${resolution}`,
          departmentOf: () => undefined,
          historic: false,
        };
        const decision = decide({ id: 'c', state, command, context });
        expect(decision, `${register.content}: ${command.type}`).toMatchObject({ ok: true });
        if (decision.ok) state = decision.state;
      };
      apply({ type: 'REGISTER', ...register, receivedAt }, receivedAt);
      for (const { afterHours, command } of demoSteps({ steps, ...(action ? { action } : {}) }, receivedAt)) {
        const actionId = (state as ComplaintState | undefined)?.correctiveActions.at(-1)?.id ?? '';
        apply(
          command.type === 'COMPLETE_ACTION' ? { ...command, actionId } : command,
          new Date(Date.parse(receivedAt) + afterHours * 3_600_000).toISOString(),
        );
      }
      const closes = steps.some(({ command }) => command.type === 'CLOSE');
      if (closes) expect((state as ComplaintState | undefined)?.status).toBe('CLOSED');
    }
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
