import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { auth } from '../../app/auth.ts';
import { useSignInWords } from './words.ts';

/** The second step, where somebody asks for it: a code of their authenticator, or one for recovery. */
export function CodeForm({ onDone }: { onDone: () => Promise<void> }) {
  const { word } = useSignInWords();
  const [form] = Form.useForm<{ code: string }>();
  const [recovery, setRecovery] = useState(false);
  const [busy, setBusy] = useState(false);
  const verify = async (typed: string) => {
    const code = typed.trim();
    setBusy(true);
    try {
      const { error } = await (recovery
        ? auth.twoFactor.verifyBackupCode({ code })
        : auth.twoFactor.verifyTotp({ code }));
      if (error) form.setFields([{ name: 'code', errors: [word('signIn.wrongCode')] }]);
      else await onDone();
    } catch {
      form.setFields([{ name: 'code', errors: [word('app.offline')] }]);
    } finally {
      setBusy(false);
    }
  };
  const label = word(recovery ? 'signIn.recoveryCode' : 'signIn.code');
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }: { code: string }) => void verify(code)}
    >
      <Form.Item
        name="code"
        label={label}
        rules={[{ required: true, message: word('field.required', { label }) }]}
      >
        <Input autoFocus autoComplete="one-time-code" inputMode={recovery ? 'text' : 'numeric'} />
      </Form.Item>
      <Checkbox checked={recovery} onChange={({ target }) => setRecovery(target.checked)}>
        {word('signIn.useRecovery')}
      </Checkbox>
      <Button type="primary" htmlType="submit" block loading={busy} style={{ marginTop: 16 }}>
        {word('signIn.submit')}
      </Button>
    </Form>
  );
}
