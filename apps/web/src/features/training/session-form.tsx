import { useApolloClient, useMutation } from '@apollo/client/react';
import { TRAINING_CLASS_LABELS } from '@huiyin/domain';
import { Button, Flex, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useViewer } from '../../app/viewer.tsx';
import { choicesOf } from '../../forms/options.ts';
import type { TrainingSaveInput } from '../../generated/schema.ts';
import { useVersion } from '../../ui/changed-meanwhile.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Attendances } from './attendances.tsx';
import type { TrainingPartsFragment } from './generated/training.ts';
import { LessonComplaintDocument, TrainingSaveDocument } from './generated/training.ts';
import { useTrainingWords } from './words.ts';

type Person = Omit<TrainingSaveInput['attendances'][number], 'memberId' | 'expiresOn'> & {
  expiresOn?: Dayjs | null;
};

interface Typed extends Pick<TrainingSaveInput, 'trainingClass' | 'topic' | 'hours' | 'trainer'> {
  readonly heldOn: Dayjs;
  readonly lesson?: string;
  readonly attendances: readonly Person[];
}

const DAY = 'YYYY-MM-DD';

/** Writes a session down: what it was, and who took part. */
export function SessionForm({
  session,
  latest,
  onSaved,
  onClose,
}: {
  session: TrainingPartsFragment | undefined;
  /** Reads the session anew; its version. */
  latest: () => Promise<number | undefined>;
  onSaved: (topic: string) => void;
  onClose: () => void;
}) {
  const { word, locale } = useTrainingWords();
  const client = useApolloClient();
  const { organization } = useViewer();
  const members = organization.members.filter(({ active }) => active);
  const [form] = Form.useForm<Typed>();
  const [save, { loading }] = useMutation(TrainingSaveDocument);
  const { version, isLate, notice } = useVersion({ version: session?.version, latest });
  const required = [{ required: true, message: word('training.required') }];
  const send = async ({ lesson = '', heldOn, attendances, ...typed }: Typed) => {
    const number = lesson.trim();
    const found = number
      ? await client.query({ query: LessonComplaintDocument, variables: { number } })
      : undefined;
    const complaintId = found?.data?.complaint?.id;
    if (number && !complaintId) {
      return form.setFields([{ name: 'lesson', errors: [word('training.noComplaint')] }]);
    }
    const input: TrainingSaveInput = {
      ...typed,
      ...(session ? { id: session.id, version } : {}),
      ...(complaintId ? { complaintId } : {}),
      heldOn: heldOn.format(DAY),
      attendances: attendances.map((each) => ({
        ...each,
        memberId: members.find(({ name }) => name === each.name.trim())?.id ?? null,
        expiresOn: each.expiresOn?.format(DAY) ?? null,
      })),
    };
    const { data } = await save({ variables: { input } });
    const problems = data?.trainingSave.userErrors ?? [];
    if (problems.length === 0) return onSaved(typed.topic);
    if (await isLate(problems)) return;
    form.setFields(
      problems.map(({ field, message }) => ({
        name: fieldOf(field),
        errors: [message],
      })),
    );
  };
  return (
    <Form<Typed>
      form={form}
      name="training"
      className="training-card"
      layout="vertical"
      requiredMark={false}
      aria-label={word('training.add')}
      initialValues={typedOf(session)}
      onFinish={(typed) => void send(typed)}
    >
      {notice}
      <div className="training-fields">
        <Form.Item name="topic" label={word('training.topic')} rules={required}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item name="trainingClass" label={word('training.class')} rules={required}>
          <Select options={choicesOf(TRAINING_CLASS_LABELS, locale)} />
        </Form.Item>
        <Form.Item name="heldOn" label={word('training.heldOn')} rules={required}>
          <DateField maxDate={dayjs()} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="hours" label={word('training.hoursOf')} rules={required}>
          <InputNumber min={0.1} max={400} step={0.5} precision={1} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="trainer" label={word('training.trainer')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="lesson" label={word('training.lesson')}>
          <Input maxLength={40} />
        </Form.Item>
      </div>
      <Attendances members={members.map(({ name }) => name)} />
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={loading}>
          {word('app.save')}
        </Button>
        <Button onClick={onClose}>{word('app.cancel')}</Button>
      </Flex>
    </Form>
  );
}

/** The field of the form beside which a refusal stands. */
function fieldOf(field: string | null): 'topic' | 'heldOn' | 'hours' | 'trainer' | 'lesson' | 'attendances' {
  if (field === 'complaintId') return 'lesson';
  return field === 'heldOn' || field === 'hours' || field === 'trainer' || field === 'attendances'
    ? field
    : 'topic';
}

function typedOf(session: TrainingPartsFragment | undefined): Partial<Typed> {
  if (!session) {
    const person = { name: '', experience: 'EXPERIENCED', assessment: 'NOT_ASSESSED' } as const;
    return { trainingClass: 'INTERNAL', heldOn: dayjs(), attendances: [person] };
  }
  const { topic, trainingClass, heldOn, hours, trainer, complaint, attendances } = session;
  return {
    ...{ topic, trainingClass, hours, trainer, heldOn: dayjs(heldOn) },
    ...(complaint ? { lesson: complaint.number } : {}),
    attendances: attendances.map(({ __typename, member: _member, expiresOn, ...each }) => ({
      ...each,
      expiresOn: expiresOn ? dayjs(expiresOn) : null,
    })),
  };
}
