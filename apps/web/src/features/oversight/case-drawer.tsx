import { useQuery } from '@apollo/client/react';
import { CASE_OUTCOME_LABELS, FINDING_LABELS, KIND_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { dayText } from '../../app/moments.ts';
import { Failure, Loading } from '../../app/states.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { Due } from './due.tsx';
import type { OversightCaseQuery } from './generated/cases.ts';
import { OversightCaseDocument } from './generated/cases.ts';
import { useOversightWords } from './words.ts';

type Case = NonNullable<OversightCaseQuery['oversightCase']>;

/** One case beside its list; opening it is a look of its own. */
export function CaseDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { word } = useOversightWords();
  const { data, error, refetch } = useQuery(OversightCaseDocument, {
    ...{ variables: { id }, fetchPolicy: 'network-only' },
  });
  return (
    <Drawer
      open
      size={480}
      title={word('cases.one', { number: data?.oversightCase?.number ?? '' })}
      onClose={onClose}
    >
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.oversightCase ? (
        <Whole of={data.oversightCase} />
      ) : (
        <p>{word('cases.notGranted')}</p>
      )}
    </Drawer>
  );
}

function Whole({ of }: { of: Case }) {
  const { word, locale } = useOversightWords();
  const { status, kind, channel, category, classification, respondentType, finding } = of;
  const facts: readonly (readonly [label: string, value: ReactNode])[] = [
    [word('cases.status'), <StatusTag key="status" status={status} />],
    [word('cases.kind'), inLocale(KIND_LABELS[kind], locale)],
    [word('cases.channel'), channel],
    [word('cases.category'), category?.label],
    [word('cases.classification'), classification?.label],
    [word('cases.respondentType'), respondentType?.label],
    [word('cases.received'), dayText(of.receivedAt, locale)],
    [word('cases.closed'), of.closedAt && dayText(of.closedAt, locale)],
    [word('cases.due'), of.nextDue && <Due due={of.nextDue} />],
    [word('cases.finding'), finding && inLocale(FINDING_LABELS[finding], locale)],
  ];
  return (
    <div className="stack">
      <dl className="oversight-case">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <h2 className="oversight-outcomes">{word('cases.outcomes')}</h2>
      {of.outcomes.length === 0 && <p className="quiet">{word('cases.noOutcomes')}</p>}
      <ol className="oversight-grants">
        {of.outcomes.map((outcome, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stand in their order and have no name of their own.
          <li key={index}>
            <Outcome outcome={outcome} />
          </li>
        ))}
      </ol>
      <p className="quiet oversight-note">{word('cases.note')}</p>
    </div>
  );
}

function Outcome({ outcome: { kind, what, result, on, amount } }: { outcome: Case['outcomes'][number] }) {
  const { word, locale } = useOversightWords();
  const about = inLocale(CASE_OUTCOME_LABELS[kind], locale);
  const sum = amount === null ? null : word('cases.yuan', { amount: (amount / 100).toFixed(2) });
  const said = [what === about ? null : what, result, sum].filter((part) => part !== null);
  return (
    <>
      <strong>{[about, ...said].join(' · ')}</strong>
      <span className="quiet">{on}</span>
    </>
  );
}
