import { CHANNEL_LABELS, CHANNELS, type Channel, MASTER_ANSWER_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Checkbox, Form, Select, Tag } from 'antd';
import TextArea from 'antd/es/input/TextArea';
import { useState } from 'react';
import { momentText } from '../../app/moments.ts';
import { allowed } from './allowed.ts';
import {
  IncidentApproveAnswerDocument,
  IncidentDraftAnswerDocument,
  IncidentGiveAnswerDocument,
  type IncidentPageFragment,
  IncidentReturnAnswerDocument,
} from './generated/incidents.ts';
import { LeftBehindList, Problem } from './problem.tsx';
import { useIncidentCall } from './use-incident-call.ts';
import { useIncidentWords } from './words.ts';

type Answer = IncidentPageFragment['answers'][number];

/** The one answer to everybody: drafted, read by somebody else, given; to latecomers again. */
export function MasterAnswers({ incident }: { incident: IncidentPageFragment }) {
  const { word } = useIncidentWords();
  const [drafting, setDrafting] = useState(false);
  const { answers } = incident;
  return (
    <section className="incident-card" aria-labelledby="incident-answers-title">
      <div className="incident-head">
        <h2 id="incident-answers-title">{word('incident.answer.title')}</h2>
        {allowed(incident, 'DRAFT_ANSWER').can && !drafting && (
          <Button onClick={() => setDrafting(true)}>{word('incident.action.draft')}</Button>
        )}
      </div>
      {drafting && <DraftForm incident={incident} onClose={() => setDrafting(false)} />}
      {answers.length === 0 && !drafting && <p className="quiet">{word('incident.answer.none')}</p>}
      {answers.toReversed().map((answer) => (
        <AnswerCard key={answer.id} incident={incident} answer={answer} />
      ))}
    </section>
  );
}

function DraftForm({ incident, onClose }: { incident: IncidentPageFragment; onClose: () => void }) {
  const { word } = useIncidentWords();
  const { call, busy, problem } = useIncidentCall();
  const { id, version } = incident;
  const draft = async (typed: { text: string; final: boolean }) => {
    if (await call(IncidentDraftAnswerDocument, { id, version, ...typed })) onClose();
  };
  return (
    <Form
      layout="vertical"
      className="incident-form"
      initialValues={{ final: true }}
      onFinish={(typed) => void draft(typed)}
    >
      <Form.Item
        className="incident-wide"
        name="text"
        label={word('incident.field.answer')}
        extra={word('incident.field.answerHint')}
        rules={[{ required: true, whitespace: true, message: word('incident.form.required') }]}
      >
        <TextArea autoFocus autoSize={{ minRows: 4 }} maxLength={20_000} />
      </Form.Item>
      <Form.Item className="incident-wide" name="final" valuePropName="checked">
        <Checkbox>{word('incident.field.final')}</Checkbox>
      </Form.Item>
      <Problem text={problem} />
      <div className="incident-buttons incident-wide">
        <Button type="primary" htmlType="submit" loading={busy}>
          {word('incident.action.draft')}
        </Button>
        <Button onClick={onClose}>{word('app.cancel')}</Button>
      </div>
    </Form>
  );
}

function AnswerCard({ incident, answer }: { incident: IncidentPageFragment; answer: Answer }) {
  const { word, locale } = useIncidentWords();
  const { status, draftedBy, approvedBy, givenAt } = answer;
  const said = [
    draftedBy && word('incident.answer.by', { name: draftedBy.name }),
    approvedBy && word('incident.answer.approvedBy', { name: approvedBy.name }),
    givenAt && word('incident.answer.givenAt', { at: momentText(givenAt, locale) }),
    givenAt && word('incident.answer.reached', { count: answer.reached }),
  ];
  return (
    <article className="incident-answer">
      <p>
        <Tag>{inLocale(MASTER_ANSWER_LABELS[status], locale)}</Tag>{' '}
        <Tag>{word(answer.final ? 'incident.answer.final' : 'incident.answer.interim')}</Tag>{' '}
        <span className="quiet">{said.filter(Boolean).join(' · ')}</span>
      </p>
      <blockquote className="said incident-words">{answer.text}</blockquote>
      {answer.returnedBecause && <p className="quiet said">{answer.returnedBecause}</p>}
      {status === 'DRAFT' && <Judge incident={incident} answer={answer} />}
      <Give incident={incident} answer={answer} />
    </article>
  );
}

