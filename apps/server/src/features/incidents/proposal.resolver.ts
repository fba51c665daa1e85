import {
  burstWords,
  type Cell,
  canInOffice,
  findOption,
  instantAt,
  NO_SUCH_THING,
  problemWithText,
  type Refusal,
} from '@huiyin/domain';
import { inLocale, type Localized } from '@huiyin/shared';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { authorOf } from '../../casework/event-chain.ts';
import type { Office, Offices } from '../../casework/office.ts';
import { once } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { Database } from '../../tenancy/database.ts';
import { type IncidentResolver, teamOf, unknown } from './incident.resolver.ts';
import { IncidentPayload } from './incident-inputs.type.ts';
import type { Incidents } from './incidents.ts';
import {
  decideProposal,
  incidentOfProposal,
  type ProposalRow,
  readProposals,
} from './proposal.repository.ts';
import {
  IncidentProposalAcceptInput,
  IncidentProposalDismissInput,
  IncidentProposalDismissPayload,
  IncidentProposalType,
} from './proposal.type.ts';

const LONGEST_REASON = 1000;

/** Incidents that are proposed, for those who lead: accepted or dismissed, never decided by the product. */
@Resolver()
export class ProposalResolver {
  readonly #database: Database;
  readonly #offices: Offices;
  readonly #incidents: Incidents;
  readonly #incidentResolver: IncidentResolver;

  constructor(options: {
    readonly database: Database;
    readonly offices: Offices;
    readonly incidents: Incidents;
    readonly incidentResolver: IncidentResolver;
  }) {
    this.#database = options.database;
    this.#offices = options.offices;
    this.#incidents = options.incidents;
    this.#incidentResolver = options.incidentResolver;
  }

