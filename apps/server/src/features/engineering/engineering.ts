import {
  addDays,
  type Channel,
  canInOffice,
  type EngineeringSite,
  improvedBetween,
  localDateOf,
  type Outlet,
  outletOf,
  type Refusal,
  sitesOf,
  type TenantActor,
  type WaitingCase,
  weekOf,
  weeksAfter,
  worstOf,
} from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Casework } from '../../casework/casework.ts';
import type { Office } from '../../casework/office.ts';
import { type Answered, type Keyed, once } from '../../casework/once.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import {
  addItem,
  caseOf,
  casesStatement,
  changeItem,
  type ItemRow,
  linkComplaint,
  lockItem,
  plannedStatement,
  repairedSince,
} from './engineering.repository.ts';
import { type CheckedInput, checkInput, type ItemInput, problemWithDay } from './item-input.ts';
import * as refusal from './refusals.ts';
import { type Told, tell } from './tell.ts';

/** What a step did: the item, and what became of each complaint that it serves. */
export interface Done {
  readonly itemId: string;
  readonly told: readonly Told[];
}

/** A site with what is planned there. */
export type PlannedSite = EngineeringSite & { readonly item: ItemRow | undefined };

interface Call extends Keyed {
  readonly actor: TenantActor;
  /** How the complainants are told. */
  readonly via: Channel;
  /** When it happened; absent: now. */
  readonly at?: string | undefined;
}

type PlanInput = ItemInput & {
  readonly outlet: string;
  readonly site?: string | null | undefined;
  /** Of a list without sites. */
  readonly complaintIds?: readonly string[] | null | undefined;
};
type FinishInput = ItemInput & { readonly id: string; readonly doneOn?: string | null | undefined };

/** The steps of an item share this: where it is, what it reads, in which transaction. */
interface Step {
  readonly tx: TenantTransaction;
  readonly office: Office;
  readonly outlet: Outlet;
  readonly call: Call;
}

/**
 * The lists from which engineers work: an item is planned for complaints that wait, carried over, and done; with each step
 * every complaint it serves learns of it, and whoever complained is told.
 */
export class Engineering {
  readonly #database: Database;
  readonly #casework: Casework;

  constructor(options: { readonly database: Database; readonly casework: Casework }) {
    this.#database = options.database;
    this.#casework = options.casework;
  }

