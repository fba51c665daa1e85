import { useQuery } from '@apollo/client/react';
import { Card } from 'antd';
import { useSearchParams } from 'react-router';
import { Failure, Loading } from '../../app/states.tsx';
import { Comparison } from './comparison.tsx';
import { OversightDocument } from './generated/oversight.ts';
import { Grants } from './grants.tsx';
import { Narrowing } from './narrowing.tsx';
import { OrganizationsTable } from './organizations-table.tsx';
import './oversight.css';
import { periodInput, readPeriod, writePeriod } from './period.ts';
import { PeriodPicker } from './period-picker.tsx';
import { ReportFiles } from './report-files.tsx';
import { Totals } from './totals.tsx';
import { Trend } from './trend.tsx';
import { useOversightWords } from './words.ts';

/** Figures across the organisations that somebody was granted to see. */
export function OversightPage() {
  const { word } = useOversightWords();
  const [address, setAddress] = useSearchParams();
  const chosen = readPeriod(address.get('period'));
  const [region, sector] = [address.get('region'), address.get('sector')];
  const put = (changed: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(address);
    for (const [name, value] of Object.entries(changed)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setAddress(next, { replace: true });
  };
  const { data, previousData, error, loading, refetch } = useQuery(OversightDocument, {
    variables: { period: periodInput(chosen), region, sector },
    // What is shown is what the look that was recorded has shown.
    fetchPolicy: 'network-only',
  });
  // The last period stays until the next one is here: nothing jumps.
  const look = (data ?? previousData)?.oversight;
  return (
    <div className="stack" aria-busy={loading} data-period={data && writePeriod(chosen)}>
      <header className="oversight-head">
        <h1 className="page-title">{word('oversight.title')}</h1>
        <PeriodPicker
          chosen={chosen}
          label={data?.oversight.period.label ?? writePeriod(chosen)}
          onChoose={(next) => put({ period: writePeriod(next) })}
        />
      </header>
      <p className="quiet oversight-note">{word('oversight.recorded')}</p>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : look ? (
        <>
          <div className="oversight-head">
            <Narrowing look={look} region={region} sector={sector} onChange={put} />
            <ReportFiles asked={{ period: writePeriod(chosen), region, sector }} />
          </div>
          <Totals total={look.total} period={look.period.label} />
          <div className="oversight-charts">
            <Card title={<h2>{word('oversight.trend')}</h2>}>
              <Trend months={look.months} />
            </Card>
            <Card title={<h2>{word('oversight.compare')}</h2>}>
              <Comparison sectors={look.sectors} regions={look.regions} />
            </Card>
          </div>
          <Card title={<h2>{word('oversight.organizations')}</h2>}>
            <OrganizationsTable organizations={look.organizations} total={look.total} />
          </Card>
          <Card title={<h2>{word('oversight.grants')}</h2>}>
            <Grants grants={look.grants} />
          </Card>
        </>
      ) : (
        <Loading />
      )}
    </div>
  );
}
