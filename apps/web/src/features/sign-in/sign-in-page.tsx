import { useApolloClient } from '@apollo/client/react';
import { Alert, Button, Card, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { auth } from '../../app/auth.ts';
import { LanguageButton } from '../../app/language-button.tsx';
import { forgetOrganization } from '../../app/organization.ts';
import { CodeForm } from './code-form.tsx';
import { useSignInWords } from './words.ts';

type Problem = 'signIn.locked' | 'signIn.wrong' | 'signIn.noOffice' | 'app.offline';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Members sign in with e-mail and password. */
export function SignInPage() {
  const { word } = useSignInWords();
  const client = useApolloClient();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  /** Whether the password was right and a second factor is asked for. */
  const [asked, setAsked] = useState(false);

  const isNobody = async () => {
    const answers = await client.resetStore();
    const viewer = answers?.[0]?.data as { viewer?: { kind?: string } } | undefined;
    return viewer?.viewer?.kind === 'PUBLIC';
  };
  const enter = async () => {
    if (!(await isNobody())) return;
    // Whoever signed in here before may have chosen an organisation that is not theirs.
    forgetOrganization();
    if (await isNobody()) setProblem('signIn.noOffice');
  };
  const signIn = async ({ email, password }: Credentials) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { data, error } = await auth.signIn.email({ email: email.trim(), password });
      if (error) return setProblem(error.status === 429 ? 'signIn.locked' : 'signIn.wrong');
      if (data && 'twoFactorRedirect' in data) return setAsked(true);
      await enter();
    } catch {
      setProblem('app.offline');
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="sign-in">
      <Card className="sign-in-card">
        <Typography.Title level={1}>{word('app.name')}</Typography.Title>
        <Typography.Paragraph type="secondary">{word('app.tagline')}</Typography.Paragraph>
        {asked ? (
          <CodeForm onDone={enter} />
        ) : (
          <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(given) => void signIn(given)}>
            <Form.Item
              name="email"
              label={word('signIn.email')}
              rules={[{ required: true, message: word('field.required', { label: word('signIn.email') }) }]}
            >
              <Input type="email" autoComplete="username" autoFocus />
            </Form.Item>
            <Form.Item
              name="password"
              label={word('signIn.password')}
              rules={[
                { required: true, message: word('field.required', { label: word('signIn.password') }) },
              ]}
            >
              <Input.Password autoComplete="current-password" />
            </Form.Item>
            {problem && <Alert className="said" type="error" showIcon title={word(problem)} />}
            <Button type="primary" htmlType="submit" block loading={busy} style={{ marginTop: 16 }}>
              {word('signIn.submit')}
            </Button>
          </Form>
        )}
        <p>
          <a href="/forgot-password">{word('signIn.forgot')}</a>
        </p>
        <LanguageButton />
      </Card>
    </main>
  );
}
