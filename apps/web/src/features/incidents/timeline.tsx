import { Button, Form } from 'antd';
import TextArea from 'antd/es/input/TextArea';
import { useState } from 'react';
import { Link } from 'react-router';
import { momentText } from '../../app/moments.ts';
import { allowed } from './allowed.ts';
import { IncidentNoteDocument, type IncidentPageFragment } from './generated/incidents.ts';
import { Problem } from './problem.tsx';
import { useIncidentCall } from './use-incident-call.ts';
import { useIncidentWords } from './words.ts';

type Moment = IncidentPageFragment['timeline'][number];

/** What happened to the incident, the latest first; how far it is can be noted here. */
export function Timeline({ incident }: { incident: IncidentPageFragment }) {
  const { word } = useIncidentWords();
  const [noting, setNoting] = useState(false);
  const { call, busy, problem } = useIncidentCall();
  const note = async ({ text }: { text: string }) => {
    if (await call(IncidentNoteDocument, { id: incident.id, text })) setNoting(false);
  };
  return (
    <section className="incident-card" aria-labelledby="incident-timeline-title">
      <div className="incident-head">
        <h2 id="incident-timeline-title">{word('incident.timeline.title')}</h2>
        {allowed(incident, 'NOTE').can && !noting && (
          <Button onClick={() => setNoting(true)}>{word('incident.timeline.note')}</Button>
        )}
      </div>
      {noting && (
        <Form<{ text: string }>
          layout="vertical"
          className="incident-form"
          onFinish={(typed) => void note(typed)}
        >
          <Form.Item
            className="incident-wide"
            name="text"
            label={word('incident.field.text')}
            rules={[{ required: true, whitespace: true, message: word('incident.form.required') }]}
          >
            <TextArea autoFocus autoSize={{ minRows: 2 }} maxLength={2000} />
          </Form.Item>
          <Problem text={problem} />
          <div className="incident-buttons incident-wide">
            <Button type="primary" htmlType="submit" loading={busy}>
              {word('incident.timeline.note')}
            </Button>
            <Button onClick={() => setNoting(false)}>{word('app.cancel')}</Button>
          </div>
        </Form>
      )}
      <ol className="incident-rows">
        {incident.timeline.toReversed().map((moment) => (
          <MomentLine key={`${moment.at} ${moment.type}`} moment={moment} />
        ))}
      </ol>
    </section>
  );
}

/** Complaints named one by one; of more, how many. */
const MOST_NAMED = 6;

function MomentLine({ moment }: { moment: Moment }) {
  const { word, locale } = useIncidentWords();
  const { label, at, actor, text, complaints, leftBehind } = moment;
  return (
    <li className="incident-row">
      <p>
        <strong>{label}</strong>{' '}
        {complaints.length > 0 && word('incident.timeline.wentAlong', { count: complaints.length })}{' '}
        {complaints.length <= MOST_NAMED &&
          complaints.map(({ id, number }) => (
            <Link key={id} to={`/complaints/${id}`} className="incident-number">
              {number}
            </Link>
          ))}
      </p>
      {text && <p className="said">{text}</p>}
      {leftBehind.length > 0 && (
        <details>
          <summary>{word('incident.left.title', { count: leftBehind.length })}</summary>
          <ul className="incident-left">
            {leftBehind.map(({ complaint, reasons }) => (
              <li key={complaint.id}>
                <Link to={`/complaints/${complaint.id}`}>{complaint.number}</Link> {reasons.join(' ')}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="quiet">
        {momentText(at, locale)} · {actor}
      </p>
    </li>
  );
}
