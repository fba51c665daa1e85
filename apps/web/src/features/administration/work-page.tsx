import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Form, InputNumber, Switch, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { Failure, Loading } from '../../app/states.tsx';
import type { OfficeSettingsFragment } from './generated/rules.ts';
import { OfficeSettingsDocument, OrganizationSetDocument } from './generated/rules.ts';
import { PageFrame } from './page-frame.tsx';
import { useSave } from './use-save.tsx';
import { useAdministrationWords } from './words.ts';

type Settings = Omit<OfficeSettingsFragment, '__typename'>;

const TIME = 'HH:mm';
/** The form holds times of day as the office keeps them, `HH:mm`; the picker takes moments. */
const AS_TEXT = {
  getValueProps: (text?: string) => ({ value: text ? dayjs(`2000-01-01T${text}`) : null }),
  normalize: (moment: Dayjs | null) => moment?.format(TIME),
};

/** What the office works by: hours, windows, approval. */
export function WorkPage() {
  const { data, error, refetch } = useQuery(OfficeSettingsDocument);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { __typename: _, ...settings } = data.organization.settings;
  return (
    <PageFrame title="admin.page.work" intro="work.intro">
      <WorkForm settings={settings} />
    </PageFrame>
  );
}

function WorkForm({ settings }: { settings: Settings }) {
  const { word } = useAdministrationWords();
  const save = useSave();
  const [form] = Form.useForm<Settings>();
  const [set, { loading }] = useMutation(OrganizationSetDocument);
  const put = async (input: Settings) => {
    const answer = (await set({ variables: { input } })).data?.organizationSet;
    // Taken back, the form shows what holds again.
    if (answer?.userErrors.length === 0) form.setFieldsValue(input);
    return answer;
  };
  return (
    <Form<Settings>
      form={form}
      name="work"
      className="admin-card"
      layout="vertical"
      requiredMark={false}
      initialValues={settings}
      onFinish={(typed) =>
        void save(() => put(typed), { done: word('admin.saved'), form, undo: () => put(settings) })
      }
    >
      <div className="admin-pair admin-form">
        <Form.Item name="openOfBusiness" label={word('work.opens')} {...AS_TEXT}>
          <TimePicker format={TIME} minuteStep={5} needConfirm={false} />
        </Form.Item>
        <Form.Item
          name="closeOfBusiness"
          label={word('work.closes')}
          extra={word('work.closesHint')}
          {...AS_TEXT}
        >
          <TimePicker format={TIME} minuteStep={5} needConfirm={false} />
        </Form.Item>
        <Form.Item name="reopenWithinDays" label={word('work.reopen')}>
          <InputNumber min={0} max={3650} precision={0} suffix={word('work.days')} />
        </Form.Item>
        <Form.Item name="untouchedDays" label={word('work.untouched')}>
          <InputNumber min={1} max={365} precision={0} suffix={word('work.days')} />
        </Form.Item>
      </div>
      <Form.Item
        name="weekendMovesLastDay"
        valuePropName="checked"
        label={word('work.weekend')}
        extra={word('work.weekendHint')}
      >
        <Switch />
      </Form.Item>
      <Form.Item
        name="answerNeedsApproval"
        valuePropName="checked"
        label={word('work.approval')}
        extra={word('work.approvalHint')}
      >
        <Switch />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={loading}>
        {word('app.save')}
      </Button>
    </Form>
  );
}
