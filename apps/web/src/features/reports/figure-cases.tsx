import { useQuery } from '@apollo/client/react';
import { Drawer, Skeleton } from 'antd';
import { Link } from 'react-router';
import { Failure } from '../../app/states.tsx';
import { CaseGlances } from '../../ui/case-glance.tsx';
import { FigureCasesDocument } from './generated/figure-cases.ts';
import type { OpenedNumber } from './opened-number.ts';
import { useReportWords } from './words.ts';

interface Props {
  readonly number: OpenedNumber;
  readonly onClose: () => void;
}

/** Behind a number: how it is computed, and exactly the cases that it counts. */
export function FigureCases({ number, onClose }: Props) {
  const { word } = useReportWords();
  const { cases, label, text, formula, source } = number;
  const { data, error, refetch } = useQuery(FigureCasesDocument, {
    variables: { cases, filter: { figure: cases } },
  });
  const opened = data?.openedFigure;
  const listed = data?.complaints.edges.map(({ node }) => node) ?? [];
  const total = data?.complaints.totalCount ?? listed.length;
  return (
    <Drawer open size={420} onClose={onClose} title={[label, text].filter(Boolean).join(' · ')}>
      <div className="stack">
        <dl className="figure-facts">
          {opened && <Fact name={word('reports.counted')} value={`${opened.text} · ${opened.counted}`} />}
          {formula && <Fact name={word('reports.formula')} value={formula} />}
          {source && <Fact name={word('reports.source')} value={source} />}
        </dl>
        {error && <Failure error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton active paragraph={{ rows: 6 }} title={false} />}
        {data && listed.length === 0 && <p className="quiet">{word('reports.noCases')}</p>}
        <CaseGlances cases={listed} title={word('reports.cases', { count: total })} />
        {opened && opened.hidden > 0 && (
          <p className="quiet">{word('reports.hidden', { count: opened.hidden })}</p>
        )}
        {listed.length > 0 && (
          <Link to={`/complaints?figure=${cases}`}>{word('reports.inInbox', { count: total })}</Link>
        )}
      </div>
    </Drawer>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
