import type { Command, ComplainantActor, Refusal } from '@huiyin/domain';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Outcome } from '../../casework/calls.ts';
import type { RequestContext } from '../../graphql/actor-context.ts';
import { throttled } from '../../graphql/errors.ts';
import { detailsFromInput, foreignDetails } from '../../graphql/sector-types.ts';
import { userErrors } from '../../graphql/user-error.ts';
import { presentMatter } from './present-matter.ts';
import {
  type OwnMatterInput,
  type OwnMatterPayload,
  PublicComplaintSubmitInput,
  PublicComplaintSubmitPayload,
  PublicCredentialsInput,
  PublicMatter,
  PublicMatterAddMaterialInput,
  PublicMatterAddMaterialPayload,
  PublicMatterAnswerMediationInput,
  PublicMatterAnswerMediationPayload,
  PublicMatterRateInput,
  PublicMatterRatePayload,
  PublicMatterReopenInput,
  PublicMatterReopenPayload,
  PublicMatterWithdrawInput,
  PublicMatterWithdrawPayload,
} from './public-matter.type.ts';
import type { PublicMatters } from './public-matters.ts';
import type { PublicOffice, PublicOffices } from './public-offices.ts';
import type { Submission, Submissions } from './submissions.ts';

const INPUT = 'What is asked.';

/** What somebody who is not signed in does with complaints: sends one, and follows their own by number and code. */
@Resolver()
export class PublicMatterResolver {
  readonly #offices: PublicOffices;
  readonly #submissions: Submissions;
  readonly #matters: PublicMatters;

  constructor(options: {
    readonly offices: PublicOffices;
    readonly submissions: Submissions;
    readonly matters: PublicMatters;
  }) {
    this.#offices = options.offices;
    this.#submissions = options.submissions;
    this.#matters = options.matters;
  }

  @Mutation(() => PublicComplaintSubmitPayload, {
    description: 'Sends a complaint to an office; no sign-in.',
  })
  async publicComplaintSubmit(
    @Arg('input', () => PublicComplaintSubmitInput, { description: INPUT }) input: PublicComplaintSubmitInput,
    @Ctx() context: RequestContext,
  ): Promise<PublicComplaintSubmitPayload> {
    const { locale, address } = context.request;
    const refused = (refusals: readonly Refusal[]) => ({
      receipt: null,
      userErrors: userErrors(refusals, locale),
    });
    const office = await this.#offices.find(input.office);
    if (!office) return refused([NO_OFFICE]);
    if (foreignDetails(office.office.sector, input.details).length > 0) return refused([FOREIGN_DETAILS]);
    const submitted = await this.#submissions.submit(office, submissionOf(input, office), address);
    if (!submitted.ok) {
      if (submitted.refusals === 'THROTTLED') throw throttled(locale);
      return refused(submitted.refusals);
    }
    const { tenantId } = office.office;
    const { id, number } = submitted.complaint;
    const own = await this.#matters.read({ kind: 'complainant', tenantId, complaintId: id });
    if (!own) throw new Error('What was registered is not there.');
    return { receipt: { number, code: submitted.code, matter: presentMatter(own, locale) }, userErrors: [] };
  }

  @Query(() => PublicMatter, {
    nullable: true,
    description:
      'One’s own complaint by its number and secret code. Null for a wrong number and a wrong code alike; too many give THROTTLED.',
  })
  async publicMatter(
    @Arg('credentials', () => PublicCredentialsInput, {
      description: 'Which complaint, and that it is one’s own.',
    })
    credentials: PublicCredentialsInput,
    @Ctx() context: RequestContext,
  ): Promise<PublicMatter | null> {
    const actor = await this.#identify(credentials, context);
    const own = actor && (await this.#matters.read(actor));
    return own ? presentMatter(own, context.request.locale) : null;
  }

  @Mutation(() => PublicMatterAddMaterialPayload, {
    description: 'Adds words or files to one’s own complaint.',
  })
  publicMatterAddMaterial(
    @Arg('input', () => PublicMatterAddMaterialInput, { description: INPUT })
    input: PublicMatterAddMaterialInput,
    @Ctx() context: RequestContext,
  ): Promise<OwnMatterPayload> {
    return this.#do(input, context, (actor, idempotencyKey) =>
      this.#matters.addMaterial(actor, { text: input.text ?? '', files: input.files ?? [], idempotencyKey }),
    );
  }

  @Mutation(() => PublicMatterAnswerMediationPayload, {
    description: 'Agrees to a mediation, or declines it.',
  })
  publicMatterAnswerMediation(
    @Arg('input', () => PublicMatterAnswerMediationInput, { description: INPUT })
    input: PublicMatterAnswerMediationInput,
    @Ctx() context: RequestContext,
  ): Promise<OwnMatterPayload> {
    const { agreed, remark } = input;
    return this.#command(input, context, { type: 'ANSWER_MEDIATION_OFFER', agreed, ...remarkOf(remark) });
  }

