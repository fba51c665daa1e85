import { useMutation } from '@apollo/client/react';
import { EVENT_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Form, Input, Select } from 'antd';
import type { ComplaintEventType } from '../../../generated/schema.ts';
import { useSave } from '../use-save.tsx';
import { WebhookCreateDocument, type WebhooksQuery } from './generated/webhooks.ts';
import { useWebhookWords } from './words.ts';

interface Typed {
  readonly name: string;
  readonly url: string;
  readonly apiKeyId: string;
  readonly events: ComplaintEventType[];
  readonly selection?: string;
}

/** Adds a webhook; its secret goes to whoever shows it. */
export function WebhookForm({
  keys,
  onMade,
}: {
  keys: WebhooksQuery['apiKeys'];
  onMade: (secret: string | null) => void;
}) {
  const { word, locale } = useWebhookWords();
  const save = useSave();
  const [form] = Form.useForm<Typed>();
  const [create, { loading }] = useMutation(WebhookCreateDocument);
  const submit = async ({ selection, ...typed }: Typed) => {
    const input = { ...typed, ...(selection?.trim() ? { selection } : {}) };
    const made = await save(
      async () => {
        const answer = (await create({ variables: { input } })).data?.webhookCreate;
        if (answer?.userErrors.length === 0) onMade(answer.secret);
        return answer;
      },
      { done: word('admin.saved'), form },
    );
    if (made) form.resetFields();
  };
  const needed = [{ required: true, message: word('admin.required') }];
  const events = Object.entries(EVENT_LABELS).map(([value, label]) => ({
    value,
    label: inLocale(label, locale),
  }));
  return (
    <Form<Typed>
      form={form}
      name="webhook"
      className="admin-card"
      layout="vertical"
      requiredMark={false}
      initialValues={{ events: [] }}
      onFinish={(typed) => void submit(typed)}
    >
      <div className="admin-pair">
        <Form.Item name="name" label={word('webhooks.name')} rules={needed}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="url" label={word('webhooks.url')} extra={word('webhooks.url.help')} rules={needed}>
          <Input inputMode="url" placeholder="https://" />
        </Form.Item>
        <Form.Item name="apiKeyId" label={word('webhooks.key')} rules={needed}>
          <Select options={keys.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="events" label={word('webhooks.events')}>
          <Select
            mode="multiple"
            allowClear
            optionFilterProp="label"
            placeholder={word('webhooks.events.all')}
            options={events}
          />
        </Form.Item>
      </div>
      <Form.Item name="selection" label={word('webhooks.selection')} extra={word('webhooks.selection.help')}>
        <Input.TextArea className="code" autoSize={{ minRows: 1, maxRows: 8 }} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={loading}>
        {word('webhooks.create')}
      </Button>
    </Form>
  );
}
