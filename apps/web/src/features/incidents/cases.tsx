import { INCIDENT_MOVE_LABELS, INCIDENT_MOVES, type IncidentMove } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Form, Select } from 'antd';
import TextArea from 'antd/es/input/TextArea';
import { useState } from 'react';
import { Link } from 'react-router';
import { dayText } from '../../app/moments.ts';
import { useViewer } from '../../app/viewer.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { allowed } from './allowed.ts';
import { ComplaintsField } from './complaints-field.tsx';
import {
  IncidentLinkComplaintsDocument,
  IncidentMoveDocument,
  type IncidentPageFragment,
  IncidentUnlinkComplaintsDocument,
} from './generated/incidents.ts';
import { LeftBehindList, Problem } from './problem.tsx';
import { useIncidentCall } from './use-incident-call.ts';
import { useIncidentWords } from './words.ts';

type Case = IncidentPageFragment['cases'][number];
type Open = { readonly form: 'link' | 'move' } | { readonly form: 'out'; readonly of: Case } | undefined;

/** The complaints of the incident: further ones, all moved together, those that do not belong taken out. */
export function Cases({ incident }: { incident: IncidentPageFragment }) {
  const { word } = useIncidentWords();
  const [open, setOpen] = useState<Open>();
  const { call, busy, problem, leftBehind, forget } = useIncidentCall();
  const { can } = allowed(incident, 'MOVE');
  const { id, cases } = incident;
  const show = (next: Open) => {
    forget();
    setOpen(next);
  };
  const done = async (work: Promise<unknown>) => {
    if (await work) setOpen(undefined);
  };
  return (
    <section className="incident-card" aria-labelledby="incident-cases-title">
      <div className="incident-head">
        <h2 id="incident-cases-title">{word('incident.cases.title')}</h2>
        {can && !open && (
          <div className="incident-buttons">
            <Button onClick={() => show({ form: 'link' })}>{word('incident.cases.link')}</Button>
            {cases.length > 0 && (
              <Button onClick={() => show({ form: 'move' })}>{word('incident.cases.move')}</Button>
            )}
          </div>
        )}
      </div>
      {open?.form === 'link' && (
        <ReasonForm
          withComplaints
          {...{ busy, problem, label: word('incident.cases.link') }}
          onClose={() => show(undefined)}
          onSubmit={({ complaintIds = [], reason }) =>
            done(call(IncidentLinkComplaintsDocument, { id, complaintIds, reason }))
          }
        />
      )}
      {open?.form === 'out' && (
        <ReasonForm
          {...{ busy, problem, label: word('incident.cases.unlink', { number: open.of.complaint.number }) }}
          onClose={() => show(undefined)}
          onSubmit={({ reason }) =>
            done(call(IncidentUnlinkComplaintsDocument, { id, complaintIds: [open.of.complaint.id], reason }))
          }
        />
      )}
      {open?.form === 'move' && (
        <MoveForm
          {...{ busy, problem }}
          onClose={() => show(undefined)}
          onSubmit={(typed) => done(call(IncidentMoveDocument, { id, ...typed }))}
        />
      )}
      <LeftBehindList left={leftBehind} />
      {cases.length === 0 && <p className="quiet">{word('incident.cases.none')}</p>}
      {cases.length > 0 && (
        <p>
          <Link to={`/complaints?${new URLSearchParams({ incident: id })}`}>
            {word('incident.cases.inInbox')}
          </Link>
        </p>
      )}
      {cases.length > 0 && (
        <ul className="incident-rows">
          {cases.map((each) => (
            <CaseLine
              key={each.complaint.id}
              each={each}
              onOut={can ? () => show({ form: 'out', of: each }) : undefined}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function CaseLine({ each, onOut }: { each: Case; onOut: (() => void) | undefined }) {
  const { word, locale } = useIncidentWords();
  const { complaint, title, status, groupSize, receivedAt, handler, department, hadMasterAnswer } = each;
  const where = [handler?.name ?? word('incident.cases.nobody'), department?.name].filter(Boolean).join(' ');
  return (
    <li className="incident-row">
      <div className="incident-head">
        <Link to={`/complaints/${complaint.id}`}>{title}</Link>
        <span>
          {hadMasterAnswer && <span className="quiet">{word('incident.cases.had')} </span>}
          <StatusTag status={status} />
        </span>
      </div>
      <div className="incident-head">
        <span className="quiet">
          {complaint.number} · {dayText(receivedAt, locale)} · {where}
          {groupSize > 1 && ` · ${word('incident.cases.group', { count: groupSize })}`}
        </span>
        {onOut && (
          <Button
            size="small"
            type="text"
            aria-label={word('incident.cases.unlink', { number: complaint.number })}
            onClick={onOut}
          >
            {word('incident.cases.out')}
          </Button>
        )}
      </div>
    </li>
  );
}

interface FormProps<Typed> {
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly onClose: () => void;
  readonly onSubmit: (typed: Typed) => Promise<void>;
}

function ReasonForm(
  props: FormProps<{ complaintIds?: string[]; reason: string }> & { label: string; withComplaints?: true },
) {
  const { word } = useIncidentWords();
  const { busy, problem, label, withComplaints, onClose, onSubmit } = props;
  return (
    <Form
      layout="vertical"
      className="incident-form"
      aria-label={label}
      onFinish={(typed) => void onSubmit(typed)}
    >
      {withComplaints && (
        <Form.Item
          className="incident-wide"
          name="complaintIds"
          label={word('incident.field.complaints')}
          rules={[{ required: true, message: word('incident.form.required') }]}
        >
          <ComplaintsField />
        </Form.Item>
      )}
      <Form.Item
        className="incident-wide"
        name="reason"
        label={word('incident.field.reason')}
        rules={[{ required: true, whitespace: true, message: word('incident.form.required') }]}
      >
        <TextArea autoFocus={!withComplaints} autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
      <Problem text={problem} />
      <Buttons {...{ busy, label, onClose }} />
    </Form>
  );
}

interface TypedMove {
  readonly move: IncidentMove;
  readonly memberId?: string;
  readonly departmentId?: string;
  readonly remark?: string;
}

function MoveForm({ busy, problem, onClose, onSubmit }: FormProps<TypedMove>) {
  const { word, locale } = useIncidentWords();
  const { organization } = useViewer();
  const [form] = Form.useForm<TypedMove>();
  const move = Form.useWatch('move', form);
  const named = (things: readonly { id: string; name: string; active: boolean }[]) =>
    things.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form<TypedMove>
      form={form}
      layout="vertical"
      className="incident-form"
      aria-label={word('incident.cases.move')}
      initialValues={{ move: 'ACCEPT' }}
      onFinish={(typed) => void onSubmit(typed)}
    >
      <Form.Item className="incident-wide" name="move" label={word('incident.field.move')}>
        <Select
          options={INCIDENT_MOVES.map((value) => ({
            value,
            label: inLocale(INCIDENT_MOVE_LABELS[value], locale),
          }))}
        />
      </Form.Item>
      {move === 'ASSIGN' && (
        <>
          <Form.Item name="departmentId" label={word('incident.field.toDepartment')}>
            <Select allowClear options={named(organization.departments)} />
          </Form.Item>
          <Form.Item name="memberId" label={word('incident.field.member')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={named(organization.members)}
            />
          </Form.Item>
        </>
      )}
      <Form.Item className="incident-wide" name="remark" label={word('incident.field.remark')}>
        <TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
      <Problem text={problem} />
      <Buttons {...{ busy, onClose, label: word('incident.action.send') }} />
    </Form>
  );
}

function Buttons({ busy, label, onClose }: { busy: boolean; label: string; onClose: () => void }) {
  const { word } = useIncidentWords();
  return (
    <div className="incident-buttons incident-wide">
      <Button type="primary" htmlType="submit" loading={busy}>
        {label}
      </Button>
      <Button onClick={onClose}>{word('app.cancel')}</Button>
    </div>
  );
}
