import { App, Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { auth } from '../../app/auth.ts';
import { useAccountWords } from './words.ts';

interface Typed {
  readonly now: string;
  readonly next: string;
}

/** A new password; whoever is signed in elsewhere with the old one is signed out. */
export function PasswordForm() {
  const { word } = useAccountWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const [busy, setBusy] = useState(false);
  const change = async ({ now, next }: Typed) => {
    setBusy(true);
    try {
      const { error } = await auth.changePassword({
        ...{ currentPassword: now, newPassword: next, revokeOtherSessions: true },
      });
      if (error) {
        form.setFields([{ name: 'now', errors: [word('account.wrongPassword')] }]);
        return;
      }
      form.resetFields();
      void message.success(word('password.done'));
    } catch {
      void message.error(word('app.offline'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={<h2 className="card-title">{word('password.title')}</h2>}>
      <Form<Typed>
        form={form}
        name="password"
        layout="vertical"
        requiredMark={false}
        style={{ maxWidth: 360 }}
        onFinish={(typed) => void change(typed)}
      >
        <Form.Item
          name="now"
          label={word('password.now')}
          rules={[{ required: true, message: word('account.required') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label={word('password.next')}
          extra={word('password.hint')}
          rules={[{ required: true, min: 10, max: 128, message: word('password.hint') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {word('password.title')}
        </Button>
      </Form>
    </Card>
  );
}
