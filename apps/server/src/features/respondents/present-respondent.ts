import {
  findOption,
  formatAmount,
  localDateOf,
  NOT_STATED,
  repeatReason,
  SANCTION_LABELS,
  type Sanction,
  type Sector,
} from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { Term } from '../../graphql/values.ts';
import type { RespondentRow, SanctionRow } from './respondent.repository.ts';
import { RespondentType } from './respondent.type.ts';
import type { RespondentSanctionsType } from './respondent-sanctions.type.ts';

/** Where the words are said. */
interface Shown {
  readonly sector: Sector;
  readonly locale: Locale;
}

/** A party of the register as the caller may see it. */
export function presentRespondent(row: RespondentRow, shown: Shown): RespondentType {
  const { sector, locale } = shown;
  const { name, licence, complaints, open, valid, sanctioned, last_received_at: lastReceivedAt } = row;
  const reason =
    sector.repeatOffender &&
    repeatReason(sector.repeatOffender, { received: row.recent, valid: row.recent_valid });
  const others = (row.other_names ?? []).map((other) => other.name);
  return Object.assign(new RespondentType(), {
    id: toGlobalId('Respondent', row.id),
    kind: row.type === null ? null : term(sector.respondentTypes, row.type, locale),
    ...{ name, licence, complaints, open, valid, sanctioned, lastReceivedAt },
    creditCode: row.credit_code,
    otherNames: [...new Set(others)].filter((other) => other !== name),
    recentComplaints: row.recent,
    recentValid: row.recent_valid,
    repeatReason: reason ? inLocale(reason, locale) : null,
    repeated: complaints > 1,
    years: row.years ?? [],
    categories: (row.categories ?? []).map(({ code, ...counts }) => ({
      category: code === null ? null : term(sector.categories, code, locale),
      ...counts,
    })),
    sanctions: presentSanctions(row.sanctions ?? [], locale),
  });
}

function presentSanctions(rows: readonly SanctionRow[], locale: Locale): RespondentSanctionsType {
  const sumOf = (some: readonly SanctionRow[]): number =>
    some.reduce((sum, { money }) => sum + (money?.converted.amount ?? 0), 0);
  const withMoney = rows.filter(({ money }) => money !== null);
  const byCurrency = Map.groupBy(withMoney, ({ money }) => money?.original.currency ?? '');
  return {
    count: rows.length,
    total: yuan(sumOf(rows)),
    paid: yuan(sumOf(rows.filter(({ paidOn }) => paidOn !== null))),
    unpaid: yuan(sumOf(rows.filter(({ paidOn }) => paidOn === null))),
    currencies: [...byCurrency].map(([currency, own]) => {
      const amount = own.reduce((sum, { money }) => sum + (money?.original.amount ?? 0), 0);
      return {
        original: { amount, currency },
        converted: yuan(sumOf(own)),
        text: `${currency} ${formatAmount({ amount, currency })}`,
      };
    }),
    items: rows.map(({ complaintId, number, sanction, at, paidOn, money }) => ({
      complaint: { id: toGlobalId('Complaint', complaintId), number },
      kind: { code: sanction, label: inLocale(SANCTION_LABELS[sanction as Sanction], locale) },
      ...{ imposedOn: localDateOf(at), paidOn },
      money: money && { ...money, rate: money.rate ?? null, rateDate: money.rateDate ?? null },
    })),
  };
}

function term(options: Parameters<typeof findOption>[0], code: string, locale: Locale): Term {
  const label = code === NOT_STATED ? undefined : findOption(options, code)?.node.label;
  return { code, label: label ? inLocale(label, locale) : code };
}

const yuan = (amount: number) => ({ amount, currency: 'CNY' });
