import { NO_SUCH_THING, type Refusal } from '@huiyin/domain';
import type { Locale } from '@huiyin/shared';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Office, Offices } from '../../casework/office.ts';
import type { Answered } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { InvitationRow } from './invitation.repository.ts';
import {
  InvitationAcceptInput,
  InvitationAcceptPayload,
  InvitationOfferType,
  InvitationResendInput,
  InvitationResendPayload,
  InvitationType,
  InvitationWithdrawInput,
  InvitationWithdrawPayload,
  MemberInviteInput,
  MemberInvitePayload,
} from './invitation.type.ts';
import type { Invitations } from './invitations.ts';

/** Invitations: for the administrator who sends them, and for whoever reads the letter. */
@Resolver()
export class InvitationResolver {
  readonly #invitations: Invitations;
  readonly #offices: Offices;
  readonly #forgetCallers: () => void;

  constructor(options: {
    readonly invitations: Invitations;
    readonly offices: Offices;
    /** Who somebody is has changed and must be looked up anew. */
    readonly forgetCallers: () => void;
  }) {
    this.#invitations = options.invitations;
    this.#offices = options.offices;
    this.#forgetCallers = options.forgetCallers;
  }

  @Query(() => [InvitationType], {
    description: 'Invitations that nobody has taken up yet, the newest first; for the administrator.',
  })
  async invitations(@Ctx() context: RequestContext): Promise<InvitationType[]> {
    const actor = tenantActor(context);
    const [rows, office] = await Promise.all([this.#invitations.list(actor), this.#offices.of(actor)]);
    return rows.map((row) => present(row, office, context.request.locale));
  }

  /** An open invitation of the organisation, for those who invite. */
  async find(id: string, context: RequestContext): Promise<InvitationType | null> {
    const globalId = toGlobalId('Invitation', id);
    return (await this.invitations(context)).find((each) => each.id === globalId) ?? null;
  }

  @Query(() => InvitationOfferType, {
    nullable: true,
    description: 'What a letter offers; null once its link leads nowhere.',
  })
  async invitationOffer(
    @Arg('token', () => String, { description: 'What stands in the link of the letter behind `#`.' })
    token: string,
    @Ctx() { request }: RequestContext,
  ): Promise<InvitationOfferType | null> {
    const offer = await this.#invitations.offerOf(token);
    if (!offer) return null;
    const { invitation, office, hasAccount } = offer;
    const { email, name, role, expires_at: expiresAt } = invitation;
    const organization = request.locale === 'en' ? office.nameEn : office.name;
    return { organization, email, name, role, hasAccount, expiresAt };
  }

  @Mutation(() => MemberInvitePayload, { description: 'Invites somebody to become a member, by mail.' })
  async memberInvite(
    @Arg('input', () => MemberInviteInput, { description: 'Whom, and as what.' }) input: MemberInviteInput,
    @Ctx() context: RequestContext,
  ): Promise<MemberInvitePayload> {
    const actor = tenantActor(context);
    const { idempotencyKey: key, departmentId: department, ...rest } = input;
    const departmentId = department ? uuidOf(department, 'Department') : department;
    if (department && !departmentId) return this.#payload(unknown('departmentId'), context);
    return this.#payload(
      await this.#invitations.invite(actor, { input: { ...rest, departmentId }, key }),
      context,
    );
  }

  @Mutation(() => InvitationResendPayload, { description: 'Sends the letter of an invitation again.' })
  async invitationResend(
    @Arg('input', () => InvitationResendInput, { description: 'Which invitation.' })
    input: InvitationResendInput,
    @Ctx() context: RequestContext,
  ): Promise<InvitationResendPayload> {
    const actor = tenantActor(context);
    const id = uuidOf(input.id, 'Invitation');
    if (!id) return this.#payload(unknown('id'), context);
    return this.#payload(await this.#invitations.resend(actor, { id, key: input.idempotencyKey }), context);
  }

  @Mutation(() => InvitationWithdrawPayload, { description: 'Takes an invitation back.' })
  async invitationWithdraw(
    @Arg('input', () => InvitationWithdrawInput, { description: 'Which invitation.' })
    input: InvitationWithdrawInput,
    @Ctx() context: RequestContext,
  ): Promise<InvitationWithdrawPayload> {
    const actor = tenantActor(context);
    const id = uuidOf(input.id, 'Invitation');
    const done = id
      ? await this.#invitations.withdraw(actor, { id, key: input.idempotencyKey })
      : unknown('id');
    return {
      withdrawnId: done.ok ? input.id : null,
      userErrors: done.ok ? [] : userErrors(done.refusals, context.request.locale),
    };
  }

  @Mutation(() => InvitationAcceptPayload, {
    description: 'Takes an invitation up, once; for whoever holds the letter, signed in or not.',
  })
  async invitationAccept(
    @Arg('input', () => InvitationAcceptInput, { description: 'The letter, and who they are.' })
    input: InvitationAcceptInput,
    @Ctx() { request }: RequestContext,
  ): Promise<InvitationAcceptPayload> {
    const done = await this.#invitations.accept(input);
    this.#forgetCallers();
    return {
      organization: done.ok ? done.answer : null,
      userErrors: done.ok ? [] : userErrors(done.refusals, request.locale),
    };
  }

  async #payload(done: Answered<string>, context: RequestContext): Promise<MemberInvitePayload> {
    const { locale } = context.request;
    if (!done.ok) return { invitation: null, userErrors: userErrors(done.refusals, locale) };
    return { invitation: await this.find(done.answer, context), userErrors: [] };
  }
}

function present(row: InvitationRow, { directory }: Office, locale: Locale): InvitationType {
  const department = directory.departments.get(row.department_id ?? '');
  const inviter = directory.members.get(row.invited_by);
  return Object.assign(new InvitationType(), {
    ...{ id: toGlobalId('Invitation', row.id), email: row.email, name: row.name, role: row.role },
    department: department
      ? {
          id: toGlobalId('Department', department.id),
          name: locale === 'en' ? (department.nameEn ?? department.name) : department.name,
        }
      : null,
    invitedBy: { id: toGlobalId('Member', row.invited_by), name: inviter?.name ?? '' },
    ...{ sentAt: row.sent_at, expiresAt: row.expires_at },
  });
}

function unknown(field: string): Answered<string> {
  const refusal: Refusal = { ...NO_SUCH_THING, field };
  return { ok: false, refusals: [refusal] };
}
