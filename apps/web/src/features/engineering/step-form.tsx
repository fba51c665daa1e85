import { useApolloClient, useMutation } from '@apollo/client/react';
import { CHANNEL_LABELS, type Channel, weeksAfter } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Alert, Button, Flex, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useSector } from '../../app/sector.ts';
import { DateField } from '../../ui/date-field.tsx';
import {
  EngineeringCarryOverDocument,
  EngineeringFinishDocument,
  EngineeringListDocument,
  EngineeringPlanDocument,
  type EngineeringToldFragment,
} from './generated/engineering.ts';
import type { Step } from './list.ts';
import { useEngineeringWords } from './words.ts';

interface Typed {
  readonly title?: string;
  readonly week?: string;
  readonly doneOn?: Dayjs;
  readonly note?: string;
  readonly checked?: string;
  readonly faultPoint?: string;
  readonly readings?: Readonly<Record<string, number | null>>;
  readonly answer?: string;
  readonly via: Channel;
}

/** Weeks to which a task can be put off. */
const WEEKS_AHEAD = 8;
const CHANNELS_OUT: readonly Channel[] = ['PHONE', 'LETTER', 'EMAIL', 'WEB_FORM', 'IN_PERSON'];

/** What has to be said of a step; which fields that are, the list decides. */
export function StepForm({
  step,
  onDone,
  onCancel,
}: {
  step: Step;
  onDone: (told: readonly EngineeringToldFragment[]) => void;
  onCancel: () => void;
}) {
  const { word, locale } = useEngineeringWords();
  const [form] = Form.useForm<Typed>();
  const { send, problem, busy } = useSending(step, onDone);
  const { outlet, kind } = step;
  const visits = outlet.worked.kind === 'VISIT';
  const measured =
    (kind === 'plan' && outlet.worked.kind === 'WEEK') || (kind === 'finish' && outlet.worked.kind !== 'MAP');
  return (
    <Form<Typed>
      form={form}
      name="engineering-step"
      layout="vertical"
      requiredMark={false}
      initialValues={initialOf(step, locale)}
      onFinish={(typed) => void send(typed)}
    >
      {problem && <Alert type="error" showIcon title={<span className="said">{problem}</span>} />}
      {kind === 'plan' && outlet.worked.kind === 'WEEK' && (
        <Form.Item name="title" label={word('step.name')}>
          <Input maxLength={200} />
        </Form.Item>
      )}
      {kind === 'carryOver' && step.item.week && (
        <Form.Item name="week" label={word('step.week')}>
          <Select options={weeksFrom(step.item.week)} />
        </Form.Item>
      )}
      {kind === 'finish' && (
        <Form.Item name="doneOn" label={word('step.doneOn')}>
          <DateField maxDate={dayjs()} allowClear={false} />
        </Form.Item>
      )}
      {measured && <ReadingFields step={step} />}
      {visits && (
        <>
          <Form.Item name="checked" label={word('item.checked')}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
          </Form.Item>
          <Form.Item name="faultPoint" label={word('item.fault')}>
            <Input maxLength={300} />
          </Form.Item>
        </>
      )}
      <Form.Item name="note" label={word(kind === 'carryOver' ? 'step.why' : 'step.note')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="answer" label={word('step.answer')} extra={word('step.answerHelp')}>
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="via" label={word('step.via')}>
        <Select
          options={CHANNELS_OUT.map((value) => ({ value, label: inLocale(CHANNEL_LABELS[value], locale) }))}
        />
      </Form.Item>
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={busy}>
          {word('step.confirm')}
        </Button>
        <Button onClick={onCancel}>{word('step.cancel')}</Button>
      </Flex>
    </Form>
  );
}

/** What was measured, field by field, in the units and within the limits that the sector declares. */
function ReadingFields({ step: { outlet, kind } }: { step: Step }) {
  const { word, locale } = useEngineeringWords();
  const { fields } = useSector();
  return outlet.readings.map((key) => {
    const field = fields.find((each) => each.key === key);
    if (field?.type.kind !== 'decimal') return null;
    const { min, max, unit } = field.type;
    const label = word(kind === 'plan' ? 'step.before' : 'step.after', {
      label: inLocale(field.label, locale),
    });
    return (
      <Form.Item key={key} name={['readings', key]} label={label}>
        <InputNumber
          {...(min === undefined ? {} : { min })}
          {...(max === undefined ? {} : { max })}
          {...(unit ? { suffix: inLocale(unit, locale) } : {})}
          style={{ width: 200 }}
        />
      </Form.Item>
    );
  });
}

function initialOf({ kind, outlet, ...step }: Step, locale: Parameters<typeof inLocale>[1]): Partial<Typed> {
  const { planned, done } = outlet.answers;
  const said = { planned: inLocale(planned, locale), done: inLocale(done, locale) };
  const item = 'item' in step ? step.item : undefined;
  const kept = item ? { checked: item.checked ?? '', faultPoint: item.faultPoint ?? '' } : {};
  if (kind === 'plan') return { via: 'PHONE', answer: said.planned, title: 'name' in step ? step.name : '' };
  if (kind === 'finish') return { via: 'PHONE', answer: said.done, doneOn: dayjs(), ...kept };
  return { via: 'PHONE', ...kept, ...(item?.week ? { week: weeksAfter(item.week, 1) } : {}) };
}

function weeksFrom(week: string) {
  return Array.from({ length: WEEKS_AHEAD }, (_, index) => {
    const value = weeksAfter(week, index + 1);
    return { value, label: value };
  });
}

/** Sends a step once, however often it is tried, and has the list read anew. */
function useSending(step: Step, onDone: (told: readonly EngineeringToldFragment[]) => void) {
  const client = useApolloClient();
  const [plan] = useMutation(EngineeringPlanDocument);
  const [carryOver] = useMutation(EngineeringCarryOverDocument);
  const [finish] = useMutation(EngineeringFinishDocument);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());

  const carryOut = async ({ doneOn, readings = {}, title, week, ...typed }: Typed) => {
    const measured = Object.entries(readings).flatMap(([key, value]) =>
      typeof value === 'number' ? [{ key, value }] : [],
    );
    const input = { ...typed, idempotencyKey };
    if (step.kind === 'plan') {
      const where =
        'site' in step
          ? { site: step.site }
          : { week: step.week, title, complaintIds: step.cases.map(({ complaint }) => complaint.id) };
      const asked = { ...input, ...where, outlet: step.outlet.code, readings: measured };
      return (await plan({ variables: { input: asked } })).data?.engineeringPlan;
    }
    const { id } = step.item;
    if (step.kind === 'carryOver') {
      return (await carryOver({ variables: { input: { ...input, id, week } } })).data?.engineeringCarryOver;
    }
    const done = { ...input, id, readings: measured, doneOn: doneOn?.format('YYYY-MM-DD') };
    return (await finish({ variables: { input: done } })).data?.engineeringFinish;
  };

  const send = async (typed: Typed) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const payload = await carryOut(typed);
      if (payload?.news) {
        onDone(payload.news.told);
        await client.refetchQueries({ include: [EngineeringListDocument] });
      } else setProblem(payload?.userErrors.map(({ message }) => message).join('\n'));
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return { send, problem, busy };
}
