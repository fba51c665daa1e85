import { type DurationUnit, NO_SUCH_THING } from '@huiyin/domain';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Offices } from '../../casework/office.ts';
import type { Answered } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { type DurationUnitEnum, momentOf, UNITS } from '../../graphql/deadline-rule.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { Administration } from './administration.ts';
import {
  DeadlineRuleCorrectInput,
  DeadlineRuleCorrectPayload,
  DeadlineRuleEndPromiseInput,
  DeadlineRuleEndPromisePayload,
  DeadlineRulePromiseInput,
  DeadlineRulePromisePayload,
  DepartmentSaveInput,
  DepartmentSavePayload,
  MemberChangeInput,
  MemberChangePayload,
  OrganizationSetInput,
  OrganizationSetPayload,
} from './administration.type.ts';
import { CategoryChangeInput, CategoryChangePayload } from './category.type.ts';
import type { OrganizationType } from './organization.type.ts';
import { presentOrganization } from './present-organization.ts';

/** What an administrator sets up. */
@Resolver()
export class AdministrationResolver {
  readonly #administration: Administration;
  readonly #offices: Offices;

  constructor(options: { readonly administration: Administration; readonly offices: Offices }) {
    this.#administration = options.administration;
    this.#offices = options.offices;
  }

  @Mutation(() => OrganizationSetPayload, { description: 'Changes what the office works by.' })
  async organizationSet(
    @Arg('input', () => OrganizationSetInput, { description: 'What changes.' }) input: OrganizationSetInput,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationSetPayload> {
    const { idempotencyKey: key, ...change } = input;
    return this.#payload(
      await this.#administration.changeSettings(tenantActor(context), { input: change, key }),
      context,
    );
  }

  @Mutation(() => CategoryChangePayload, {
    description:
      'Words, places, or from a day on no longer offers a category; complaints that have it keep it.',
  })
  async categoryChange(
    @Arg('input', () => CategoryChangeInput, { description: 'The category, and what changes.' })
    input: CategoryChangeInput,
    @Ctx() context: RequestContext,
  ): Promise<CategoryChangePayload> {
    const { idempotencyKey: key, ...change } = input;
    return this.#payload(
      await this.#administration.changeCategory(tenantActor(context), { input: change, key }),
      context,
    );
  }

  @Mutation(() => DeadlineRuleCorrectPayload, {
    description:
      'Confirms a rule whose text was not checked at its source, or corrects it; clocks that run keep theirs.',
  })
  async deadlineRuleCorrect(
    @Arg('input', () => DeadlineRuleCorrectInput, { description: 'The rule, and what was found.' })
    input: DeadlineRuleCorrectInput,
    @Ctx() context: RequestContext,
  ): Promise<DeadlineRuleCorrectPayload> {
    const { idempotencyKey: key, unit, ...found } = input;
    return this.#payload(
      await this.#administration.correctRule(tenantActor(context), {
        ...{ input: { ...found, ...(unit ? { unit: unitOf(unit) } : {}) }, key },
      }),
      context,
    );
  }

  @Mutation(() => DeadlineRulePromisePayload, {
    description: "Adds a promise of the organisation's own, in place of an earlier one for the same clock.",
  })
  async deadlineRulePromise(
    @Arg('input', () => DeadlineRulePromiseInput, { description: 'The promise.' })
    input: DeadlineRulePromiseInput,
    @Ctx() context: RequestContext,
  ): Promise<DeadlineRulePromisePayload> {
    const { idempotencyKey: key, unit, startsOn, endsOn, ...rest } = input;
    const done = await this.#administration.promise(tenantActor(context), {
      key,
      input: {
        ...rest,
        unit: unitOf(unit),
        startsOn: startsOn ? (momentOf(startsOn) ?? null) : null,
        endsOn: endsOn?.flatMap((moment) => momentOf(moment) ?? []) ?? null,
      },
    });
    return { ...(await this.#payload(done, context)), code: done.ok ? done.answer : null };
  }

  @Mutation(() => DeadlineRuleEndPromisePayload, { description: "Ends a promise of the organisation's own." })
  async deadlineRuleEndPromise(
    @Arg('input', () => DeadlineRuleEndPromiseInput, { description: 'Which promise.' })
    input: DeadlineRuleEndPromiseInput,
    @Ctx() context: RequestContext,
  ): Promise<DeadlineRuleEndPromisePayload> {
    const { idempotencyKey: key, code } = input;
    return this.#payload(
      await this.#administration.endPromise(tenantActor(context), { input: code, key }),
      context,
    );
  }

  @Mutation(() => DepartmentSavePayload, { description: 'Adds a department or site, or changes one.' })
  async departmentSave(
    @Arg('input', () => DepartmentSaveInput, { description: 'The department.' }) input: DepartmentSaveInput,
    @Ctx() context: RequestContext,
  ): Promise<DepartmentSavePayload> {
    const { idempotencyKey: key, id: given, parentId: above, ...rest } = input;
    const actor = tenantActor(context);
    const id = given ? uuidOf(given, 'Department') : undefined;
    const parentId = above ? uuidOf(above, 'Department') : above;
    if (given && !id) return { ...(await this.#unknown('id', context)), department: null };
    if (above && !parentId) return { ...(await this.#unknown('parentId', context)), department: null };
    const done = await this.#administration.saveDepartment(actor, { input: { ...rest, id, parentId }, key });
    const payload = await this.#payload(done, context);
    const globalId = done.ok ? toGlobalId('Department', done.answer) : undefined;
    return {
      ...payload,
      department: payload.organization?.departments.find((each) => each.id === globalId) ?? null,
    };
  }

  @Mutation(() => MemberChangePayload, { description: 'Changes what a member is.' })
  async memberChange(
    @Arg('input', () => MemberChangeInput, { description: 'The member.' }) input: MemberChangeInput,
    @Ctx() context: RequestContext,
  ): Promise<MemberChangePayload> {
    const { idempotencyKey: key, id: given, departmentId: department, ...rest } = input;
    const actor = tenantActor(context);
    const id = uuidOf(given, 'Member');
    const departmentId = department ? uuidOf(department, 'Department') : department;
    if (!id) return { ...(await this.#unknown('id', context)), member: null };
    if (department && !departmentId)
      return { ...(await this.#unknown('departmentId', context)), member: null };
    const done = await this.#administration.changeMember(actor, {
      input: { ...rest, id, departmentId },
      key,
    });
    const payload = await this.#payload(done, context);
    return { ...payload, member: payload.organization?.members.find((each) => each.id === given) ?? null };
  }

  async #payload(
    done: Answered<unknown>,
    context: RequestContext,
  ): Promise<{ organization: OrganizationType | null; userErrors: ReturnType<typeof userErrors> }> {
    const { locale } = context.request;
    if (!done.ok) return { organization: null, userErrors: userErrors(done.refusals, locale) };
    const office = await this.#offices.of(tenantActor(context));
    return { organization: presentOrganization(office, locale), userErrors: [] };
  }

  #unknown(field: string, context: RequestContext) {
    return this.#payload({ ok: false, refusals: [{ ...NO_SUCH_THING, field }] }, context);
  }
}

/** The domain's unit of an enum value. */
function unitOf(code: keyof typeof DurationUnitEnum): DurationUnit {
  const found = Object.entries(UNITS).find(([, value]) => value === code)?.[0];
  return found as DurationUnit;
}
