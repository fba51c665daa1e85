import { useMutation } from '@apollo/client/react';
import { Button, Flex, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { DurationUnit } from '../../../generated/schema.ts';
import type { OfficeRuleFragment } from '../generated/rules.ts';
import { DeadlineRuleCorrectDocument, DeadlineRulePromiseDocument } from '../generated/rules.ts';
import { useSave } from '../use-save.tsx';
import { useAdministrationWords } from '../words.ts';

type Rule = OfficeRuleFragment['rule'];

interface Props {
  readonly rule: Rule;
  readonly onClose: () => void;
}

interface Correction {
  readonly source: string;
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** That a rule is right, or what it really is, with where that stands written. */
export function CorrectForm({ rule, onClose }: Props) {
  const { word } = useAdministrationWords();
  const save = useSave();
  const [form] = Form.useForm<Correction>();
  const [correct, { loading }] = useMutation(DeadlineRuleCorrectDocument);
  const send = async (typed: Correction) => {
    const input = { code: rule.code, ...typed };
    const done = await save(async () => (await correct({ variables: { input } })).data?.deadlineRuleCorrect, {
      done: word('admin.saved'),
      form,
    });
    if (done) onClose();
  };
  return (
    <Form<Correction>
      form={form}
      name={`correct-${rule.code}`}
      className="admin-form"
      layout="vertical"
      requiredMark={false}
      aria-label={word('deadlines.correctOf', { name: rule.label })}
      initialValues={{ amount: rule.amount, unit: rule.unit }}
      onFinish={(typed) => void send(typed)}
    >
      <Form.Item
        name="source"
        label={word('deadlines.source')}
        extra={word('deadlines.sourceHint')}
        rules={[{ required: true, message: word('admin.required') }]}
      >
        <Input autoFocus />
      </Form.Item>
      <LimitFields />
      <Buttons loading={loading} onClose={onClose}>
        {word('app.save')}
      </Buttons>
    </Form>
  );
}

interface Promised {
  readonly name: string;
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** A promise of the organisation's own in place of a looser limit. */
export function PromiseForm({ rule, onClose }: Props) {
  const { word } = useAdministrationWords();
  const save = useSave();
  const [form] = Form.useForm<Promised>();
  const [promise, { loading }] = useMutation(DeadlineRulePromiseDocument);
  const send = async (typed: Promised) => {
    const input = { clock: rule.clock, ...typed };
    const done = await save(async () => (await promise({ variables: { input } })).data?.deadlineRulePromise, {
      done: word('deadlines.promised'),
      form,
    });
    if (done) onClose();
  };
  return (
    <Form<Promised>
      form={form}
      name={`promise-${rule.code}`}
      className="admin-form"
      layout="vertical"
      requiredMark={false}
      aria-label={word('deadlines.promiseOf', { name: rule.label })}
      initialValues={{ amount: Math.max(1, rule.amount - 1), unit: rule.unit }}
      onFinish={(typed) => void send(typed)}
    >
      <Form.Item
        name="name"
        label={word('deadlines.promiseName')}
        extra={word('deadlines.promiseHint')}
        rules={[{ required: true, message: word('admin.required') }]}
      >
        <Input autoFocus />
      </Form.Item>
      <LimitFields />
      <Buttons loading={loading} onClose={onClose}>
        {word('deadlines.promise')}
      </Buttons>
    </Form>
  );
}

const UNITS: readonly DurationUnit[] = ['HOURS', 'DAYS', 'WORKING_DAYS'];

function LimitFields() {
  const { word } = useAdministrationWords();
  return (
    <Flex gap={16}>
      <Form.Item name="amount" label={word('deadlines.amount')}>
        <InputNumber min={1} max={10_000} precision={0} />
      </Form.Item>
      <Form.Item name="unit" label={word('deadlines.unit')}>
        <Select
          style={{ width: 160 }}
          options={UNITS.map((value) => ({ value, label: word(`deadlines.unit.${value}`) }))}
        />
      </Form.Item>
    </Flex>
  );
}

function Buttons({
  loading,
  onClose,
  children,
}: {
  loading: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const { word } = useAdministrationWords();
  return (
    <Flex gap={8}>
      <Button type="primary" htmlType="submit" loading={loading}>
        {children}
      </Button>
      <Button onClick={onClose}>{word('app.cancel')}</Button>
    </Flex>
  );
}
