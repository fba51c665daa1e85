import { type Command, NO_SUCH_THING, type Refusal, type TenantActor } from '@huiyin/domain';
import type { GraphQLResolveInfo } from 'graphql';
import type { Outcome } from '../../casework/calls.ts';
import type { Casework } from '../../casework/casework.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { selectedFields } from '../../graphql/selection.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { Database } from '../../tenancy/database.ts';
import { readComplaint } from './complaint-reads.repository.ts';
import { depthOf } from './depth.ts';
import { recordHealthLooks } from './health-look.repository.ts';
import type { CommandInputBase, Payload } from './payload.ts';
import { presentComplaint } from './present-complaint.ts';

/** Carries out mutations on complaints and answers with the complaint as it stands afterwards. */
export class ComplaintMutations {
  readonly #database: Database;
  readonly #casework: Casework;

  constructor(database: Database, casework: Casework) {
    this.#database = database;
    this.#casework = casework;
  }

  /** One command on a complaint that exists. */
  async execute(options: {
    readonly base: CommandInputBase;
    readonly command: Exclude<Command, { type: 'REGISTER' }>;
    readonly context: RequestContext;
    readonly info: GraphQLResolveInfo;
  }): Promise<Payload> {
    const { base, command, context, info } = options;
    const actor = tenantActor(context);
    const complaintId = uuidOf(base.id, 'Complaint');
    if (!complaintId) return this.unknownId('id', context);
    const outcome = await this.#casework.execute(actor, {
      complaintId,
      command,
      expectedVersion: base.version ?? undefined,
      idempotencyKey: base.idempotencyKey ?? undefined,
    });
    const revealed = command.type === 'REVEAL' && outcome.ok;
    return this.answer({ outcome, actor, context, info, revealed });
  }

  /** The payload of an outcome, with the complaint as far as it was asked for and the caller may see it. */
  async answer(options: {
    readonly outcome: Outcome;
    readonly actor: TenantActor;
    readonly context: RequestContext;
    readonly info: GraphQLResolveInfo;
    readonly revealed?: boolean;
  }): Promise<Payload> {
    const { outcome, actor, context, info, revealed = false } = options;
    const { locale } = context.request;
    const errors = outcome.ok ? [] : userErrors(outcome.refusals, locale);
    const { complaint } = outcome;
    const selected = selectedFields(info, ['complaint']);
    if (!complaint || selected.size === 0) return { complaint: null, userErrors: errors };
    const office = await this.#casework.offices.of(actor);
    const depth = depthOf(selected);
    const row = await readComplaint(this.#database, {
      actor,
      office,
      by: { id: complaint.id },
      depth,
    });
    if (!row) return { complaint: null, userErrors: errors };
    const shown = presentComplaint(row, { actor, office, locale, revealed });
    await recordHealthLooks(this.#database, { actor, office, depth, shown: [shown] });
    return { complaint: shown, userErrors: errors };
  }

  /** The answer to what was refused before any complaint was looked at. */
  refused(refusals: readonly Refusal[], context: RequestContext): Payload {
    tenantActor(context);
    return { complaint: null, userErrors: userErrors(refusals, context.request.locale) };
  }

  /** The answer to an id that is none of ours: the same whether it belongs to somebody else or to nobody. */
  unknownId(field: string, context: RequestContext): Payload {
    return this.refused([{ ...NO_SUCH_THING, field }], context);
  }
}
