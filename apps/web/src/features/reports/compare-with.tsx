import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { ReportsToCompareDocument } from './generated/compare.ts';
import type { ReportOfPage } from './report-of-page.ts';
import { useReportWords } from './words.ts';

/** Chooses the report that stands beside this one; the address keeps it. */
export function CompareWith({ report }: { report: ReportOfPage }) {
  const { word } = useReportWords();
  const [params, setParams] = useSearchParams();
  const { data } = useQuery(ReportsToCompareDocument);
  const others = data?.reports.edges.map(({ node }) => node).filter(({ id }) => id !== report.id) ?? [];
  if (others.length === 0) return null;
  return (
    <Select<string>
      allowClear
      className="report-compare"
      value={params.get('with')}
      placeholder={word('reports.compareWith')}
      aria-label={word('reports.compareWith')}
      options={others.map(({ id, period, version, status }) => ({
        value: id,
        label: `${period.label} · ${word('reports.version', { version })} · ${word(`reports.status.${status}`)}`,
      }))}
      onChange={(id) => setParams(id ? { with: id } : {}, { replace: true })}
    />
  );
}
