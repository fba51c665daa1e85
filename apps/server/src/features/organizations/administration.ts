import {
  canInOffice,
  localDateOf,
  NO_SUCH_THING,
  type Refusal,
  type Role,
  type TenantActor,
} from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Office, Offices, StoredSettings } from '../../casework/office.ts';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { type Answered, once } from '../../casework/once.ts';
import { changeSettings } from '../../casework/settings.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import { type DepartmentInput, departmentProblems, memberProblems } from './administration-checks.ts';
import { type CategoryChange, categoriesWith } from './category-changes.ts';
import { addDepartment, changeDepartment, changeMember } from './organization.repository.ts';
import {
  correctionFrom,
  endedPromises,
  promiseFrom,
  type RuleCorrectionInput,
  type RulePromiseInput,
} from './rule-changes.ts';
import { type SettingsChange, settingsFrom } from './settings-change.ts';

/** A mutation of the organisation, with the caller's key. */
export interface AdministrationCall<Input> {
  readonly input: Input;
  readonly key: string | null | undefined;
}

export interface MemberInput {
  readonly id: string;
  readonly name?: string | null;
  readonly role?: Role | null;
  /** `null` takes them out of their department. */
  readonly departmentId?: string | null | undefined;
  readonly active?: boolean | null;
}

/** What an administrator sets up: settings, limits, departments, members. */
export class Administration {
  readonly #database: Database;
  readonly #offices: Offices;
  readonly #forgetCallers: () => void;

  constructor(options: {
    readonly database: Database;
    readonly offices: Offices;
    /** Who somebody is has changed and must be looked up anew. */
    readonly forgetCallers: () => void;
  }) {
    this.#database = options.database;
    this.#offices = options.offices;
    this.#forgetCallers = options.forgetCallers;
  }

