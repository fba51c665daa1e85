import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Form, Input, Select } from 'antd';
import TextArea from 'antd/es/input/TextArea';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useChanges, useRefresh } from '../../app/live.ts';
import { momentText } from '../../app/moments.ts';
import { useViewer } from '../../app/viewer.tsx';
import {
  IncidentProposalAcceptDocument,
  IncidentProposalDismissDocument,
  IncidentProposalsDocument,
  type IncidentProposalsQuery,
} from './generated/proposals.ts';
import { Problem } from './problem.tsx';
import { useIncidentCall } from './use-incident-call.ts';
import { useIncidentWords } from './words.ts';

type Proposal = IncidentProposalsQuery['incidentProposals'][number];

/** Incidents that are proposed, each with why; accepted or dismissed by whoever leads. Nothing where there are none. */
export function Proposals() {
  const { word } = useIncidentWords();
  const { data, refetch } = useQuery(IncidentProposalsDocument, { fetchPolicy: 'cache-and-network' });
  useChanges(useRefresh(refetch));
  const proposals = data?.incidentProposals ?? [];
  if (proposals.length === 0) return null;
  return (
    <section className="incident-card incident-proposed" aria-labelledby="incident-proposals-title">
      <h2 id="incident-proposals-title">{word('incident.proposal.title')}</h2>
      <ul className="incident-rows">
        {proposals.map((proposal) => (
          <ProposalLine key={proposal.id} proposal={proposal} onDone={() => void refetch()} />
        ))}
      </ul>
    </section>
  );
}

/** Complaints named one by one; of more, how many. */
const MOST_NAMED = 8;

function ProposalLine({ proposal, onDone }: { proposal: Proposal; onDone: () => void }) {
  const { word, locale } = useIncidentWords();
  const [form, setForm] = useState<'accept' | 'dismiss'>();
  const { category, where, reason, foundAt, complaints } = proposal;
  return (
    <li className="incident-row">
      <div className="incident-head">
        <span className="incident-name">{[where, category?.label].filter(Boolean).join(' · ')}</span>
        <span className="quiet">{word('incident.proposal.found', { at: momentText(foundAt, locale) })}</span>
      </div>
      <p>{reason}</p>
      <p>
        {complaints.slice(0, MOST_NAMED).map(({ id, number }) => (
          <Link key={id} to={`/complaints/${id}`} className="incident-number">
            {number}
          </Link>
        ))}
        {complaints.length > MOST_NAMED && word('incident.timeline.wentAlong', { count: complaints.length })}
      </p>
      {!form && (
        <div className="incident-buttons">
          <Button type="primary" onClick={() => setForm('accept')}>
            {word('incidents.open')}
          </Button>
          <Button onClick={() => setForm('dismiss')}>{word('incident.proposal.dismiss')}</Button>
        </div>
      )}
      {form === 'accept' && <AcceptForm proposal={proposal} onClose={() => setForm(undefined)} />}
      {form === 'dismiss' && (
        <DismissForm proposal={proposal} onClose={() => setForm(undefined)} onDone={onDone} />
      )}
    </li>
  );
}

interface TypedAccept {
  readonly title: string;
  readonly departmentId: string;
}

function AcceptForm({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const { word } = useIncidentWords();
  const { organization } = useViewer();
  const navigate = useNavigate();
  const { call, busy, problem } = useIncidentCall();
  const accept = async ({ title, departmentId }: TypedAccept) => {
    const team = { departmentId, memberIds: [] };
    const incident = await call(IncidentProposalAcceptDocument, { id: proposal.id, title, team });
    if (incident) navigate(`/incidents/${incident.id}`);
  };
  const required = { required: true, message: word('incident.form.required') };
  return (
    <Form<TypedAccept>
      layout="vertical"
      className="incident-form"
      aria-label={word('incidents.open')}
      initialValues={{ title: [proposal.where, proposal.category?.label].filter(Boolean).join(' ') }}
      onFinish={(typed) => void accept(typed)}
    >
      <Form.Item
        name="title"
        label={word('incident.field.title')}
        rules={[{ ...required, whitespace: true }]}
      >
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Form.Item name="departmentId" label={word('incident.field.department')} rules={[required]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={organization.departments
            .filter(({ active }) => active)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Problem text={problem} />
      <div className="incident-buttons incident-wide">
        <Button type="primary" htmlType="submit" loading={busy}>
          {word('incidents.open')}
        </Button>
        <Button onClick={onClose}>{word('app.cancel')}</Button>
      </div>
    </Form>
  );
}

function DismissForm(props: { proposal: Proposal; onClose: () => void; onDone: () => void }) {
  const { proposal, onClose, onDone } = props;
  const { word } = useIncidentWords();
  const { message } = App.useApp();
  const [problem, setProblem] = useState<string>();
  const [dismiss, { loading }] = useMutation(IncidentProposalDismissDocument);
  const send = async ({ reason }: { reason: string }) => {
    try {
      const input = { id: proposal.id, reason, idempotencyKey: crypto.randomUUID() };
      const { data } = await dismiss({ variables: { input } });
      const [refused] = data?.incidentProposalDismiss.userErrors ?? [];
      setProblem(refused?.message);
      if (refused) return;
      void message.success(word('incident.done.done'));
      onDone();
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <Form<{ reason: string }>
      layout="vertical"
      className="incident-form"
      aria-label={word('incident.proposal.dismiss')}
      onFinish={(typed) => void send(typed)}
    >
      <Form.Item
        className="incident-wide"
        name="reason"
        label={word('incident.proposal.why')}
        rules={[{ required: true, whitespace: true, message: word('incident.form.required') }]}
      >
        <TextArea autoFocus autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
      <Problem text={problem} />
      <div className="incident-buttons incident-wide">
        <Button type="primary" htmlType="submit" loading={loading}>
          {word('incident.proposal.dismiss')}
        </Button>
        <Button onClick={onClose}>{word('app.cancel')}</Button>
      </div>
    </Form>
  );
}
