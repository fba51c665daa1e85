import { useMutation } from '@apollo/client/react';
import { Button, Form, InputNumber, Tag } from 'antd';
import { useSave } from '../use-save.tsx';
import type { RetentionPartsFragment } from './generated/retention.ts';
import { RetentionDocument, RetentionSetDocument } from './generated/retention.ts';
import { useRetentionWords } from './words.ts';

type Period = RetentionPartsFragment['periods'][number];

/** The periods, each with what goes by it and its minimum. */
export function Periods({ periods, editable }: { periods: readonly Period[]; editable: boolean }) {
  return (
    <ul className="admin-rows">
      {periods.map((period) => (
        <li key={period.kind}>
          <PeriodRow period={period} editable={editable} />
        </li>
      ))}
    </ul>
  );
}

function PeriodRow({ period, editable }: { period: Period; editable: boolean }) {
  const { word } = useRetentionWords();
  const { label, what, basis, confirmed, leastMonths, months } = period;
  return (
    <div className="admin-row">
      <div>
        <strong>{label}</strong>
        <p className="quiet">{what}</p>
        <p className="quiet">
          {word('retention.least', { count: leastMonths })} {basis}{' '}
          {!confirmed && <Tag>{word('retention.unconfirmed')}</Tag>}
        </p>
      </div>
      {editable ? (
        <PeriodForm period={period} />
      ) : (
        <span>{months === null ? word('retention.ever') : `${months} ${word('retention.unit')}`}</span>
      )}
    </div>
  );
}

interface Typed {
  readonly months: number | null;
}

function PeriodForm({ period }: { period: Period }) {
  const { word } = useRetentionWords();
  const save = useSave();
  const [form] = Form.useForm<Typed>();
  const [set, { loading }] = useMutation(RetentionSetDocument);
  const { kind, label, months } = period;
  const put = async (to: number | null) => {
    const { data } = await set({
      variables: { input: { kind, months: to } },
      update: (cache, answer) => {
        const retention = answer.data?.retentionSet.retention;
        if (retention)
          cache.writeQuery({ query: RetentionDocument, data: { __typename: 'Query', retention } });
      },
    });
    if (data?.retentionSet.userErrors.length === 0) form.setFieldsValue({ months: to });
    return data?.retentionSet;
  };
  return (
    <Form<Typed>
      form={form}
      name={`retention-${kind}`}
      layout="inline"
      initialValues={{ months }}
      onFinish={({ months: typed }) =>
        void save(() => put(typed), {
          ...{ done: word('retention.set', { what: label }), form, undo: () => put(months) },
        })
      }
    >
      <Form.Item name="months">
        <InputNumber
          precision={0}
          placeholder={word('retention.ever')}
          suffix={word('retention.unit')}
          aria-label={word('retention.months', { what: label })}
          style={{ width: 136 }}
        />
      </Form.Item>
      <Button htmlType="submit" loading={loading}>
        {word('app.save')}
      </Button>
    </Form>
  );
}
