import { Button, Form } from 'antd';
import TextArea from 'antd/es/input/TextArea';
import { useNavigate } from 'react-router';
import { ComplaintsField } from './complaints-field.tsx';
import { IncidentOpenDocument } from './generated/incidents.ts';
import { MatterFields, matterOf, type TypedMatter } from './incident-fields.tsx';
import { Problem } from './problem.tsx';
import { useIncidentCall } from './use-incident-call.ts';
import { useIncidentWords } from './words.ts';

interface Typed extends TypedMatter {
  readonly complaintIds?: string[];
  readonly reason: string;
}

/** A new incident, with the complaints that are known to belong to it. */
export function OpenForm({ onClose }: { onClose: () => void }) {
  const { word } = useIncidentWords();
  const navigate = useNavigate();
  const { call, busy, problem } = useIncidentCall();
  const open = async ({ complaintIds = [], reason, ...matter }: Typed) => {
    const incident = await call(IncidentOpenDocument, { ...matterOf(matter), complaintIds, reason });
    if (incident) navigate(`/incidents/${incident.id}`);
  };
  return (
    <section className="incident-card" aria-labelledby="incident-open-title">
      <h2 id="incident-open-title">{word('incidents.open')}</h2>
      <Form<Typed> layout="vertical" className="incident-form" onFinish={(typed) => void open(typed)}>
        <MatterFields />
        <Form.Item className="incident-wide" name="complaintIds" label={word('incident.field.complaints')}>
          <ComplaintsField />
        </Form.Item>
        <Form.Item
          className="incident-wide"
          name="reason"
          label={word('incident.field.reasonOfOpening')}
          rules={[{ required: true, whitespace: true, message: word('incident.form.required') }]}
        >
          <TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
        </Form.Item>
        <Problem text={problem} />
        <div className="incident-buttons incident-wide">
          <Button type="primary" htmlType="submit" loading={busy}>
            {word('incidents.open')}
          </Button>
          <Button onClick={onClose}>{word('app.cancel')}</Button>
        </div>
      </Form>
    </section>
  );
}
