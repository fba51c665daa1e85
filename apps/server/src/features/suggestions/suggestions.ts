import {
  type Accuracy,
  accuracyOf,
  canInOffice,
  findOption,
  isOffered,
  localDateOf,
  type Refusal,
  type Suggestions as Suggested,
  type SuggestionModel,
  type SystemActor,
  suggest,
  type TenantActor,
  train,
} from '@huiyin/domain';
import { taught } from '../../casework/compared.ts';
import type { Offices } from '../../casework/office.ts';
import { type Answered, once } from '../../casework/once.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Database } from '../../tenancy/database.ts';
import {
  count,
  keepModel,
  markAsked,
  readLearned,
  readModel,
  readSaid,
  readTaughtCases,
} from './suggestion.repository.ts';

const NOTHING: Suggested = { categories: [], urgent: null, grouped: null };
/** A model is kept in memory for so long before it is looked whether there is a newer one. */
const KEPT_MS = 30_000;

interface Kept {
  readonly at: number;
  readonly model: SuggestionModel | null;
}

/** What the office's own closed cases suggest; learned when somebody asks for it, and never more than a suggestion. */
export class Suggestions {
  readonly #database: Database;
  readonly #offices: Offices;
  readonly #jobs: Pick<Jobs, 'enqueue'>;
  readonly #models = new Map<string, Kept>();

  constructor(options: {
    readonly database: Database;
    readonly offices: Offices;
    readonly jobs: Pick<Jobs, 'enqueue'>;
  }) {
    this.#database = options.database;
    this.#offices = options.offices;
    this.#jobs = options.jobs;
  }

  /** What is suggested for a matter that is being written down. */
  async forMatter(
    actor: TenantActor,
    matter: { readonly content: string; readonly channel: string },
  ): Promise<Suggested> {
    if (!canInOffice(actor, 'readComplaints')) return NOTHING;
    return this.#suggest(actor, { ...matter, complainantName: null });
  }

  /** What is suggested for a complaint; nothing for one that the actor may not see. */
  async forComplaint(actor: TenantActor, id: string): Promise<Suggested> {
    const said = await readSaid(this.#database, { actor, id });
    return said ? this.#suggest(actor, said) : NOTHING;
  }

  async #suggest(actor: TenantActor, said: Parameters<typeof taught>[0]): Promise<Suggested> {
    const model = await this.#modelOf(actor);
    if (!model) return NOTHING;
    const { sector, calendar } = await this.#offices.of(actor);
    const today = localDateOf(new Date().toISOString(), calendar.timeZone);
    const { categories, ...hints } = suggest(model, taught(said));
    return {
      ...hints,
      categories: categories.filter(({ code }) => {
        const node = findOption(sector.categories, code)?.node;
        return node !== undefined && isOffered(node, today);
      }),
    };
  }

  async #modelOf(actor: TenantActor): Promise<SuggestionModel | null> {
    const { tenantId } = actor;
    const kept = this.#models.get(tenantId);
    if (kept && Date.now() - kept.at < KEPT_MS) return kept.model;
    const model = (await readModel(this.#database, actor))?.model ?? null;
    this.#models.set(tenantId, { at: Date.now(), model });
    return model;
  }

  look(actor: TenantActor): ReturnType<typeof readLearned> {
    return readLearned(this.#database, actor);
  }

  /** Asks for learning anew. */
  async ask(actor: TenantActor, key: string | null | undefined): Promise<Answered<null>> {
    if (!canInOffice(actor, 'manageOrganization')) return { ok: false, refusals: [FORBIDDEN] };
    return this.#database.inTenant(actor, (tx) =>
      once<null>(tx, { actor, key, asked: ['suggestionsTrain'] }, async () => {
        await markAsked(tx);
        await this.#jobs.enqueue('suggestions.train', { tenantId: actor.tenantId }, tx);
        return { ok: true, answer: null };
      }),
    );
  }

  /** Learns from the closed cases that there are now. Safe to repeat. */
  async learn({ tenantId }: { readonly tenantId: string }): Promise<{
    readonly cases: number;
    readonly accuracy: Accuracy | undefined;
  }> {
    const actor: SystemActor = { kind: 'system', tenantId, task: '分类建议 / suggestions' };
    const cases = await readTaughtCases(this.#database, actor);
    const model = train(cases);
    const accuracy = accuracyOf(cases);
    await this.#database.inTenant(actor, (tx) => keepModel(tx, { cases: cases.length, model, accuracy }));
    this.#models.delete(tenantId);
    return { cases: cases.length, accuracy };
  }

  /** Counts what became of a suggestion: it was chosen, or something else. */
  async record(
    actor: TenantActor,
    {
      suggested,
      chosen,
      key,
    }: {
      readonly suggested: string;
      readonly chosen: string;
      readonly key: string | null | undefined;
    },
  ): Promise<Answered<null>> {
    if (!canInOffice(actor, 'takeSuggestions')) return { ok: false, refusals: [FORBIDDEN] };
    const { sector } = await this.#offices.of(actor);
    const strange = (
      [
        ['suggested', suggested],
        ['chosen', chosen],
      ] as const
    ).filter(([, code]) => !findOption(sector.categories, code));
    if (strange.length > 0) return { ok: false, refusals: strange.map(([field]) => ({ ...UNKNOWN, field })) };
    return this.#database.inTenant(actor, (tx) =>
      once<null>(tx, { actor, key, asked: ['suggestionRecord', suggested, chosen] }, async () => {
        await count(tx, { category: suggested, taken: suggested === chosen });
        return { ok: true, answer: null };
      }),
    );
  }
}

const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: { zh: '您的角色不能进行此操作。', en: 'Your role does not allow this.' },
};

const UNKNOWN: Refusal = {
  code: 'INVALID',
  message: { zh: '本行业没有此类别。', en: 'This sector has no such category.' },
};
