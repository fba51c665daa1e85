import { useMutation } from '@apollo/client/react';
import { Button, Flex, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useVersion } from '../../ui/changed-meanwhile.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FollowUpFields } from './follow-up-fields.tsx';
import type { VisitPartsFragment } from './generated/visits.ts';
import { VisitRecordDocument } from './generated/visits.ts';
import { useVisitWords } from './words.ts';

interface Typed {
  readonly doneOn: Dayjs;
  readonly findings?: string;
  readonly followUps?: readonly {
    readonly text: string;
    readonly ownerId: string;
    readonly dueOn: Dayjs;
  }[];
}

const DAY = 'YYYY-MM-DD';

/** Records a visit: when it was made, what was found, what is to be put right by whom until when. */
export function RecordForm({
  visit,
  latest,
  onRecorded,
  onClose,
}: {
  visit: VisitPartsFragment;
  /** Reads the visit anew; its version. */
  latest: () => Promise<number | undefined>;
  onRecorded: (name: string) => void;
  onClose: () => void;
}) {
  const { word } = useVisitWords();
  const [form] = Form.useForm<Typed>();
  const [record, { loading }] = useMutation(VisitRecordDocument);
  const { id, name } = visit;
  const { version, isLate, notice } = useVersion({ version: visit.version, latest });
  const send = async ({ doneOn, findings = '', followUps = [] }: Typed) => {
    const input = {
      ...{ id, version, doneOn: doneOn.format(DAY) },
      findings: findings.split('\n').filter((line) => line.trim() !== ''),
      followUps: followUps.map(({ dueOn, ...each }) => ({ ...each, dueOn: dueOn.format(DAY) })),
    };
    const { data } = await record({ variables: { input } });
    const problems = data?.done.userErrors ?? [];
    if (problems.length === 0) return onRecorded(name);
    if (await isLate(problems)) return;
    form.setFields(
      problems.map(({ field, message }) => ({
        name: field === 'findings' || field === 'followUps' ? field : 'doneOn',
        errors: [message],
      })),
    );
  };
  const title = word('visits.recordOf', { name });
  return (
    <Form<Typed>
      form={form}
      name="visit-record"
      className="visits-card"
      layout="vertical"
      requiredMark={false}
      aria-label={title}
      initialValues={{ doneOn: dayjs(), followUps: [] }}
      onFinish={(typed) => void send(typed)}
    >
      <strong>{title}</strong>
      {notice}
      <div className="visits-fields">
        <Form.Item
          name="doneOn"
          label={word('visits.doneOn')}
          rules={[{ required: true, message: word('visits.required') }]}
        >
          <DateField maxDate={dayjs()} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="findings" label={word('visits.findings')} className="visits-wide">
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
      </div>
      <FollowUpFields />
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={loading}>
          {word('app.save')}
        </Button>
        <Button onClick={onClose}>{word('app.cancel')}</Button>
      </Flex>
    </Form>
  );
}