  /** Changes what the office works by. */
  changeSettings(
    actor: TenantActor,
    { input, key }: AdministrationCall<SettingsChange>,
  ): Promise<Answered<null>> {
    return this.#carryOut(actor, { key, asked: ['settings', input] }, async (tx, office) => {
      const settings = settingsFrom(input, office);
      if ('refusals' in settings) return { ok: false, refusals: settings.refusals };
      await changeSettings<StoredSettings>(tx, () => settings);
      const stood: Readonly<Record<string, unknown>> = {
        ...office.settings,
        ...workingTimes(office.calendar),
      };
      const before = Object.fromEntries(Object.keys(settings).map((name) => [name, stood[name]]));
      await recordOfficeEvent(tx, { actor, kind: 'SETTINGS_CHANGED', before, after: settings });
      return { ok: true, answer: null };
    });
  }

  /** Confirms a rule whose text was not checked, or says what it really is. */
  correctRule(
    actor: TenantActor,
    { input, key }: AdministrationCall<RuleCorrectionInput>,
  ): Promise<Answered<null>> {
    return this.#carryOut(actor, { key, asked: ['rule', input] }, async (tx, office) => {
      const correction = correctionFrom(input, { office, actor });
      if ('refusals' in correction) return { ok: false, refusals: correction.refusals };
      await changeSettings<StoredSettings>(tx, ({ ruleCorrections = [] }) => ({
        ruleCorrections: [
          ...ruleCorrections.filter(({ ruleId }) => ruleId !== correction.ruleId),
          correction,
        ],
      }));
      const { ruleId, by: _by, at: _at, ...after } = correction;
      const before = office.rules.find(({ id }) => id === ruleId);
      const known = { amount: before?.amount, unit: before?.unit };
      const subject = before?.label.zh;
      await recordOfficeEvent(tx, {
        ...{ actor, kind: 'RULE_CORRECTED', subject, before: known, after: { ...known, ...after } },
      });
      return { ok: true, answer: null };
    });
  }

  /** Words, places or offers a category otherwise than the sector does. */
  changeCategory(
    actor: TenantActor,
    { input, key }: AdministrationCall<CategoryChange>,
  ): Promise<Answered<null>> {
    return this.#carryOut(actor, { key, asked: ['category', input] }, async (tx, office) => {
      const changed = categoriesWith(input, office);
      if ('refusals' in changed) return { ok: false, refusals: changed.refusals };
      const { name: subject, before, after, own } = changed;
      await changeSettings<StoredSettings>(tx, ({ categories = [] }) => ({ categories: own(categories) }));
      await recordOfficeEvent(tx, { actor, kind: 'CATEGORY_CHANGED', subject, before, after });
      return { ok: true, answer: null };
    });
  }

  /** Adds a promise of the organisation's own; the code under which it stands among the rules. */
  promise(
    actor: TenantActor,
    { input, key }: AdministrationCall<RulePromiseInput>,
  ): Promise<Answered<string>> {
    return this.#carryOut(actor, { key, asked: ['promise', input] }, async (tx, office) => {
      const rule = promiseFrom(input, office);
      if ('refusals' in rule) return { ok: false, refusals: rule.refusals };
      await changeSettings<StoredSettings>(tx, ({ ownRules = [] }) => ({
        ownRules: [...endedPromises(ownRules, { clock: rule.clock, before: rule.effectiveFrom }), rule],
      }));
      const { amount, unit, effectiveFrom, basis } = rule;
      await recordOfficeEvent(tx, {
        ...{ actor, kind: 'PROMISE_MADE', subject: basis.regulation.zh },
        after: { clock: rule.label.zh, amount, unit, effectiveFrom },
      });
      return { ok: true, answer: rule.id };
    });
  }

  /** Ends a promise of the organisation's own: no clock starts by it any more. */
  endPromise(actor: TenantActor, { input, key }: AdministrationCall<string>): Promise<Answered<null>> {
    return this.#carryOut(actor, { key, asked: ['end-promise', input] }, async (tx, office) => {
      const promise = office.settings.ownRules.find(({ id }) => id === input);
      if (!promise) return { ok: false, refusals: [{ ...NO_SUCH_THING, field: 'code' }] };
      const { clock } = promise;
      const before = localDateOf(new Date().toISOString(), office.calendar.timeZone);
      await changeSettings<StoredSettings>(tx, ({ ownRules = [] }) => ({
        ownRules: endedPromises(ownRules, { clock, before }),
      }));
      const { amount, unit } = promise;
      await recordOfficeEvent(tx, {
        ...{ actor, kind: 'PROMISE_ENDED', subject: promise.basis.regulation.zh, before: { amount, unit } },
      });
      return { ok: true, answer: null };
    });
  }

  /** Adds a department, or changes one; its id. */
  saveDepartment(
    actor: TenantActor,
    { input, key }: AdministrationCall<DepartmentInput>,
  ): Promise<Answered<string>> {
    return this.#carryOut(actor, { key, asked: ['department', input] }, async (tx, office) => {
      const { departments } = office.directory;
      const known = input.id === undefined ? undefined : departments.get(input.id);
      if (input.id !== undefined && !known)
        return { ok: false, refusals: [{ ...NO_SUCH_THING, field: 'id' }] };
      const refusals = departmentProblems(input, office);
      if (refusals.length > 0) return { ok: false, refusals };
      const row = {
        id: known?.id ?? uuidv7(),
        parentId: (input.parentId === undefined ? known?.parentId : input.parentId) ?? null,
        name: input.name?.trim() ?? known?.name ?? '',
        nameEn: (input.nameEn === undefined ? known?.nameEn : input.nameEn?.trim()) || null,
        kind: (input.kind === undefined ? known?.kind : input.kind) ?? null,
        active: input.active ?? known?.active ?? true,
      };
      if (known) await changeDepartment(tx, row);
      else await addDepartment(tx, row);
      await recordOfficeEvent(tx, {
        ...{
          actor,
          kind: known ? 'DEPARTMENT_CHANGED' : 'DEPARTMENT_ADDED',
          subject: known?.name ?? row.name,
        },
        ...{ before: known ?? { id: row.id }, after: row },
      });
      return { ok: true, answer: row.id };
    });
  }

  /** Changes what a member is. */
  changeMember(actor: TenantActor, { input, key }: AdministrationCall<MemberInput>): Promise<Answered<null>> {
    return this.#carryOut(actor, { key, asked: ['member', input] }, async (tx, office) => {
      const member = office.directory.members.get(input.id);
      if (!member) return { ok: false, refusals: [{ ...NO_SUCH_THING, field: 'id' }] };
      const changed = {
        ...member,
        name: input.name?.trim() ?? member.name,
        role: input.role ?? member.role,
        departmentId: input.departmentId === undefined ? member.departmentId : input.departmentId,
        active: input.active ?? member.active,
      };
      const refusals = memberProblems(changed, { office, actor });
      if (refusals.length > 0) return { ok: false, refusals };
      await changeMember(tx, changed);
      await recordOfficeEvent(tx, {
        ...{ actor, kind: 'MEMBER_CHANGED', subject: member.name, before: member, after: changed },
      });
      return { ok: true, answer: null };
    });
  }

  /** Whoever may, once for each key; what was known of the office is forgotten. */
  async #carryOut<Answer>(
    actor: TenantActor,
    call: { readonly key: string | null | undefined; readonly asked: unknown },
    work: (tx: TenantTransaction, office: Office) => Promise<Answered<Answer>>,
  ): Promise<Answered<Answer>> {
    if (!canInOffice(actor, 'manageOrganization')) return { ok: false, refusals: [FORBIDDEN] };
    const office = await this.#offices.of(actor);
    const done = await this.#database.inTenant(actor, (tx) =>
      once(tx, { actor, ...call }, () => work(tx, office)),
    );
    this.#offices.forget(actor.tenantId);
    this.#forgetCallers();
    return done;
  }
}

/** The settings that the calendar carries out. */
function workingTimes({ openOfBusiness, closeOfBusiness, weekendMovesLastDay }: Office['calendar']) {
  return { openOfBusiness, closeOfBusiness, weekendMovesLastDay };
}

const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: {
    zh: '只有单位管理员可以修改单位设置。',
    en: 'The organisation is set up by its administrator.',
  },
};
