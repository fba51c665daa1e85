import { useQuery } from '@apollo/client/react';
import { localDateOf, type PeriodChoice, periodOf } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Skeleton, Tag } from 'antd';
import { Link } from 'react-router';
import { momentText } from '../../app/moments.ts';
import { Failure } from '../../app/states.tsx';
import { ReportsDocument, type ReportsQuery } from './generated/reports.ts';
import { addressOf, likelyPeriods } from './period-choice.ts';
import { PeriodForm } from './period-form.tsx';
import './reports.css';
import { useReportWords } from './words.ts';

type Row = ReportsQuery['reports']['edges'][number]['node'];

/** Which report is to be written now, any other period, and what has been written so far. */
export function ReportsPage() {
  const { word } = useReportWords();
  const { data, error, refetch } = useQuery(ReportsDocument, { fetchPolicy: 'cache-and-network' });
  const rows = data?.reports.edges.map(({ node }) => node) ?? [];
  const today = localDateOf(new Date().toISOString(), 'Asia/Shanghai');
  return (
    <div className="stack">
      <h1 className="page-title">{word('reports.title')}</h1>
      <ul className="period-cards" aria-label={word('reports.likely')}>
        {likelyPeriods(today).map((choice) => (
          <LikelyPeriod key={addressOf(choice)} choice={choice} rows={rows} />
        ))}
      </ul>
      <section className="report-card" aria-labelledby="any-period">
        <h2 id="any-period">{word('reports.anyPeriod')}</h2>
        <PeriodForm />
      </section>
      <section className="report-card" aria-labelledby="reports-so-far">
        <h2 id="reports-so-far">{word('reports.soFar')}</h2>
        {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
        {data && rows.length === 0 && <p className="quiet">{word('reports.empty')}</p>}
        {rows.length > 0 && <ReportList rows={rows} />}
      </section>
    </div>
  );
}

/** A period that is over: its report if there is one, or its figures. */
function LikelyPeriod({ choice, rows }: { choice: PeriodChoice; rows: readonly Row[] }) {
  const { word, locale } = useReportWords();
  const period = periodOf(choice);
  if (!period) return null;
  // Newest first: the first of a period is its latest version.
  const known = rows.find(
    (row) =>
      row.period.kind === choice.kind && row.period.from === period.from && row.period.to === period.to,
  );
  return (
    <li>
      <Link to={known ? `/report/${known.id}` : `/report/preview?${addressOf(choice)}`}>
        <strong>{inLocale(period.label, locale)}</strong>
        <span className="quiet">
          {period.from} – {period.to}
        </span>
        {known ? <Status row={known} /> : <span>{word('reports.look')} →</span>}
      </Link>
    </li>
  );
}

function ReportList({ rows }: { rows: readonly Row[] }) {
  const { word, locale } = useReportWords();
  return (
    <div className="table-scroll">
      <table className="report-table">
        <thead>
          <tr>
            {(['reports.kind', 'app.status', 'reports.begun', 'reports.publish'] as const).map((title) => (
              <th key={title} scope="col">
                {word(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to={`/report/${row.id}`}>{row.period.label}</Link>
              </td>
              <td>
                <Status row={row} />
              </td>
              <td>
                {row.createdBy} <span className="quiet">{momentText(row.createdAt, locale)}</span>
              </td>
              <td>
                {row.publishedAt
                  ? word('reports.approved', {
                      name: row.publishedBy,
                      at: momentText(row.publishedAt, locale),
                    })
                  : word('app.none')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Status({ row: { status, version } }: { row: Row }) {
  const { word } = useReportWords();
  return (
    <span>
      <Tag {...(status === 'PUBLISHED' ? { color: 'success' } : {})}>{word(`reports.status.${status}`)}</Tag>
      {word('reports.version', { version })}
    </span>
  );
}