  /** The sites at which complaints wait, where engineers are needed most first, with what is planned there. */
  async sites(actor: TenantActor, outlet: Outlet): Promise<readonly PlannedSite[]> {
    const { code: list, readings } = outlet;
    const [rows = [], items = []] = await this.#database.readAllInTenant(actor, [
      casesStatement({ actor, outlet: list }),
      plannedStatement(list),
    ]);
    const planned = new Map((items as unknown as ItemRow[]).map((item) => [item.site, item]));
    const cases = rows.map((row) => caseOf(row, outlet));
    return sitesOf(cases, readings).map((site) => ({
      ...site,
      item: site.site === undefined ? undefined : planned.get(site.site),
    }));
  }

  /** Plans an item: at a site for all that waits there, or in a week for the complaints named. */
  async plan(call: Call, asked: PlanInput): Promise<Answered<Done>> {
    const { actor } = call;
    if (!canInOffice(actor, 'doEngineering')) return refused(refusal.FORBIDDEN);
    const office = await this.#casework.offices.of(actor);
    const outlet = outletOf(office.sector, asked.outlet);
    if (!outlet) return refused(refusal.NO_SUCH_LIST);
    const checked = checkInput(asked, { outlet, sector: office.sector });
    if (!checked.ok) return checked;
    const site = outlet.worked.kind === 'WEEK' ? null : (asked.site ?? null);
    if (outlet.worked.kind !== 'WEEK' && !site) return refused(refusal.SITE);
    const chosen = outlet.worked.kind === 'WEEK' ? (asked.complaintIds ?? []) : undefined;
    if (chosen && (chosen.length === 0 || chosen.length > refusal.MOST_CASES)) return refused(refusal.CASES);
    return this.#database.inTenant(actor, (tx) =>
      once<Done>(tx, { actor, key: call.key, asked: ['engineering-plan', asked, call.via] }, async () => {
        const step = { tx, office, outlet, call };
        const cases = await waitingAt(
          step,
          site === null ? { complaintIds: chosen ?? [] } : { sites: [site] },
        );
        if (cases.length === 0) return refused(refusal.NOTHING_WAITS);
        if (chosen && cases.length < new Set(chosen).size) return refused(refusal.CASES);
        return this.#add(step, { site, cases, input: checked.input });
      }),
    );
  }

  async #add(
    step: Step,
    options: {
      readonly site: string | null;
      readonly cases: readonly WaitingCase[];
      readonly input: CheckedInput;
    },
  ): Promise<Answered<Done>> {
    const { tx, outlet, call } = step;
    const { site, cases, input } = options;
    const { worked, readings } = outlet;
    const today = localDateOf(call.at ?? new Date().toISOString());
    const since = worked.kind === 'VISIT' ? addDays(today, -worked.repeatWithinDays) : undefined;
    const repeatOf =
      since && site ? await repairedSince(tx, { outlet: outlet.code, site, since }) : undefined;
    const [first] = cases;
    const item: ItemRow = {
      ...{ id: uuidv7(), outlet: outlet.code, site, stage: 'PLANNED', planned_on: today, done_on: null },
      week: worked.kind === 'WEEK' ? (input.week ?? weekOf(today)) : null,
      title: input.title ?? first?.address ?? site ?? first?.title ?? '',
      note: input.note ?? null,
      checked: input.checked ?? null,
      fault_point: input.faultPoint ?? null,
      before: { ...worstOf(cases, readings), ...input.readings },
      ...{ after: {}, carried_over: 0, repeat_of: repeatOf ?? null },
    };
    if (!(await addItem(tx, item))) return refused(refusal.PLANNED_ALREADY);
    const repeated = worked.kind === 'VISIT' ? { repeated: repeatOf !== undefined } : {};
    const week = item.week === null ? {} : { week: item.week };
    return this.#go(step, {
      item,
      cases,
      text: input.answer,
      progress: { stage: 'PLANNED', ...week, ...repeated },
    });
  }

  /** Puts an item off: to a later week, or to another visit. */
  async carryOver(call: Call, asked: ItemInput & { readonly id: string }): Promise<Answered<Done>> {
    return this.#change(call, asked, async (step, item, input) => {
      const { worked } = step.outlet;
      if (worked.kind === 'MAP') return refused(refusal.NOT_CARRIED_OVER);
      const week = item.week && (input.week ?? weeksAfter(item.week, 1));
      if (week && item.week && week <= item.week) return refused(refusal.LATER_WEEK);
      const next: ItemRow = {
        ...{ ...item, week, carried_over: item.carried_over + 1, note: input.note ?? item.note },
        ...{ checked: input.checked ?? item.checked, fault_point: input.faultPoint ?? item.fault_point },
      };
      await changeItem(step.tx, next);
      return this.#go(step, {
        ...{ item: next, cases: await casesOf(step, item), text: input.answer, note: input.note },
        progress: { stage: 'CARRIED_OVER', ...(week ? { week } : {}) },
      });
    });
  }

  /** What was planned is done; whoever waits at its site by now is served by it too. */
  async finish(call: Call, asked: FinishInput): Promise<Answered<Done>> {
    return this.#change(call, asked, async (step, item, input) => {
      const { worked, readings } = step.outlet;
      const today = localDateOf(call.at ?? new Date().toISOString());
      const doneOn = asked.doneOn ?? today;
      const wrong = problemWithDay(doneOn, today);
      if (wrong) return refused(wrong);
      const next: ItemRow = {
        ...{ ...item, stage: 'DONE', done_on: doneOn, after: input.readings, note: input.note ?? item.note },
        ...{ checked: input.checked ?? item.checked, fault_point: input.faultPoint ?? item.fault_point },
      };
      await changeItem(step.tx, next);
      const served = await casesOf(step, item);
      const since = item.site === null ? [] : await waitingAt(step, { sites: [item.site] });
      const late = since.filter(({ complaintId }) =>
        served.every((each) => each.complaintId !== complaintId),
      );
      const improved =
        worked.kind === 'WEEK'
          ? improvedBetween({ before: item.before, after: next.after, keys: readings })
          : undefined;
      return this.#go(step, {
        ...{ item: next, cases: [...served, ...late], text: input.answer, note: input.note },
        progress: { stage: 'DONE', ...(improved === undefined ? {} : { improved }) },
      });
    });
  }

  /** A step of an item that is planned. */
  async #change(
    call: Call,
    asked: ItemInput & { readonly id: string },
    work: (step: Step, item: ItemRow, input: CheckedInput) => Promise<Answered<Done>>,
  ): Promise<Answered<Done>> {
    const { actor } = call;
    if (!canInOffice(actor, 'doEngineering')) return refused(refusal.FORBIDDEN);
    const office = await this.#casework.offices.of(actor);
    return this.#database.inTenant(actor, (tx) =>
      once<Done>(tx, { actor, key: call.key, asked: ['engineering-change', asked, call.via] }, async () => {
        const item = await lockItem(tx, asked.id);
        const outlet = item && outletOf(office.sector, item.outlet);
        if (!item || !outlet) return refused(refusal.NO_SUCH_ITEM);
        if (item.stage === 'DONE') return refused(refusal.DONE_ALREADY);
        const checked = checkInput(asked, { outlet, sector: office.sector });
        return checked.ok ? work({ tx, office, outlet, call }, item, checked.input) : checked;
      }),
    );
  }

  /** Tells every complaint that the item serves; the first of them is the one by which the item is counted. */
  async #go(
    { tx, office, outlet, call }: Step,
    options: {
      readonly item: ItemRow;
      readonly cases: readonly WaitingCase[];
      readonly text: string | undefined;
      readonly note?: string | undefined;
      readonly progress: Omit<
        Parameters<typeof tell>[1]['progress'],
        'outlet' | 'itemId' | 'leading' | 'text'
      >;
    },
  ): Promise<Answered<Done>> {
    const { item, cases, text, note, progress } = options;
    const { actor, via, at } = call;
    const told: Told[] = [];
    for (const { complaintId: id, number } of cases) {
      const leading = told.every(({ advanced }) => !advanced);
      const one = await tell(tx, {
        ...{ casework: this.#casework, actor, office, complaint: { id, number }, said: { text, via }, at },
        progress: {
          ...{ outlet: outlet.code, itemId: item.id, leading, ...progress },
          ...(note === undefined ? {} : { text: note }),
        },
      });
      if (one.advanced) await linkComplaint(tx, { itemId: item.id, complaintId: id });
      told.push(one);
    }
    return { ok: true, answer: { itemId: item.id, told } };
  }
}

/** Those that wait by then and are not part of another item. */
async function waitingAt(
  { tx, outlet, call: { actor, at } }: Step,
  where: { readonly sites?: readonly string[]; readonly complaintIds?: readonly string[] },
): Promise<readonly WaitingCase[]> {
  const rows = await tx.query(casesStatement({ actor, outlet: outlet.code, ...where }));
  return rows
    .map((row) => caseOf(row, outlet))
    .filter(({ itemId, joinedAt }) => itemId === undefined && (at === undefined || joinedAt <= at));
}

/** Those that the item serves. */
async function casesOf(
  { tx, outlet, call: { actor } }: Step,
  { id }: ItemRow,
): Promise<readonly WaitingCase[]> {
  const rows = await tx.query(casesStatement({ actor, outlet: outlet.code, itemIds: [id] }));
  return rows.map((row) => caseOf(row, outlet));
}

function refused(problem: Refusal): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return { ok: false, refusals: [problem] };
}
