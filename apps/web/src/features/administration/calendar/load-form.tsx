import { useApolloClient, useMutation } from '@apollo/client/react';
import { Alert, Button, Form, Input, InputNumber } from 'antd';
import { CalendarEffectsDocument, CalendarLoadDocument, CalendarYearDocument } from '../generated/rules.ts';
import { useSave } from '../use-save.tsx';
import { useAdministrationWords } from '../words.ts';
import { readNotice } from './read-notice.ts';
import { Runs } from './runs.tsx';

interface Typed {
  readonly year: number;
  readonly notice: string;
}

/** A year is loaded from the words of its notice; what was read of them is shown before it counts. */
export function LoadForm({ firstYear }: { firstYear: number }) {
  const { word } = useAdministrationWords();
  const client = useApolloClient();
  const save = useSave();
  const [form] = Form.useForm<Typed>();
  const [load, { loading }] = useMutation(CalendarLoadDocument);
  const year = Form.useWatch('year', form) ?? firstYear;
  const notice = Form.useWatch('notice', form) ?? '';
  const read = readNotice(notice, year);
  const { holidays, makeUpDays, otherYears } = read;
  const send = async () => {
    const input = { year, holidays: [...holidays], makeUpDays: [...makeUpDays] };
    const loaded = await save(async () => (await load({ variables: { input } })).data?.calendarLoad, {
      ...{ done: word('calendar.done', { year }), form },
    });
    if (!loaded) return;
    form.resetFields(['notice']);
    await client.refetchQueries({ include: [CalendarYearDocument, CalendarEffectsDocument] });
  };
  return (
    <Form<Typed>
      form={form}
      name="calendar"
      className="admin-card"
      layout="vertical"
      requiredMark={false}
      initialValues={{ year: firstYear, notice: '' }}
      onFinish={() => void send()}
    >
      <h3>{word('calendar.load')}</h3>
      <Form.Item name="year" label={word('calendar.loadYear')} style={{ marginTop: 12 }}>
        <InputNumber min={1990} max={2199} precision={0} />
      </Form.Item>
      <Form.Item name="notice" label={word('calendar.notice')} extra={word('calendar.noticeHint')}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} />
      </Form.Item>
      {notice.trim() !== '' && (
        <div aria-live="polite" style={{ marginBottom: 16 }}>
          {holidays.length === 0 ? (
            <Alert type="warning" showIcon title={word('calendar.notRead', { year })} />
          ) : (
            <>
              <p>{word('calendar.read', { off: holidays.length, work: makeUpDays.length })}</p>
              <Runs {...read} />
            </>
          )}
          {otherYears > 0 && <p className="quiet">{word('calendar.otherYear', { count: otherYears })}</p>}
        </div>
      )}
      <Button type="primary" htmlType="submit" loading={loading} disabled={holidays.length === 0}>
        {word('calendar.submit')}
      </Button>
    </Form>
  );
}
