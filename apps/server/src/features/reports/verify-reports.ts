import type { TenantActor } from '@huiyin/domain';
import type { Database } from '../../tenancy/database.ts';
import { publishedAfter } from './report.repository.ts';
import { integrityOf } from './report-words.ts';

/** What a verification of published reports found. */
export interface ReportVerification {
  /** Published reports looked at. */
  readonly reports: number;
  /** Those whose content is no longer what their hash was made of. */
  readonly changed: readonly { readonly id: string; readonly version: number }[];
}

/** Computes the hash of every published report of an organisation anew. */
export async function verifyReports(database: Database, actor: TenantActor): Promise<ReportVerification> {
  const changed: { id: string; version: number }[] = [];
  let reports = 0;
  let after: string | undefined;
  for (;;) {
    const [report] = await publishedAfter(database, actor, after);
    if (!report) return { reports, changed };
    reports += 1;
    after = report.id;
    if (integrityOf(report) !== 'INTACT') changed.push({ id: report.id, version: report.version });
  }
}
