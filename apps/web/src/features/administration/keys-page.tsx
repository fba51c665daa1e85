import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Checkbox, Form, Input, Popconfirm, Select, Tag } from 'antd';
import { useState } from 'react';
import { dayText, momentText } from '../../app/moments.ts';
import { Failure, Loading } from '../../app/states.tsx';
import type { ApiKeyScope } from '../../generated/schema.ts';
import type { ApiKeysQuery } from './generated/words-and-keys.ts';
import { ApiKeyCreateDocument, ApiKeyRevokeDocument, ApiKeysDocument } from './generated/words-and-keys.ts';
import { KeyUsage, RenewKey } from './key-life.tsx';
import { PageFrame } from './page-frame.tsx';
import { ShownSecret } from './shown-secret.tsx';
import { useSave } from './use-save.tsx';
import { useAdministrationWords } from './words.ts';

type Key = ApiKeysQuery['apiKeys'][number];

const SCOPES: readonly ApiKeyScope[] = [
  ...(['COMPLAINTS_READ', 'COMPLAINTS_WRITE', 'COMPLAINANTS_READ', 'REPORTS_READ'] as const),
  ...(['INCIDENTS_READ', 'RESPONDENTS_READ', 'SITES_READ', 'TRAINING_READ', 'VISITS_READ'] as const),
  ...(['REPORTS_WRITE', 'IMPORTS_WRITE', 'ORGANIZATION_READ', 'ORGANIZATION_WRITE'] as const),
];
/** Days that a key holds; 0: until it is ended. */
const VALIDITIES = [30, 90, 365, 0] as const;
const DAY_MS = 86_400_000;

/** Keys by which programs call: made, shown once, ended. */
export function KeysPage() {
  const { word } = useAdministrationWords();
  const { data, error, refetch } = useQuery(ApiKeysDocument, { fetchPolicy: 'cache-and-network' });
  const [secret, setSecret] = useState<string>();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const changed = () => void refetch();
  return (
    <PageFrame title="admin.page.keys" intro="keys.intro">
      {secret !== undefined && (
        <ShownSecret title={word('keys.secret')} secret={secret} onHide={() => setSecret(undefined)} />
      )}
      <CreateForm
        onMade={(made) => {
          setSecret(made);
          changed();
        }}
      />
      {data.apiKeys.length === 0 && <p className="quiet">{word('keys.none')}</p>}
      {data.apiKeys.length > 0 && (
        <ul className="admin-rows">
          {data.apiKeys.map((key) => (
            <li key={key.id}>
              <KeyRow
                apiKey={key}
                onChanged={changed}
                onRenewed={(made) => {
                  setSecret(made);
                  changed();
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}

interface Typed {
  readonly name: string;
  readonly scopes: ApiKeyScope[];
  readonly days: number;
}

function CreateForm({ onMade }: { onMade: (secret: string) => void }) {
  const { word } = useAdministrationWords();
  const save = useSave();
  const [form] = Form.useForm<Typed>();
  const [create, { loading }] = useMutation(ApiKeyCreateDocument);
  const send = async ({ name, scopes, days }: Typed) => {
    const expiresAt = days === 0 ? null : new Date(Date.now() + days * DAY_MS).toISOString();
    const made = await save(
      async () => {
        const answer = await create({ variables: { input: { name, scopes, expiresAt } } });
        const { secret } = answer.data?.apiKeyCreate ?? {};
        if (secret) onMade(secret);
        return answer.data?.apiKeyCreate;
      },
      { done: word('admin.saved'), form },
    );
    if (made) form.resetFields();
  };
  return (
    <Form<Typed>
      form={form}
      name="key"
      className="admin-card"
      layout="vertical"
      requiredMark={false}
      initialValues={{ scopes: [], days: 365 }}
      onFinish={(typed) => void send(typed)}
    >
      <div className="admin-pair">
        <Form.Item
          name="name"
          label={word('keys.name')}
          rules={[{ required: true, message: word('admin.required') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="days" label={word('keys.expires')}>
          <Select
            options={VALIDITIES.map((value) => ({
              value,
              label: value === 0 ? word('keys.forever') : word('keys.days', { days: value }),
            }))}
          />
        </Form.Item>
      </div>
      <Form.Item
        name="scopes"
        label={word('keys.scopes')}
        rules={[{ required: true, message: word('admin.required') }]}
      >
        <ScopeBoxes />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={loading}>
        {word('keys.create')}
      </Button>
    </Form>
  );
}

/** What a form gives its fields. */
interface FieldProps {
  readonly id: string;
  readonly value: ApiKeyScope[];
  readonly onChange: (value: ApiKeyScope[]) => void;
  readonly 'aria-required': boolean;
}

/** The form tells its fields that they are required, which a group of boxes must not say (ARIA 1.2). */
function ScopeBoxes({ 'aria-required': _required, ...props }: Partial<FieldProps>) {
  const { word } = useAdministrationWords();
  return (
    <Checkbox.Group<ApiKeyScope>
      className="admin-pair"
      {...props}
      options={SCOPES.map((scope) => ({ value: scope, label: word(`keys.scope.${scope}`) }))}
    />
  );
}

interface RowProps {
  readonly apiKey: Key;
  readonly onChanged: () => void;
  readonly onRenewed: (secret: string) => void;
}

function KeyRow({ apiKey, onChanged, onRenewed }: RowProps) {
  const { word, locale } = useAdministrationWords();
  const save = useSave();
  const [revoke] = useMutation(ApiKeyRevokeDocument);
  const { id, name, scopes, createdAt, lastUsedAt, expiresAt, revokedAt } = apiKey;
  const { formerSecretUntil: former, usage } = apiKey;
  const past = expiresAt !== null && Date.parse(expiresAt) < Date.now();
  const end = async () => {
    await save(async () => (await revoke({ variables: { input: { id } } })).data?.apiKeyRevoke, {
      done: word('keys.revoked'),
    });
    onChanged();
  };
  return (
    <div className="admin-row">
      <div {...(revokedAt || past ? { className: 'admin-off' } : {})}>
        <strong>{name}</strong> {revokedAt && <Tag>{word('keys.revoked')}</Tag>}
        {!revokedAt && past && <Tag>{word('keys.ended')}</Tag>}
        <div className="quiet">
          {[
            word('keys.made', { at: dayText(createdAt, locale) }),
            lastUsedAt
              ? word('keys.lastUsed', { at: momentText(lastUsedAt, locale) })
              : word('keys.neverUsed'),
            ...(expiresAt ? [word('keys.ends', { at: dayText(expiresAt, locale) })] : []),
            ...(former && !revokedAt && Date.parse(former) > Date.now()
              ? [word('keys.former', { at: momentText(former, locale) })]
              : []),
          ].join(' · ')}
        </div>
        <div className="quiet">{scopes.map((scope) => word(`keys.scope.${scope}`)).join(' · ')}</div>
        <KeyUsage usage={usage} />
      </div>
      {!revokedAt && !past && <RenewKey apiKey={apiKey} onRenewed={onRenewed} />}
      {!revokedAt && (
        // It cannot be taken back: the one place here that asks first.
        <Popconfirm
          title={word('keys.revokeOf', { name })}
          description={word('keys.revokeSure')}
          okText={word('keys.revoke')}
          onConfirm={() => end()}
        >
          <Button size="small" danger aria-label={word('keys.revokeOf', { name })}>
            {word('keys.revoke')}
          </Button>
        </Popconfirm>
      )}
    </div>
  );
}
