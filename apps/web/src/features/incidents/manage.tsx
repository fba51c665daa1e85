import { Button, Form } from 'antd';
import TextArea from 'antd/es/input/TextArea';
import { useState } from 'react';
import { allowed } from './allowed.ts';
import {
  IncidentChangeDocument,
  IncidentCloseDocument,
  type IncidentPageFragment,
  IncidentReopenDocument,
} from './generated/incidents.ts';
import { MatterFields, matterOf, type TypedMatter, typedOf } from './incident-fields.tsx';
import { Problem } from './problem.tsx';
import { useIncidentCall } from './use-incident-call.ts';
import { useIncidentWords } from './words.ts';

type Which = 'change' | 'close' | 'reopen';
const ACTIONS = { change: 'CHANGE', close: 'CLOSE', reopen: 'REOPEN' } as const;

/** What leaders do to the incident as a whole: change what is said of it, close it, take it up again. */
export function Manage({ incident }: { incident: IncidentPageFragment }) {
  const { word } = useIncidentWords();
  const [form, setForm] = useState<Which>();
  const { call, busy, problem, forget } = useIncidentCall();
  const { id, version } = incident;
  const show = (next: Which | undefined) => {
    forget();
    setForm(next);
  };
  const forms = (Object.keys(ACTIONS) as Which[]).filter((each) => allowed(incident, ACTIONS[each]).can);
  // Nobody looks for why it cannot be closed: it is said.
  const { can, why } = allowed(incident, 'CLOSE');
  const said = !can && allowed(incident, 'CHANGE').can ? why : undefined;
  const buttons = (
    <div className="incident-buttons incident-wide">
      <Button type="primary" htmlType="submit" loading={busy}>
        {form && word(`incident.action.${form}`)}
      </Button>
      <Button onClick={() => show(undefined)}>{word('app.cancel')}</Button>
    </div>
  );
  const change = async (typed: TypedMatter) => {
    if (await call(IncidentChangeDocument, { id, version, ...matterOf(typed) })) show(undefined);
  };
  const end = async ({ text }: { text: string }) => {
    const done =
      form === 'close'
        ? await call(IncidentCloseDocument, { id, version, summary: text })
        : await call(IncidentReopenDocument, { id, version, reason: text });
    if (done) show(undefined);
  };
  return (
    <>
      {!form && forms.length > 0 && (
        <div className="incident-buttons">
          {forms.map((each) => (
            <Button key={each} onClick={() => show(each)}>
              {word(`incident.action.${each}`)}
            </Button>
          ))}
          {said && <span className="quiet">{said}</span>}
        </div>
      )}
      {form === 'change' && (
        <Form<TypedMatter>
          layout="vertical"
          className="incident-form"
          initialValues={typedOf(incident)}
          onFinish={(typed) => void change(typed)}
        >
          <MatterFields />
          <Problem text={problem} />
          {buttons}
        </Form>
      )}
      {(form === 'close' || form === 'reopen') && (
        <Form<{ text: string }>
          layout="vertical"
          className="incident-form"
          onFinish={(typed) => void end(typed)}
        >
          <Form.Item
            className="incident-wide"
            name="text"
            label={word(form === 'close' ? 'incident.field.summary' : 'incident.field.reason')}
            rules={[{ required: true, whitespace: true, message: word('incident.form.required') }]}
          >
            <TextArea autoFocus autoSize={{ minRows: 2 }} maxLength={1000} />
          </Form.Item>
          <Problem text={problem} />
          {buttons}
        </Form>
      )}
    </>
  );
}
