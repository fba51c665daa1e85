import { useMutation } from '@apollo/client/react';
import { CHANNEL_LABELS, DISCLOSURE_LABELS, KIND_LABELS } from '@huiyin/domain';
import { App, Button, Card, Form, Input, Select, TreeSelect, Typography } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useViewer } from '../../app/viewer.tsx';
import { DetailFields, detailsInput } from '../../forms/detail-fields.tsx';
import { choicesOf, treeOf } from '../../forms/options.ts';
import { graphql } from '../../generated/gql.ts';
import type { ComplaintRegisterInput } from '../../generated/graphql.ts';
import { useWords } from '../../i18n/i18n.ts';

const REGISTER = graphql(`
  mutation Register($input: ComplaintRegisterInput!) {
    complaintRegister(input: $input) {
      complaint { id number }
      userErrors { field message }
    }
  }
`);

interface Typed extends Omit<ComplaintRegisterInput, 'details' | 'respondent'> {
  readonly details?: Readonly<Record<string, unknown>>;
  readonly respondent?: { readonly name?: string; readonly type?: string };
}

/** Where a refusal belongs in the form: `details.tourism.agency` stands at `details.agency`. */
function formPath(field: string): (string | number)[] {
  return field.split('.');
}

/** Registers a complaint; what is asked for comes from the sector. */
export function RegisterPage() {
  const { word, locale } = useWords();
  const { sector } = useViewer();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Typed>();
  const [register, { loading }] = useMutation(REGISTER);
  // One key a form: a second press, or a lost answer, registers nothing twice.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const disclosure = Form.useWatch('disclosure', form);
  const required = (label: string) => [{ required: true, message: word('field.required', { label }) }];

  const submit = async ({ details, respondent, complainant, ...matter }: Typed) => {
    const input: ComplaintRegisterInput = {
      ...matter,
      ...(disclosure === 'ANONYMOUS' || !complainant ? {} : { complainant }),
      ...(respondent?.name || respondent?.type ? { respondent } : {}),
      details: detailsInput(sector, details) as NonNullable<ComplaintRegisterInput['details']>,
      idempotencyKey,
    };
    try {
      const { data } = await register({ variables: { input } });
      const { complaint, userErrors = [] } = data?.complaintRegister ?? {};
      if (complaint) {
        void message.success(word('register.done', { number: complaint.number }));
        navigate(`/complaints/${complaint.id}`);
        return;
      }
      form.setFields(
        userErrors.map(({ field, message: text }) => ({
          name: formPath(field ?? 'content') as never,
          errors: [text],
        })),
      );
    } catch (error) {
      void message.error((error as Error).message);
    }
  };

  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      initialValues={{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED' }}
      onFinish={(typed) => void submit(typed)}
      scrollToFirstError
      className="stack"
    >
      <Typography.Title level={2}>{word('register.title')}</Typography.Title>
      <div className="columns">
        <div className="stack">
          <Card title={word('register.matter')}>
            <Form.Item name="content" label={word('field.content')} rules={required(word('field.content'))}>
              <Input.TextArea autoFocus autoSize={{ minRows: 4 }} maxLength={20_000} />
            </Form.Item>
            <Form.Item name="title" label={word('field.title')}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name="category" label={word('field.category')}>
              <TreeSelect
                allowClear
                showSearch
                treeDefaultExpandAll
                treeNodeFilterProp="title"
                treeData={treeOf(sector.categories, locale)}
              />
            </Form.Item>
            {sector.classification && (
              <Form.Item name="classification" label={word('field.classification')}>
                <TreeSelect
                  allowClear
                  treeDefaultExpandAll
                  treeData={treeOf(sector.classification.options, locale)}
                />
              </Form.Item>
            )}
          </Card>
          <Card title={word('complaint.details')}>
            <DetailFields sector={sector} />
          </Card>
        </div>
        <div className="stack">
          <Card title={word('complaint.facts')}>
            <Form.Item name="kind" label={word('field.kind')} rules={required(word('field.kind'))}>
              <Select
                options={choicesOf(KIND_LABELS, locale).filter(({ value }) =>
                  (sector.kinds as readonly string[]).includes(value),
                )}
              />
            </Form.Item>
            <Form.Item name="channel" label={word('field.channel')} rules={required(word('field.channel'))}>
              <Select options={choicesOf(CHANNEL_LABELS, locale)} />
            </Form.Item>
            <Form.Item name="disclosure" label={word('field.disclosure')}>
              <Select options={choicesOf(DISCLOSURE_LABELS, locale)} />
            </Form.Item>
          </Card>
          {disclosure !== 'ANONYMOUS' && (
            <Card title={word('register.person')}>
              <Form.Item name={['complainant', 'name']} label={word('field.name')}>
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={['complainant', 'phone']} label={word('field.phone')}>
                <Input type="tel" maxLength={40} />
              </Form.Item>
            </Card>
          )}
          <Card title={word('register.about')}>
            <Form.Item name={['respondent', 'name']} label={word('field.respondentName')}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name={['respondent', 'type']} label={word('field.respondentType')}>
              <Select
                allowClear
                options={sector.respondentTypes.map(({ code, label }) => ({
                  value: code,
                  label: locale === 'en' ? label.en : label.zh,
                }))}
              />
            </Form.Item>
          </Card>
          <Button type="primary" size="large" htmlType="submit" loading={loading}>
            {word('register.submit')}
          </Button>
        </div>
      </div>
    </Form>
  );
}