function Judge({ incident, answer }: { incident: IncidentPageFragment; answer: Answer }) {
  const { word } = useIncidentWords();
  const { call, busy, problem } = useIncidentCall();
  const [returning, setReturning] = useState(false);
  const input = { id: incident.id, version: incident.version, answerId: answer.id };
  const approve = allowed(incident, 'APPROVE_ANSWER');
  if (!allowed(incident, 'RETURN_ANSWER').can) return null;
  return (
    <>
      {returning ? (
        <Form<{ reason: string }>
          layout="vertical"
          className="incident-form"
          onFinish={({ reason }) => void call(IncidentReturnAnswerDocument, { ...input, reason })}
        >
          <Form.Item
            className="incident-wide"
            name="reason"
            label={word('incident.field.reason')}
            rules={[{ required: true, whitespace: true, message: word('incident.form.required') }]}
          >
            <TextArea autoFocus autoSize={{ minRows: 2 }} maxLength={1000} />
          </Form.Item>
          <div className="incident-buttons incident-wide">
            <Button type="primary" htmlType="submit" loading={busy}>
              {word('incident.action.return')}
            </Button>
            <Button onClick={() => setReturning(false)}>{word('app.cancel')}</Button>
          </div>
        </Form>
      ) : (
        <div className="incident-buttons">
          <Button
            type="primary"
            disabled={!approve.can}
            loading={busy}
            onClick={() => void call(IncidentApproveAnswerDocument, input)}
          >
            {word('incident.action.approve')}
          </Button>
          <Button onClick={() => setReturning(true)}>{word('incident.action.return')}</Button>
          {!approve.can && <span className="quiet">{approve.why}</span>}
        </div>
      )}
      <Problem text={problem} />
    </>
  );
}

/** Where it can go out, to whom it has not gone yet. */
function Give({ incident, answer }: { incident: IncidentPageFragment; answer: Answer }) {
  const { word, locale } = useIncidentWords();
  const { call, busy, problem, leftBehind } = useIncidentCall();
  const { status } = answer;
  const { can, why } = allowed(incident, 'GIVE_ANSWER');
  const goesOut = status === 'APPROVED' || status === 'GIVEN' || (status === 'DRAFT' && can && !why);
  const others =
    incident.cases.some(({ status: of }) => of !== 'CLOSED') && answer.reached < incident.complaintCount;
  const offered = can && goesOut && (status !== 'GIVEN' || others);
  const give = ({ via }: { via: Channel }) =>
    void call(IncidentGiveAnswerDocument, {
      ...{ id: incident.id, version: incident.version, answerId: answer.id, via },
    });
  return (
    <>
      {offered && (
        <Form<{ via: Channel }>
          layout="inline"
          initialValues={{ via: answer.via ?? 'PHONE' }}
          onFinish={give}
        >
          <Form.Item name="via" label={word('incident.field.via')}>
            <Select
              className="incident-via"
              options={CHANNELS.map((value) => ({ value, label: inLocale(CHANNEL_LABELS[value], locale) }))}
            />
          </Form.Item>
          <Button type={status === 'GIVEN' ? 'default' : 'primary'} htmlType="submit" loading={busy}>
            {word(status === 'GIVEN' ? 'incident.answer.giveAgain' : 'incident.action.give')}
          </Button>
        </Form>
      )}
      <Problem text={problem} />
      <LeftBehindList left={leftBehind} />
    </>
  );
}
