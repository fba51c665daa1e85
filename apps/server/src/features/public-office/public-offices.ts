import {
  canInOffice,
  problemWithText,
  type Refusal,
  type SystemActor,
  type TenantActor,
} from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import type { Office, Offices, StoredPublicPage } from '../../casework/office.ts';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { once } from '../../casework/once.ts';
import type { Database } from '../../tenancy/database.ts';

/** An office as the public finds it: by the short name in its address. */
export interface PublicOffice {
  readonly slug: string;
  readonly office: Office;
}

const TEXT_LIMIT = 1_000;
const MOST_ITEMS = 30;

/** Offices by their public address, and what they say of themselves there. */
export class PublicOffices {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  /** The office of that address, if there is one. */
  async find(slug: string): Promise<PublicOffice | undefined> {
    const [row] = await this.#database.asPlatform((query) =>
      query<{ tenant_id: string }>({
        name: 'public-office.find',
        text: 'select tenant_id from tenant_directory where slug = $1',
        values: [slug],
      }),
    );
    return row && { slug, office: await this.#offices.of(asReader(row.tenant_id)) };
  }

  /** Every office that takes complaints over its page, in the order of their addresses. */
  async list(): Promise<readonly PublicOffice[]> {
    const rows = await this.#database.asPlatform((query) =>
      query<{ tenant_id: string; slug: string }>({
        name: 'public-office.list',
        text: 'select tenant_id, slug from tenant_directory order by slug limit 500',
        values: [],
      }),
    );
    const found: PublicOffice[] = [];
    for (const { tenant_id, slug } of rows) {
      found.push({ slug, office: await this.#offices.of(asReader(tenant_id)) });
    }
    return found.filter(({ office }) => office.publicPage.takesComplaints !== false);
  }

  /** The office of somebody who works there. */
  own(actor: TenantActor): Promise<Office> {
    return this.#offices.of(actor);
  }

  /** The short name in its address. */
  async slugOf(tenantId: string): Promise<string> {
    const [row] = await this.#database.asPlatform((query) =>
      query<{ slug: string }>({
        name: 'public-office.slug',
        text: 'select slug from tenant_directory where tenant_id = $1',
        values: [tenantId],
      }),
    );
    return row?.slug ?? '';
  }

  /** Words the page anew: what is given takes the place of what was; `null` gives the sector's words back. */
  async save(
    actor: TenantActor,
    call: {
      readonly key: string | null | undefined;
      readonly changes: Readonly<Partial<Record<keyof StoredPublicPage, unknown>>>;
    },
  ): Promise<readonly Refusal[]> {
    if (!canInOffice(actor, 'manageOrganization')) return [FORBIDDEN];
    const { key, changes } = call;
    const problems = Object.entries(changes).flatMap(([field, value]) => problemsWith(field, value));
    if (problems.length > 0) return problems;
    const stood = (await this.#offices.of(actor)).publicPage;
    const done = await this.#database.inTenant(actor, (tx) =>
      once<null>(tx, { actor, key, asked: ['publicPageSave', changes] }, async () => {
        await tx.query({
          name: 'public-page.save',
          text: `update organization set settings = jsonb_set(settings, '{publicPage}',
              jsonb_strip_nulls(coalesce(settings -> 'publicPage', '{}') || $2::jsonb))
            where tenant_id = $1`,
          values: [tx.tenantId, JSON.stringify(changes)],
        });
        const before = Object.fromEntries(
          Object.keys(changes).map((field) => [field, stood[field as keyof StoredPublicPage]]),
        );
        await recordOfficeEvent(tx, { actor, kind: 'PUBLIC_PAGE_CHANGED', before, after: changes });
        return { ok: true, answer: null };
      }),
    );
    this.#offices.forget(actor.tenantId);
    return done.ok ? [] : done.refusals;
  }
}

function asReader(tenantId: string): SystemActor {
  return { kind: 'system', tenantId, task: '公开页面 / public page' };
}

function problemsWith(field: string, value: unknown): Refusal[] {
  if (value === null || typeof value === 'boolean') return [];
  const texts = Array.isArray(value) ? value : [value];
  if (texts.length > MOST_ITEMS) return [{ ...TOO_MANY, field }];
  const words = texts.flatMap((text) =>
    typeof text === 'string' ? [text] : [(text as Localized).zh, (text as Localized).en],
  );
  if (words.some((word) => word.trim() === '')) return [{ ...EMPTY, field }];
  const [message] = words.flatMap((word) => problemWithText(word, TEXT_LIMIT) ?? []);
  return message ? [{ code: 'INVALID', field, message }] : [];
}

const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: {
    zh: '只有单位管理员可以修改公开页面。',
    en: 'The public page is worded by the organisation’s administrator.',
  },
};
const EMPTY: Refusal = {
  code: 'REQUIRED',
  message: { zh: '请填写中文和英文。', en: 'Give the text in Chinese and in English.' },
};
const TOO_MANY: Refusal = {
  code: 'INVALID',
  message: { zh: `最多 ${MOST_ITEMS} 条。`, en: `At most ${MOST_ITEMS} items.` },
};
