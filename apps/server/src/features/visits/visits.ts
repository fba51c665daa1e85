import {
  canInOffice,
  localDateOf,
  NO_SUCH_THING,
  planProblems,
  type Refusal,
  recordProblems,
  type Site,
  type TenantActor,
  type VisitPlan,
  type VisitRecord,
} from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Offices } from '../../casework/office.ts';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { type Answered, type Keyed, once } from '../../casework/once.ts';
import { type Versioned, whyNotChange } from '../../casework/versions.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import {
  allWorkHere,
  finishFollowUp,
  removePlan,
  type VisitRow,
  type VisitsAsked,
  visitsStatement,
  writePlan,
  writeRecord,
} from './visit.repository.ts';
import { findSubject } from './visit-subject.repository.ts';
import { SITES_STATEMENT } from './visit-subjects.ts';

interface Listed {
  readonly visits: readonly VisitRow[];
  readonly sites: readonly Site[];
  readonly today: string;
}

/** Preventive visits: planned where complaints gather, recorded with what was found, followed up. */
export class Visits {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  /** Visits, the day on which they stand so, and the tree of sites that they may be to. */
  async list(actor: TenantActor, asked: VisitsAsked): Promise<Listed> {
    const today = await this.#today(actor);
    const [visits = [], sites = []] = await this.#database.readAllInTenant(actor, [
      visitsStatement(asked, today),
      SITES_STATEMENT,
    ]);
    return {
      visits: visits as unknown as readonly VisitRow[],
      sites: sites as unknown as readonly Site[],
      today,
    };
  }

  /** Plans a visit, or changes the plan of one; its id. */
  async plan(
    actor: TenantActor,
    change: Keyed & Versioned & { readonly id?: string | undefined; readonly plan: VisitPlan },
  ): Promise<Answered<string>> {
    const { id: given, plan, version, key } = change;
    const problems = planProblems(plan);
    return this.#carryOut(actor, { key, problems, asked: ['visit', given, plan] }, async (tx) => {
      if (!(await allWorkHere(tx, [plan.visitorId]))) return unknown('memberId');
      const stale = given && (await whyNotChange(tx, { table: 'visit', id: given, version }));
      if (stale) return stale;
      const { subjectId: meant, ...rest } = plan;
      const subjectId = meant && (await findSubject(tx, { target: plan.target, id: meant }));
      if (meant && !subjectId) return unknown('subjectId');
      const id = given ?? uuidv7();
      const written = { ...rest, subjectId };
      if (!(await writePlan(tx, { id, plan: written, isNew: given === undefined }))) return unknown('id');
      const { target, plannedOn } = plan;
      return {
        ...{ answer: id, kind: given === undefined ? 'VISIT_PLANNED' : 'VISIT_CHANGED', subject: plan.name },
        after: { target, plannedOn },
      };
    });
  }

  /** Writes down that a visit was made, what was found, and what is to be put right by whom until when. */
  async record(
    actor: TenantActor,
    { id, record, version, key }: Keyed & Versioned & { readonly id: string; readonly record: VisitRecord },
  ): Promise<Answered<string>> {
    const problems = recordProblems(record, await this.#today(actor));
    return this.#carryOut(actor, { key, problems, asked: ['visit-record', id, record] }, async (tx) => {
      const stale = await whyNotChange(tx, { table: 'visit', id, version });
      if (stale) return stale;
      const { followUps, findings, doneOn } = record;
      const owners = followUps.map(({ ownerId }) => ownerId);
      if (!(await allWorkHere(tx, owners))) return unknown('followUps');
      const ids = followUps.map(() => uuidv7());
      const subject = await writeRecord(tx, { id, record: { ...record, ids } });
      if (subject === undefined) return unknown('id');
      const after = { doneOn, findings: findings.length, followUps: followUps.length };
      return { answer: id, kind: 'VISIT_RECORDED', subject, after };
    });
  }

  /** Writes down that something found on a visit was put right. */
  async finishFollowUp(
    actor: TenantActor,
    { id, key }: Keyed & { readonly id: string },
  ): Promise<Answered<string>> {
    const doneOn = await this.#today(actor);
    return this.#carryOut(actor, { key, problems: [], asked: ['visit-follow-up', id] }, async (tx) => {
      const subject = await finishFollowUp(tx, { id, doneOn });
      return subject === undefined ? unknown('id') : { answer: id, kind: 'VISIT_FOLLOWED_UP', subject };
    });
  }

  /** Takes back a plan that is not to be carried out. */
  async remove(
    actor: TenantActor,
    { id, version, key }: Keyed & Versioned & { readonly id: string },
  ): Promise<Answered<string>> {
    return this.#carryOut(actor, { key, problems: [], asked: ['visit-remove', id] }, async (tx) => {
      const stale = await whyNotChange(tx, { table: 'visit', id, version });
      if (stale) return stale;
      const subject = await removePlan(tx, id);
      return subject === undefined ? unknown('id') : { answer: id, kind: 'VISIT_REMOVED', subject };
    });
  }

  /** May they, is it sound, and once: then `work`, and what was done is written down. */
  async #carryOut(
    actor: TenantActor,
    call: Keyed & { readonly problems: readonly Refusal[]; readonly asked: unknown },
    work: (tx: TenantTransaction) => Promise<Done | Refusal>,
  ): Promise<Answered<string>> {
    if (!canInOffice(actor, 'makeVisits')) return { ok: false, refusals: [FORBIDDEN] };
    const { problems, key, asked } = call;
    if (problems.length > 0) return { ok: false, refusals: problems };
    return this.#database.inTenant(actor, (tx) =>
      once<string>(tx, { actor, key, asked }, async () => {
        const done = await work(tx);
        if ('code' in done) return { ok: false, refusals: [done] };
        const { answer, ...event } = done;
        await recordOfficeEvent(tx, { actor, ...event });
        return { ok: true, answer };
      }),
    );
  }

  async #today(actor: TenantActor): Promise<string> {
    const { calendar } = await this.#offices.of(actor);
    return localDateOf(new Date().toISOString(), calendar.timeZone);
  }
}

type Done = Omit<Parameters<typeof recordOfficeEvent>[1], 'actor'> & { readonly answer: string };

const unknown = (field: string): Refusal => ({ ...NO_SUCH_THING, field });

const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: { zh: '您的角色不能登记走访检查。', en: 'Your role does not record visits.' },
};
