import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { auth } from '../../app/auth.ts';
import { LetterFrame } from './letter-frame.tsx';
import { useLetterWords } from './words.ts';

/** Asks for a link by which a password is reset; the answer does not tell who has an account. */
export function ForgotPage() {
  const { word } = useLetterWords();
  const [said, setSaid] = useState<'forgot.sent' | 'app.offline'>();
  const [busy, setBusy] = useState(false);
  const label = word('letter.email');
  const ask = async ({ email }: { readonly email: string }) => {
    setBusy(true);
    try {
      await auth.requestPasswordReset({ email: email.trim() });
      setSaid('forgot.sent');
    } catch {
      setSaid('app.offline');
    } finally {
      setBusy(false);
    }
  };
  return (
    <LetterFrame title={word('forgot.title')}>
      <Form<{ email: string }> layout="vertical" requiredMark={false} onFinish={(typed) => void ask(typed)}>
        <Form.Item
          name="email"
          label={label}
          rules={[{ required: true, message: word('field.required', { label }) }]}
        >
          <Input type="email" autoFocus autoComplete="username" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {word('forgot.submit')}
        </Button>
      </Form>
      {said && (
        <Alert
          role="status"
          type={said === 'forgot.sent' ? 'info' : 'error'}
          showIcon
          title={word(said)}
          style={{ margin: '16px 0' }}
        />
      )}
    </LetterFrame>
  );
}
