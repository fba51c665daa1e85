import { Alert, App, Button, Card, Form, Input, QRCode, Space } from 'antd';
import { useEffect, useState } from 'react';
import { auth } from '../../app/auth.ts';
import { useAccountWords } from './words.ts';

/** A second factor: a code of an authenticator beside the password. */
export function TwoFactor() {
  const { word } = useAccountWords();
  const { message } = App.useApp();
  const [on, setOn] = useState<boolean>();
  /** Of the authenticator, while it is being set up. */
  const [uri, setUri] = useState<string>();
  /** For recovery: shown once, after they were made. */
  const [codes, setCodes] = useState<readonly string[]>();
  useEffect(() => {
    auth.getSession().then(
      ({ data }) => setOn(data?.user.twoFactorEnabled === true),
      () => setOn(undefined),
    );
  }, []);
  const begin = async (password: string): Promise<string | undefined> => {
    const { data, error } = await auth.twoFactor.enable({ password });
    if (error || !data || !('totpURI' in data)) return word('account.wrongPassword');
    setUri(data.totpURI);
    setCodes(data.backupCodes);
    return undefined;
  };
  const confirm = async (code: string): Promise<string | undefined> => {
    const { error } = await auth.twoFactor.verifyTotp({ code: code.trim() });
    if (error) return word('factor.wrongCode');
    setOn(true);
    setUri(undefined);
    void message.success(word('factor.started'));
    return undefined;
  };
  const end = async (password: string): Promise<string | undefined> => {
    const { error } = await auth.twoFactor.disable({ password });
    if (error) return word('account.wrongPassword');
    setOn(false);
    setCodes(undefined);
    void message.success(word('factor.ended'));
    return undefined;
  };
  const renewCodes = async (password: string): Promise<string | undefined> => {
    const { data, error } = await auth.twoFactor.generateBackupCodes({ password });
    if (error || !data) return word('account.wrongPassword');
    setCodes(data.backupCodes);
    return undefined;
  };
  return (
    <Card title={<h2 className="card-title">{word('factor.title')}</h2>} loading={on === undefined}>
      <div className="stack">
        <p className="quiet account-said">{word(on ? 'factor.on' : 'factor.off')}</p>
        {on && codes && <Codes codes={codes} />}
        {uri && !on && (
          <>
            <Scan uri={uri} />
            <OneField
              name="code"
              label={word('factor.code')}
              submit={word('factor.confirm')}
              onSubmit={confirm}
            />
          </>
        )}
        {!uri && !on && (
          <OneField
            name="password"
            label={word('factor.password')}
            submit={word('factor.begin')}
            onSubmit={begin}
          />
        )}
        {on && !codes && (
          <OneField
            name="password"
            label={word('factor.password')}
            submit={word('factor.renewCodes')}
            onSubmit={renewCodes}
            other={{ submit: word('factor.end'), onSubmit: end }}
          />
        )}
      </div>
    </Card>
  );
}

function Scan({ uri }: { uri: string }) {
  const { word } = useAccountWords();
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <>
      <p className="account-said">{word('factor.scan')}</p>
      <QRCode value={uri} size={180} color="#000" bgColor="#fff" />
      <code className="said">{secret}</code>
    </>
  );
}

function Codes({ codes }: { codes: readonly string[] }) {
  const { word } = useAccountWords();
  return (
    <Alert
      role="alert"
      type="info"
      title={word('factor.codes')}
      description={<code className="said">{codes.join('\n')}</code>}
    />
  );
}

/** Says what is wrong, if something is. */
type Submit = (value: string) => Promise<string | undefined>;

/** A password or a code, with what is wrong beside it. */
function OneField({
  name,
  label,
  submit,
  onSubmit,
  other,
}: {
  name: 'password' | 'code';
  label: string;
  submit: string;
  onSubmit: Submit;
  /** What else it may be typed for. */
  other?: { submit: string; onSubmit: Submit };
}) {
  const { word } = useAccountWords();
  const [form] = Form.useForm<Record<'password' | 'code', string>>();
  const [busy, setBusy] = useState(false);
  const send = async (value: string, to: Submit) => {
    setBusy(true);
    const problem = await to(value).catch(() => word('app.offline'));
    setBusy(false);
    if (problem) form.setFields([{ name, errors: [problem] }]);
  };
  return (
    <Form
      form={form}
      name={`factor-${name}`}
      layout="vertical"
      requiredMark={false}
      style={{ maxWidth: 360 }}
      onFinish={(typed) => void send(typed[name], onSubmit)}
    >
      <Form.Item name={name} label={label} rules={[{ required: true, message: word('account.required') }]}>
        {name === 'password' ? (
          <Input.Password autoComplete="current-password" />
        ) : (
          <Input autoFocus inputMode="numeric" autoComplete="one-time-code" />
        )}
      </Form.Item>
      <Space wrap>
        <Button type="primary" htmlType="submit" loading={busy}>
          {submit}
        </Button>
        {other && (
          <Button
            disabled={busy}
            onClick={() => {
              form.validateFields().then(
                (typed) => void send(typed[name], other.onSubmit),
                () => undefined,
              );
            }}
          >
            {other.submit}
          </Button>
        )}
      </Space>
    </Form>
  );
}
