import {
  canInOffice,
  NO_SUCH_THING,
  type Refusal,
  type Role,
  type SystemActor,
  type TenantActor,
} from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Office, Offices } from '../../casework/office.ts';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { type Answered, once } from '../../casework/once.ts';
import { addAccount, addMember, findAccount, isMember } from '../../identity/accounts.ts';
import { hashPassword, isPassword } from '../../identity/auth.ts';
import { LockOut } from '../../identity/lock-out.ts';
import type { Post } from '../../identity/mailer.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import {
  addInvitation,
  endInvitation,
  findInvitation,
  type InvitationRow,
  listInvitations,
  renewInvitation,
} from './invitation.repository.ts';
import { invitationLetter, VALID_DAYS } from './invitation-letter.ts';
import { newToken, readToken } from './invitation-secret.ts';
import * as refusal from './refusals.ts';

const DAY_MS = 86_400_000;

/** Whom an administrator invites, as what. */
export interface InvitationInput {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly departmentId?: string | null | undefined;
}

/** What the person who holds a letter is told: nobody else learns whether they have an account. */
export interface Offer {
  readonly invitation: InvitationRow;
  readonly office: Office;
  readonly hasAccount: boolean;
}

type Keyed = { readonly key: string | null | undefined };

/** Invitations to become a member: sent by mail, taken up once, by whoever reads the mail. */
export class Invitations {
  readonly #database: Database;
  readonly #offices: Offices;
  readonly #post: Post;
  readonly #lockOut: LockOut;

  constructor(options: { readonly database: Database; readonly offices: Offices; readonly post: Post }) {
    const { database, offices, post } = options;
    this.#database = database;
    this.#offices = offices;
    this.#post = post;
    this.#lockOut = new LockOut((statement) => database.asPlatform((query) => query(statement)));
  }

  /** Those that are open. */
  async list(actor: TenantActor): Promise<readonly InvitationRow[]> {
    return canInOffice(actor, 'inviteMembers') ? listInvitations(this.#database, actor) : [];
  }

  /** Invites somebody; the invitation's id. Whether they have an account elsewhere makes no difference. */
  async invite(
    actor: TenantActor,
    { input, key }: Keyed & { readonly input: InvitationInput },
  ): Promise<Answered<string>> {
    if (actor.kind !== 'staff' || !canInOffice(actor, 'inviteMembers')) return refused(refusal.FORBIDDEN);
    const office = await this.#offices.of(actor);
    const [email, name] = [input.email.trim().toLowerCase(), input.name.trim()];
    const { role, departmentId = null } = input;
    const problems = refusal.problemsWithInvitation({ email, name, role, departmentId }, office);
    if (problems.length > 0) return { ok: false, refusals: problems };
    const id = uuidv7();
    const { token, secretHash } = newToken(actor.tenantId, id);
    const [sent_at, expires_at] = validity();
    const done = await this.#database.inTenant(actor, (tx) =>
      once<string>(tx, { actor, key, asked: ['invite', input] }, async () => {
        const account = await findAccount(tx, email);
        if (account && (await isMember(tx, account.userId))) return refused(refusal.MEMBER_ALREADY);
        const invitation = { id, email, name, role, department_id: departmentId };
        const added = await addInvitation(tx, {
          ...{ ...invitation, invited_by: actor.memberId, sent_at, expires_at, secretHash },
        });
        if (!added) return refused(refusal.INVITED_ALREADY);
        await recordOfficeEvent(tx, {
          ...{ actor, kind: 'MEMBER_INVITED', subject: name, after: { email, role, departmentId } },
        });
        return { ok: true, answer: id };
      }),
    );
    // The same call again is answered with the first one's id: its letter is on its way already.
    if (done.ok && done.answer === id) await this.#send({ email, name, role }, { token, actor, office });
    return done;
  }

