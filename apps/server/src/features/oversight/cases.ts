import { type CaseChoice, type OversightActor, type PeriodChoice, periodOf } from '@huiyin/domain';
import type { Place } from '../../graphql/place-cursor.ts';
import type { Database } from '../../tenancy/database.ts';
import {
  type CaseRow,
  type OpenedOrganization,
  type OutcomeRow,
  readCase,
  readCases,
} from './case.repository.ts';
import { recordLook } from './look.repository.ts';

/** A page of cases, with whose they are. */
export interface OpenedCases {
  readonly organization: OpenedOrganization;
  readonly rows: readonly CaseRow[];
}

/** One case, with how everything about it came out. */
export interface OpenedCase {
  readonly organization: OpenedOrganization;
  readonly row: CaseRow;
  readonly outcomes: readonly OutcomeRow[];
}

/** Cases of other organisations, for those who were granted to see them: no person and no text in any of them. */
export class OverseenCases {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Opens what stands behind a figure, and records the look where it was looked.
   * @returns undefined for an organisation whose cases are not granted, or that is none; 'NO_PERIOD' for no period
   */
  async list(
    actor: OversightActor,
    asked: {
      readonly tenantId: string;
      readonly period: PeriodChoice;
      readonly choice: CaseChoice;
      readonly first: number;
      readonly after: Place;
    },
  ): Promise<OpenedCases | 'NO_PERIOD' | undefined> {
    const period = periodOf(asked.period);
    if (!period) return 'NO_PERIOD';
    const { tenantId, choice } = asked;
    const found = await readCases(this.#database, actor, { ...asked, period });
    if (!found) return undefined;
    const look = { period: asked.period, cases: choice };
    await recordLook(this.#database, actor, { tenantIds: [tenantId], asked: look });
    return found;
  }

  /** Opens one case by its id, and records the look; `undefined` when there is none that is granted. */
  async open(actor: OversightActor, id: string): Promise<OpenedCase | undefined> {
    const found = await readCase(this.#database, actor, id);
    if (!found) return undefined;
    const { organization, row } = found;
    const look = { tenantIds: [organization.tenant_id], asked: { number: row.number } };
    await recordLook(this.#database, actor, look);
    return found;
  }
}
