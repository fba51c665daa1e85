import { useMutation } from '@apollo/client/react';
import { VISIT_REASON_LABELS, VISIT_TARGET_LABELS } from '@huiyin/domain';
import { Button, Flex, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useViewer } from '../../app/viewer.tsx';
import { choicesOf } from '../../forms/options.ts';
import type { VisitPlanInput } from '../../generated/schema.ts';
import { useVersion } from '../../ui/changed-meanwhile.tsx';
import { DateField } from '../../ui/date-field.tsx';
import type { VisitPartsFragment } from './generated/visits.ts';
import { VisitPlanDocument } from './generated/visits.ts';
import { type Subject, SubjectField } from './subject-field.tsx';
import { useVisitWords } from './words.ts';

type Typed = Pick<VisitPlanInput, 'target' | 'reason' | 'why' | 'memberId'> & {
  readonly subject: Subject;
  readonly plannedOn: Dayjs;
};
/** What is known of a visit before it is planned: from a hot spot, or from the visit that is changed. */
export type Proposal = Partial<
  Pick<VisitPartsFragment, 'id' | 'version' | 'target' | 'name' | 'reason' | 'why' | 'plannedOn'>
> & {
  readonly subject?: { readonly id: string } | null;
  readonly member?: VisitPartsFragment['member'];
};

/** Plans a visit, or changes its plan: whom or what, why, who goes, on which day. */
export function PlanForm({
  proposal,
  latest,
  onPlanned,
  onClose,
}: {
  proposal: Proposal;
  /** Reads the visit anew; its version. */
  latest: () => Promise<number | undefined>;
  onPlanned: (name: string) => void;
  onClose: () => void;
}) {
  const { word, locale } = useVisitWords();
  const { organization, memberId } = useViewer();
  const [form] = Form.useForm<Typed>();
  const [plan, { loading }] = useMutation(VisitPlanDocument);
  const { version, isLate, notice } = useVersion({ version: proposal.version, latest });
  const required = [{ required: true, message: word('visits.required') }];
  const members = organization.members.filter(({ active }) => active);
  const target = Form.useWatch('target', form) ?? proposal.target ?? 'PLACE';
  const send = async ({ plannedOn, subject: { name, id: subjectId }, ...typed }: Typed) => {
    const input = {
      ...{ ...typed, name, plannedOn: plannedOn.format('YYYY-MM-DD') },
      ...(subjectId ? { subjectId } : {}),
      ...(proposal.id ? { id: proposal.id, version } : {}),
    };
    const { data } = await plan({ variables: { input } });
    const problems = data?.done.userErrors ?? [];
    if (problems.length === 0) return onPlanned(name);
    if (await isLate(problems)) return;
    form.setFields(
      problems.map(({ field, message }) => ({
        name: field === 'why' || field === 'memberId' ? field : 'subject',
        errors: [message],
      })),
    );
  };
  return (
    <Form<Typed>
      form={form}
      name="visit"
      className="visits-card"
      layout="vertical"
      requiredMark={false}
      aria-label={word('visits.plan')}
      initialValues={{
        target: proposal.target ?? 'PLACE',
        subject: { name: proposal.name ?? '', id: proposal.subject?.id ?? null },
        reason: proposal.reason ?? 'BY_HAND',
        why: proposal.why,
        memberId: proposal.member?.id ?? memberId ?? undefined,
        plannedOn: proposal.plannedOn ? dayjs(proposal.plannedOn) : dayjs().add(7, 'day'),
      }}
      // What was chosen is of one kind.
      onValuesChange={({ target: other }: Partial<Typed>) => {
        if (other) form.setFieldValue(['subject', 'id'], null);
      }}
      onFinish={(typed) => void send(typed)}
    >
      {notice}
      <div className="visits-fields">
        <Form.Item name="target" label={word('visits.target')} rules={required}>
          <Select options={choicesOf(VISIT_TARGET_LABELS, locale)} />
        </Form.Item>
        <SubjectField target={target} />
        <Form.Item name="reason" label={word('visits.reason')} rules={required}>
          <Select options={choicesOf(VISIT_REASON_LABELS, locale)} />
        </Form.Item>
        <Form.Item name="why" label={word('visits.why')} rules={required} className="visits-wide">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="memberId" label={word('visits.visitor')} rules={required}>
          <Select options={members.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="plannedOn" label={word('visits.plannedOn')} rules={required}>
          <DateField style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={loading}>
          {word('app.save')}
        </Button>
        <Button onClick={onClose}>{word('app.cancel')}</Button>
      </Flex>
    </Form>
  );
}
