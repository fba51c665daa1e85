import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { auth } from '../../app/auth.ts';
import { LetterFrame } from './letter-frame.tsx';
import { useLetterWords } from './words.ts';

/** Where the letter of a forgotten password leads: a new one, and every session ends. */
export function ResetPage() {
  const { word } = useLetterWords();
  const token = window.location.hash.slice(1);
  const [said, setSaid] = useState<'reset.done' | 'reset.ended' | 'app.offline'>();
  const [busy, setBusy] = useState(false);
  const label = word('letter.password');
  const reset = async ({ password }: { readonly password: string }) => {
    setBusy(true);
    try {
      const { error } = await auth.resetPassword({ newPassword: password, token });
      setSaid(error ? 'reset.ended' : 'reset.done');
    } catch {
      setSaid('app.offline');
    } finally {
      setBusy(false);
    }
  };
  return (
    <LetterFrame title={word('reset.title')}>
      {said !== 'reset.done' && (
        <Form<{ password: string }>
          layout="vertical"
          requiredMark={false}
          onFinish={(typed) => void reset(typed)}
        >
          <Form.Item
            name="password"
            label={label}
            extra={word('letter.passwordHint')}
            rules={[{ required: true, min: 10, max: 128, message: word('letter.passwordHint') }]}
          >
            <Input.Password autoFocus autoComplete="new-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={busy}>
            {word('reset.submit')}
          </Button>
        </Form>
      )}
      {said && (
        <Alert
          role="alert"
          type={said === 'reset.done' ? 'success' : 'error'}
          showIcon
          title={word(said)}
          style={{ margin: '16px 0' }}
        />
      )}
    </LetterFrame>
  );
}
