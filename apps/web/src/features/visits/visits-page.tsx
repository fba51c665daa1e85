import { useMutation, useQuery } from '@apollo/client/react';
import {
  OFFICE_ACTIONS,
  type Role,
  VISIT_STATE_LABELS,
  VISIT_STATES,
  VISIT_TARGETS,
  type VisitState,
} from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Failure, Loading } from '../../app/states.tsx';
import { useViewer } from '../../app/viewer.tsx';
import type { VisitPartsFragment } from './generated/visits.ts';
import {
  VisitFinishFollowUpDocument,
  VisitProposalDocument,
  type VisitProposalQuery,
  VisitRemoveDocument,
  VisitsDocument,
} from './generated/visits.ts';
import { PlanForm, type Proposal } from './plan-form.tsx';
import { RecordForm } from './record-form.tsx';
import { type VisitActions, VisitList } from './visit-list.tsx';
import './visits.css';
import { useVisitWords } from './words.ts';

/** The visits in sight. */
type Shown = VisitState | 'ALL' | 'FOLLOW_UPS';
type Open = { readonly plan: Proposal } | { readonly record: VisitPartsFragment };

/** Preventive visits: what is planned, what is late, what was found. A link may bring a visit to be planned. */
export function VisitsPage() {
  const { word, locale } = useVisitWords();
  const { message } = App.useApp();
  const { role } = useViewer();
  const [address, setAddress] = useSearchParams();
  const figure = address.get('figure');
  const hotSpot = useQuery(VisitProposalDocument, { variables: { figure: figure ?? '' }, skip: !figure });
  /** Until something is opened or closed here, what the link proposes; `null`: nothing. */
  const [chosen, setChosen] = useState<Open | null>();
  const proposed = hotSpot.loading ? null : proposedIn(address, hotSpot.data?.visitProposal);
  const open = chosen === undefined ? proposed : chosen;
  const state = VISIT_STATES.find((each) => each === address.get('state'));
  const late = address.get('followUps') === 'overdue';
  const { data, error, refetch } = useQuery(VisitsDocument, {
    variables: { followUpsOverdue: late, ...(state ? { state } : {}) },
    fetchPolicy: 'cache-and-network',
  });
  const [remove] = useMutation(VisitRemoveDocument);
  const [finish] = useMutation(VisitFinishFollowUpDocument);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const done = (text: string, problem?: string) => {
    if (problem) void message.error(problem);
    else void message.success(text);
    setChosen(null);
    void refetch();
  };
  const actions: VisitActions = {
    onRecord: (record) => setChosen({ record }),
    onChange: (plan) => setChosen({ plan }),
    onRemove: async ({ id, version, name }) => {
      const answer = await remove({ variables: { input: { id, version } } });
      done(word('visits.removed', { name }), answer.data?.done.userErrors[0]?.message);
    },
    onFinish: async ({ id }) => {
      const answer = await finish({ variables: { input: { id } } });
      done(word('visits.finished'), answer.data?.done.userErrors[0]?.message);
    },
  };
  const writes = (OFFICE_ACTIONS.makeVisits.roles as readonly Role[]).includes(role);
  const close = () => setChosen(null);
  const latestOf = async (id: string | undefined) =>
    (await refetch()).data?.visits.find((each) => each.id === id)?.version;
  return (
    <div className="stack visits">
      <header className="visits-head">
        <h1 className="page-title">{word('visits.title')}</h1>
        <Segmented<Shown>
          aria-label={word('visits.show')}
          value={late ? 'FOLLOW_UPS' : (state ?? 'ALL')}
          options={[
            { value: 'ALL', label: word('visits.all') },
            ...VISIT_STATES.map((value) => ({ value, label: inLocale(VISIT_STATE_LABELS[value], locale) })),
            { value: 'FOLLOW_UPS', label: word('visits.followUpsLate') },
          ]}
          onChange={(shown) => setAddress(addressOf(shown), { replace: true })}
        />
        {writes && (
          <Button type="primary" onClick={() => setChosen({ plan: {} })}>
            {word('visits.plan')}
          </Button>
        )}
      </header>
      {writes && open && 'plan' in open && (
        <PlanForm
          key={open.plan.id ?? open.plan.name ?? 'new'}
          proposal={open.plan}
          latest={() => latestOf('plan' in open ? open.plan.id : undefined)}
          onPlanned={(name) => done(word('visits.planned', { name }))}
          onClose={close}
        />
      )}
      {open && 'record' in open && (
        <RecordForm
          key={open.record.id}
          visit={open.record}
          latest={() => latestOf(open.record.id)}
          onRecorded={(name) => done(word('visits.recorded', { name }))}
          onClose={close}
        />
      )}
      {data ? <VisitList visits={data.visits} actions={writes ? actions : undefined} /> : <Loading />}
    </div>
  );
}

function addressOf(shown: Shown): Record<string, string> {
  if (shown === 'FOLLOW_UPS') return { followUps: 'overdue' };
  return shown === 'ALL' ? {} : { state: shown };
}

/** What a link proposes to visit, with why: a hot spot of a report, or a party of the register. */
function proposedIn(
  address: URLSearchParams,
  hotSpot: VisitProposalQuery['visitProposal'] | undefined,
): Open | null {
  const name = hotSpot?.name ?? address.get('name');
  if (name === null) return null;
  const given = VISIT_TARGETS.find((each) => each === address.get('target'));
  const target = hotSpot?.target ?? given ?? 'PLACE';
  const id = hotSpot?.subject?.id ?? address.get('subject');
  return {
    plan: {
      ...{ name, target, why: address.get('why') ?? '' },
      reason: address.get('figure') ? 'HOT_SPOT' : 'RECORD',
      subject: id ? { id } : null,
    },
  };
}