  @Mutation(() => PublicMatterRatePayload, { description: 'Says what one thinks of the result.' })
  publicMatterRate(
    @Arg('input', () => PublicMatterRateInput, { description: INPUT }) input: PublicMatterRateInput,
    @Ctx() context: RequestContext,
  ): Promise<OwnMatterPayload> {
    const { result, resolved, remark } = input;
    return this.#command(input, context, { type: 'FOLLOW_UP', result, resolved, ...remarkOf(remark) });
  }

  @Mutation(() => PublicMatterReopenPayload, { description: 'Has one’s own complaint taken up again.' })
  publicMatterReopen(
    @Arg('input', () => PublicMatterReopenInput, { description: INPUT }) input: PublicMatterReopenInput,
    @Ctx() context: RequestContext,
  ): Promise<OwnMatterPayload> {
    return this.#command(input, context, { type: 'REOPEN', reason: input.reason });
  }

  @Mutation(() => PublicMatterWithdrawPayload, { description: 'Withdraws one’s own complaint.' })
  publicMatterWithdraw(
    @Arg('input', () => PublicMatterWithdrawInput, { description: INPUT }) input: PublicMatterWithdrawInput,
    @Ctx() context: RequestContext,
  ): Promise<OwnMatterPayload> {
    const { reason, remark } = input;
    return this.#command(input, context, { type: 'WITHDRAW', reason, ...remarkOf(remark) });
  }

  /** Whoever has number and code. @throws THROTTLED */
  async #identify(
    { office: slug, number, code }: PublicCredentialsInput,
    { request }: RequestContext,
  ): Promise<ComplainantActor | undefined> {
    const office = await this.#offices.find(slug);
    if (!office) return undefined;
    const { address, locale } = request;
    const actor = await this.#matters.identify(office, { number, code, address });
    if (actor === 'THROTTLED') throw throttled(locale);
    return actor;
  }

  #command(
    input: OwnMatterInput,
    context: RequestContext,
    command: Exclude<Command, { type: 'REGISTER' }>,
  ): Promise<OwnMatterPayload> {
    return this.#do(input, context, (actor, key) => this.#matters.execute(actor, command, key));
  }

  async #do(
    input: OwnMatterInput,
    context: RequestContext,
    work: (actor: ComplainantActor, idempotencyKey: string | undefined) => Promise<Outcome>,
  ): Promise<OwnMatterPayload> {
    const { locale } = context.request;
    const actor = await this.#identify(input.credentials, context);
    if (!actor) return { matter: null, userErrors: userErrors([WRONG], locale) };
    const outcome = await work(actor, input.idempotencyKey ?? undefined);
    const own = await this.#matters.read(actor);
    return {
      matter: own ? presentMatter(own, locale) : null,
      userErrors: outcome.ok ? [] : userErrors(outcome.refusals, locale),
    };
  }
}

function remarkOf(remark: string | null | undefined): { readonly remark?: string } {
  return remark?.trim() ? { remark: remark.trim() } : {};
}

function submissionOf(input: PublicComplaintSubmitInput, { office }: PublicOffice): Submission {
  const { kind, category, content, demands, occurredOn, respondentName, respondentType, groupSize } = input;
  const { name, phone, email } = input.complainant ?? {};
  return {
    matter: {
      ...{ kind, category, content, demands, groupSize: groupSize ?? 1 },
      respondent: {
        ...(respondentName?.trim() ? { name: respondentName.trim() } : {}),
        ...(respondentType ? { type: respondentType } : {}),
      },
      ...(occurredOn ? { occurredOn } : {}),
      ...(input.sameAsOthers ? { sameAsOthers: true } : {}),
      details: withoutNulls(detailsFromInput(office.sector, input.details)),
    },
    disclosure: input.disclosure,
    complainant: { name: name ?? undefined, phone: phone ?? undefined, email: email ?? undefined },
    files: [...new Set(input.files ?? [])],
    consent: input.consent,
    privacyVersion: input.privacyVersion ?? undefined,
    captcha: input.captcha,
    key: input.idempotencyKey,
  };
}

function withoutNulls(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== null && value !== ''));
}

const NO_OFFICE: Refusal = {
  code: 'NOT_FOUND',
  field: 'office',
  message: { zh: '没有这个单位。', en: 'There is no such office.' },
};
const FOREIGN_DETAILS: Refusal = {
  code: 'INVALID',
  field: 'details',
  message: { zh: '只能填写本单位所属行业的详情。', en: 'Give the details of this office’s sector only.' },
};
const WRONG: Refusal = {
  code: 'NOT_FOUND',
  field: 'credentials',
  message: {
    zh: '编号或查询码不正确。请对照回执检查。',
    en: 'The number or the code is not right. Check them against your receipt.',
  },
};