  @Query(() => [IncidentProposalType], {
    description: 'Incidents that are proposed, the newest first; for department leads and supervisors.',
  })
  async incidentProposals(@Ctx() context: RequestContext): Promise<IncidentProposalType[]> {
    const actor = tenantActor(context);
    if (!canInOffice(actor, 'leadIncidents')) return [];
    const [rows, office] = await Promise.all([
      readProposals(this.#database, { actor }),
      this.#offices.of(actor),
    ]);
    return rows.map((row) => {
      const { category, where, reason } = wordsOf(row, office);
      const { locale } = context.request;
      return {
        ...{ id: toGlobalId('IncidentProposal', row.id), kind: row.kind, reason: inLocale(reason, locale) },
        category: row.found.cell.category
          ? { code: row.found.cell.category, label: inLocale(category, locale) }
          : null,
        where: inLocale(where, locale) || null,
        ...{ from: row.from_date, to: row.to_date, foundAt: row.found_at },
        complaints: row.complaints.map(({ id, number }) => ({ id: toGlobalId('Complaint', id), number })),
      };
    });
  }

  @Mutation(() => IncidentPayload, { description: 'Opens the incident that is proposed.' })
  async incidentProposalAccept(
    @Arg('input', () => IncidentProposalAcceptInput, { description: 'Which proposal, and who leads.' })
    input: IncidentProposalAcceptInput,
    @Ctx() context: RequestContext,
  ): Promise<IncidentPayload> {
    const actor = tenantActor(context);
    const answer = (refusal: Parameters<IncidentResolver['payload']>[0]) =>
      this.#incidentResolver.payload(refusal, context);
    if (!canInOffice(actor, 'leadIncidents')) return answer({ ok: false, refusals: [FOR_LEADERS] });
    const id = uuidOf(input.id, 'IncidentProposal');
    const team = teamOf(input.team);
    if (!id || !team) return answer(unknown(id ? 'team' : 'id'));
    const [row] = await readProposals(this.#database, { actor, id });
    if (!row) {
      // Accepted already: the same incident, and nothing more.
      const incidentId = await incidentOfProposal(this.#database, { actor, id });
      return answer(incidentId ? { ok: true, answer: { id: incidentId, leftBehind: [] } } : unknown('id'));
    }
    const { cell } = row.found;
    const { reason, where } = wordsOf(row, await this.#offices.of(actor));
    const opened = await this.#incidents.open(actor, {
      ...{
        key: input.idempotencyKey,
        reason: reason.zh,
        complaintIds: row.complaints.map((each) => each.id),
      },
      matter: {
        ...{ title: input.title, team, reason: reason.zh, beganAt: instantAt(row.from_date, '00:00') },
        ...(cell.category ? { category: cell.category } : {}),
        ...(where.zh && cell.by !== 'RESPONDENT' ? { place: where.zh } : {}),
        ...(where.zh && cell.by === 'RESPONDENT' ? { respondentName: where.zh } : {}),
      },
      also: (tx, incidentId) =>
        decideProposal(tx, { id, as: 'ACCEPTED', by: authorOf(actor), reason: reason.zh, incidentId }),
    });
    return answer(opened);
  }

  @Mutation(() => IncidentProposalDismissPayload, { description: 'Dismisses a proposal, with the reason.' })
  async incidentProposalDismiss(
    @Arg('input', () => IncidentProposalDismissInput, { description: 'Which proposal, and why.' })
    input: IncidentProposalDismissInput,
    @Ctx() context: RequestContext,
  ): Promise<IncidentProposalDismissPayload> {
    const actor = tenantActor(context);
    const refuse = (...refusals: readonly Refusal[]): IncidentProposalDismissPayload => ({
      ...{ dismissedId: null, userErrors: userErrors(refusals, context.request.locale) },
    });
    if (!canInOffice(actor, 'leadIncidents')) return refuse(FOR_LEADERS);
    const id = uuidOf(input.id, 'IncidentProposal');
    const reason = input.reason.trim();
    if (!id) return refuse({ ...NO_SUCH_THING, field: 'id' });
    if (!reason) return refuse(SAY_WHY);
    const problem = problemWithText(reason, LONGEST_REASON);
    if (problem) return refuse({ code: 'INVALID', field: 'reason', message: problem });
    const [seen] = await readProposals(this.#database, { actor, id });
    const done = await this.#database.inTenant(actor, (tx) =>
      once<null>(tx, { actor, key: input.idempotencyKey, asked: ['dismiss', id, reason] }, async () =>
        seen && (await decideProposal(tx, { id, as: 'DISMISSED', by: authorOf(actor), reason }))
          ? { ok: true, answer: null }
          : { ok: false, refusals: [{ ...NO_SUCH_THING, field: 'id' }] },
      ),
    );
    return done.ok ? { dismissedId: input.id, userErrors: [] } : refuse(...done.refusals);
  }
}

/** What a proposal says, in both languages: an incident keeps it as the reason for which it was opened. */
function wordsOf(
  { found, from_date: from, to_date: to, complaints }: ProposalRow,
  office: Office,
): { readonly category: Localized; readonly where: Localized; readonly reason: Localized } {
  const { cell } = found;
  const label = findOption(office.sector.categories, cell.category)?.node.label;
  const category = label ?? { zh: cell.category, en: cell.category };
  const where = whereOf(cell, office);
  const { people, before, daysBefore, chance, comparisons } = found;
  if (people === undefined || before === undefined || daysBefore === undefined)
    return { category, where, reason: DECLARED };
  const figures = {
    from,
    to,
    people,
    before,
    daysBefore,
    chance: chance ?? 0,
    comparisons: comparisons ?? 0,
  };
  const reason = burstWords({ ...figures, complaints: complaints.length }, { category, where });
  return { category, where, reason };
}

function whereOf({ by, label }: Cell, { directory }: Office): Localized {
  const department = by === 'DEPARTMENT' ? directory.departments.get(label) : undefined;
  return department
    ? { zh: department.name, en: department.nameEn ?? department.name }
    : { zh: label, en: label };
}

const DECLARED: Localized = {
  zh: '登记时已标明为突发或群体性事件。',
  en: 'It was registered as a sudden event, or as one of many.',
};
const FOR_LEADERS: Refusal = {
  code: 'FORBIDDEN',
  message: {
    zh: '只有主管和部门负责人可以进行此操作。',
    en: 'This is for supervisors and department leads.',
  },
};
const SAY_WHY: Refusal = {
  code: 'REQUIRED',
  field: 'reason',
  message: { zh: '请写明理由。', en: 'Say why.' },
};
