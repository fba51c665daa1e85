import {
  HOLIDAY_LABELS,
  HOLIDAYS,
  PERIOD_KINDS,
  type PeriodChoice,
  type PeriodKind,
  periodOf,
} from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Form, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useNavigate } from 'react-router';
import { DateRangeField } from '../../ui/date-field.tsx';
import { addressOf, PER_YEAR } from './period-choice.ts';
import { useReportWords } from './words.ts';

interface Typed {
  readonly kind: PeriodKind;
  readonly year?: number | null;
  readonly number?: number | null;
  readonly holiday?: (typeof HOLIDAYS)[number];
  readonly span?: readonly [Dayjs, Dayjs] | null;
}

/** Any period; what it comes to is said before its figures are opened. */
export function PeriodForm() {
  const { word, locale } = useReportWords();
  const navigate = useNavigate();
  const [form] = Form.useForm<Typed>();
  const typed = Form.useWatch([], form) as Typed | undefined;
  const choice = typed && choiceOf(typed);
  const period = choice && periodOf(choice);
  const now = new Date();
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      className="period-form"
      initialValues={{
        kind: 'QUARTER',
        year: now.getFullYear(),
        number: Math.ceil((now.getMonth() + 1) / 3),
        holiday: 'NATIONAL_DAY',
      }}
      onFinish={() => choice && period && navigate(`/report/preview?${addressOf(choice)}`)}
    >
      <Form.Item name="kind" label={word('reports.kind')}>
        <Select
          style={{ width: 140 }}
          options={PERIOD_KINDS.map((value) => ({ value, label: word(`reports.kind.${value}`) }))}
        />
      </Form.Item>
      <PeriodFields kind={typed?.kind} />
      <Button type="primary" htmlType="submit" disabled={!period}>
        {word('reports.look')}
      </Button>
      <p className="quiet period-said" aria-live="polite">
        {period
          ? `${inLocale(period.label, locale)} · ${period.from} – ${period.to}`
          : word('reports.noPeriod')}
      </p>
    </Form>
  );
}

/** The period that was typed; `undefined` while something is missing. */
function choiceOf({ kind, year, number, holiday, span }: Typed): PeriodChoice | undefined {
  switch (kind) {
    case 'SPAN': {
      const [from, to] = span ?? [];
      return from && to ? { kind, from: from.format('YYYY-MM-DD'), to: to.format('YYYY-MM-DD') } : undefined;
    }
    case 'YEAR':
      return year ? { kind, year } : undefined;
    case 'HOLIDAY':
      return year && holiday ? { kind, year, holiday } : undefined;
    default:
      return year && number ? { kind, year, number } : undefined;
  }
}

/** What the kind of period needs, and nothing else. */
function PeriodFields({ kind }: { kind: PeriodKind | undefined }) {
  const { word, locale } = useReportWords();
  if (kind === 'SPAN') {
    return (
      <Form.Item name="span" label={word('reports.span')}>
        <DateRangeField />
      </Form.Item>
    );
  }
  const most = kind && PER_YEAR[kind];
  return (
    <>
      <Form.Item name="year" label={word('reports.year')}>
        <InputNumber min={1990} max={2200} precision={0} />
      </Form.Item>
      {most !== undefined && (
        <Form.Item name="number" label={word('reports.number')}>
          <InputNumber min={1} max={most} precision={0} />
        </Form.Item>
      )}
      {kind === 'HOLIDAY' && (
        <Form.Item name="holiday" label={word('reports.holiday')}>
          <Select
            style={{ width: 160 }}
            options={HOLIDAYS.map((value) => ({ value, label: inLocale(HOLIDAY_LABELS[value], locale) }))}
          />
        </Form.Item>
      )}
    </>
  );
}
