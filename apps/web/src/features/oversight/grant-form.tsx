import { useMutation } from '@apollo/client/react';
import { OVERSIGHT_LEVEL_LABELS, OVERSIGHT_LEVELS, type OversightLevel } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { App, Button, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { DateField, DateRangeField } from '../../ui/date-field.tsx';
import { OversightGrantGiveDocument } from './generated/looks.ts';
import { useOversightWords } from './words.ts';

interface Typed {
  readonly email: string;
  readonly level: OversightLevel;
  readonly until?: Dayjs | null;
  readonly cases?: readonly [Dayjs, Dayjs] | null;
}

/** Fields of the form by the names that the server gives them. */
const FIELD_OF: Readonly<Record<string, keyof Typed>> = {
  ...{ email: 'email', level: 'level', until: 'until', casesFrom: 'cases', casesUntil: 'cases' },
};

/** Lets an overseer see the organisation, of its own will. */
export function GrantForm({ onGiven }: { onGiven: () => void }) {
  const { word, locale } = useOversightWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const level = Form.useWatch('level', form);
  const [give, { loading }] = useMutation(OversightGrantGiveDocument);
  const required = { required: true, message: word('grant.required') };
  const send = async ({ email, level: shown, until, cases }: Typed) => {
    const dayOf = (day: Dayjs | null | undefined) => day?.format('YYYY-MM-DD') ?? null;
    const days = { until: dayOf(until), casesFrom: dayOf(cases?.[0]), casesUntil: dayOf(cases?.[1]) };
    try {
      const { data } = await give({ variables: { input: { email, level: shown, ...days } } });
      const problems = data?.oversightGrantGive.userErrors ?? [];
      for (const { field, message: said } of problems) {
        const name = FIELD_OF[field ?? ''];
        if (name) form.setFields([{ name, errors: [said] }]);
        else void message.error(said);
      }
      if (problems.length > 0) return;
      void message.success(word('grant.given'));
      form.resetFields();
      onGiven();
    } catch (error) {
      void message.error((error as Error).message);
    }
  };
  return (
    <Form<Typed>
      form={form}
      name="grant"
      layout="vertical"
      requiredMark={false}
      initialValues={{ level: 'AGGREGATE' }}
      onFinish={(typed) => void send(typed)}
    >
      <p className="quiet">{word('grant.intro')}</p>
      <div className="oversight-form">
        <Form.Item name="email" label={word('grant.email')} rules={[required]}>
          <Input type="email" maxLength={254} autoComplete="off" />
        </Form.Item>
        <Form.Item name="level" label={word('grant.level')}>
          <Select
            options={OVERSIGHT_LEVELS.map((value) => ({
              value,
              label: inLocale(OVERSIGHT_LEVEL_LABELS[value], locale),
            }))}
          />
        </Form.Item>
        <Form.Item name="until" label={word('grant.until')}>
          <DateField minDate={dayjs()} style={{ width: '100%' }} />
        </Form.Item>
        {level !== 'AGGREGATE' && (
          <Form.Item name="cases" label={word('grant.cases')}>
            <DateRangeField style={{ width: '100%' }} />
          </Form.Item>
        )}
      </div>
      <Button type="primary" htmlType="submit" loading={loading}>
        {word('grant.give')}
      </Button>
    </Form>
  );
}