  /** Sends the letter again, with a new link in it: the earlier one leads nowhere from then on. */
  async resend(actor: TenantActor, { id, key }: Keyed & { readonly id: string }): Promise<Answered<string>> {
    if (!canInOffice(actor, 'inviteMembers')) return refused(refusal.FORBIDDEN);
    const office = await this.#offices.of(actor);
    const { token, secretHash } = newToken(actor.tenantId, id);
    const [sentAt, expiresAt] = validity();
    let renewed: InvitationRow | undefined;
    const done = await this.#database.inTenant(actor, (tx) =>
      once<string>(tx, { actor, key, asked: ['invitation-resend', id] }, async () => {
        renewed = await renewInvitation(tx, { id, secretHash, sentAt, expiresAt });
        if (!renewed) return refused({ ...NO_SUCH_THING, field: 'id' });
        const { name, email } = renewed;
        await recordOfficeEvent(tx, {
          ...{ actor, kind: 'INVITATION_SENT_AGAIN', subject: name, after: { email } },
        });
        return { ok: true, answer: id };
      }),
    );
    if (done.ok && renewed) await this.#send(renewed, { token, actor, office });
    return done;
  }

  /** Takes an invitation back. */
  async withdraw(
    actor: TenantActor,
    { id, key }: Keyed & { readonly id: string },
  ): Promise<Answered<string>> {
    if (!canInOffice(actor, 'inviteMembers')) return refused(refusal.FORBIDDEN);
    return this.#database.inTenant(actor, (tx) =>
      once<string>(tx, { actor, key, asked: ['invitation-withdraw', id] }, async () => {
        const ended = await endInvitation(tx, { id, as: 'withdrawn' });
        if (!ended) return refused({ ...NO_SUCH_THING, field: 'id' });
        await recordOfficeEvent(tx, { actor, kind: 'INVITATION_WITHDRAWN', subject: ended.name });
        return { ok: true, answer: id };
      }),
    );
  }

  /** What a letter offers; `undefined` once it leads nowhere: taken up, taken back, sent again or past its day. */
  async offerOf(token: string): Promise<Offer | undefined> {
    const letter = readToken(token);
    const invitation = letter && (await findInvitation(this.#database, letter));
    if (!letter || !invitation) return undefined;
    const { tenantId } = letter;
    const account = await this.#database.inTenant({ tenantId }, (tx) => findAccount(tx, invitation.email));
    return {
      invitation,
      office: await this.#offices.of(taskOf(tenantId)),
      hasAccount: account !== undefined,
    };
  }

  /**
   * Takes an invitation up, once: with a new password, or with the one of the account that there is.
   * @returns the short name of the organisation they have joined
   */
  async accept(acceptance: {
    readonly token: string;
    readonly name: string;
    readonly password: string;
  }): Promise<Answered<string>> {
    const { token, name, password } = acceptance;
    const letter = readToken(token);
    const found = letter && (await findInvitation(this.#database, letter));
    if (!letter || !found) return refused(refusal.LEADS_NOWHERE);
    const { tenantId, id } = letter;
    const { email } = found;
    if (await this.#lockOut.isLocked(email)) return refused(refusal.LOCKED);
    const account = await this.#database.inTenant({ tenantId }, (tx) => findAccount(tx, email));
    const problem = account
      ? await this.#problemWithSignIn({ email, stored: account.passwordHash, password })
      : refusal.problemWithNewcomer({ name, password });
    if (problem) return refused(problem);
    const passwordHash = account ? null : await hashPassword(password);
    const done = await this.#database.inTenant({ tenantId }, (tx) =>
      this.#join(tx, { id, name: name.trim() || found.name, passwordHash }),
    );
    this.#offices.forget(tenantId);
    return done;
  }

  async #join(
    tx: TenantTransaction,
    joining: { readonly id: string; readonly name: string; readonly passwordHash: string | null },
  ): Promise<Answered<string>> {
    const { id, name, passwordHash } = joining;
    const invitation = await endInvitation(tx, { id, as: 'accepted' });
    if (!invitation) return refused(refusal.LEADS_NOWHERE);
    const { email, role, department_id: departmentId } = invitation;
    const userId =
      passwordHash === null
        ? (await findAccount(tx, email))?.userId
        : await addAccount(tx, { email, name, passwordHash });
    if (!userId || (await isMember(tx, userId))) return refused(refusal.LEADS_NOWHERE);
    const memberId = await addMember(tx, { userId, name, role, departmentId });
    const actor = { kind: 'staff', tenantId: tx.tenantId, userId, memberId, name, role } as const;
    await recordOfficeEvent(tx, {
      ...{ actor, kind: 'MEMBER_JOINED', subject: name, after: { email, role, departmentId } },
    });
    const [directory] = await tx.query<{ readonly slug: string }>({
      name: 'invitation.slug',
      text: 'select slug from tenant_directory where tenant_id = $1',
      values: [tx.tenantId],
    });
    return { ok: true, answer: directory?.slug ?? '' };
  }

  /** The password of an account counts here as where people sign in: too many wrong ones lock it. */
  async #problemWithSignIn({
    email,
    stored,
    password,
  }: {
    readonly email: string;
    readonly stored: string | null;
    readonly password: string;
  }): Promise<Refusal | undefined> {
    const right = stored !== null && (await isPassword(stored, password));
    if (right) return void (await this.#lockOut.succeeded(email));
    await this.#lockOut.failed(email);
    return refusal.WRONG_PASSWORD;
  }

  #send(
    { email, name, role }: Pick<InvitationRow, 'email' | 'name' | 'role'>,
    {
      token,
      actor,
      office,
    }: { readonly token: string; readonly actor: TenantActor; readonly office: Office },
  ): Promise<void> {
    const by = actor.kind === 'staff' ? actor.name : office.name;
    const { mailer, publicUrl } = this.#post;
    return mailer.send(invitationLetter({ to: email, name, role, token, by, office, post: { publicUrl } }));
  }
}

function validity(): [sentAt: Date, expiresAt: Date] {
  const now = Date.now();
  return [new Date(now), new Date(now + VALID_DAYS * DAY_MS)];
}

function taskOf(tenantId: string): SystemActor {
  return { kind: 'system', tenantId, task: '邀请 / invitation' };
}

function refused(why: Refusal): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return { ok: false, refusals: [why] };
}
