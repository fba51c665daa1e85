import { useMutation } from '@apollo/client/react';
import { PERSON_REQUEST_DAYS, PERSON_REQUEST_LABELS } from '@huiyin/domain';
import { App, Button, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { choicesOf } from '../../forms/options.ts';
import type { PersonRequestOpenInput } from '../../generated/schema.ts';
import { DateField } from '../../ui/date-field.tsx';
import { PersonRequestOpenDocument } from './generated/person-requests.ts';
import { usePersonRequestWords } from './words.ts';

type Typed = Pick<PersonRequestOpenInput, 'kind' | 'phone' | 'name' | 'reason'> & { readonly dueOn: Dayjs };

/** Takes in what somebody asks, and finds them by the number they complained with. */
export function RequestForm({ onOpened }: { onOpened: () => void }) {
  const { word, locale } = usePersonRequestWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const [open, { loading }] = useMutation(PersonRequestOpenDocument);
  const required = [{ required: true, message: word('person.required') }];
  const send = async ({ dueOn, ...typed }: Typed) => {
    const { data } = await open({ variables: { input: { ...typed, dueOn: dueOn.format('YYYY-MM-DD') } } });
    const problems = data?.done.userErrors ?? [];
    form.setFields(
      problems.map(({ field, message: text }) => ({
        name: field === 'reason' || field === 'dueOn' ? field : 'phone',
        errors: [text],
      })),
    );
    if (!data?.done.personRequest) return;
    void message.success(word('person.found', { count: data.done.personRequest.complaints.length }));
    form.resetFields();
    onOpened();
  };
  return (
    <Form<Typed>
      form={form}
      name="person-request"
      className="person-card"
      layout="vertical"
      requiredMark={false}
      aria-label={word('person.form')}
      initialValues={{ kind: 'ACCESS', dueOn: dayjs().add(PERSON_REQUEST_DAYS, 'day') }}
      onFinish={(typed) => void send(typed)}
    >
      <div className="person-fields">
        <Form.Item name="kind" label={word('person.kind')} rules={required}>
          <Select options={choicesOf(PERSON_REQUEST_LABELS, locale)} />
        </Form.Item>
        <Form.Item name="phone" label={word('person.phone')} rules={required}>
          <Input inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={word('person.name')}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="dueOn" label={word('person.dueOn')} extra={word('person.limit')} rules={required}>
          <DateField />
        </Form.Item>
      </div>
      <Form.Item
        name="reason"
        label={word('person.reason')}
        extra={word('person.reasonHint')}
        rules={required}
      >
        <Input maxLength={500} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={loading}>
        {word('person.find')}
      </Button>
    </Form>
  );
}
