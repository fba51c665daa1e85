import {
  CHANNEL_LABELS,
  DISCLOSURE_LABELS,
  type FieldDeclaration,
  KIND_LABELS,
  type Sector,
  STATUS_LABELS,
} from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Drawer, Form, Radio, Select, Space, TreeSelect } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useSector } from '../../app/sector.ts';
import { useViewer } from '../../app/viewer.tsx';
import { sectorKey } from '../../forms/detail-fields.tsx';
import { categoryTree, choicesOf, treeOf } from '../../forms/options.ts';
import type { ComplaintFilterInput } from '../../generated/schema.ts';
import { DateRangeField } from '../../ui/date-field.tsx';
import type { InboxAddress } from './address.ts';
import { useInboxWords } from './words.ts';

interface Typed extends Omit<ComplaintFilterInput, 'details'> {
  readonly received?: readonly [Dayjs, Dayjs] | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What can be narrowed by: what every complaint has, and what the sector declares. */
export function FilterDrawer({ address, onClose }: { address: InboxAddress; onClose: () => void }) {
  const { word, locale } = useInboxWords();
  const { organization } = useViewer();
  const sector = useSector();
  const [form] = Form.useForm<Typed>();
  const people = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  const apply = (typed: Typed) => {
    address.change({ filter: filterText(typed, sector), view: 'all' });
    onClose();
  };
  const many = { mode: 'multiple', allowClear: true, showSearch: { optionFilterProp: 'label' } } as const;
  return (
    <Drawer
      open
      onClose={onClose}
      title={word('inbox.filter')}
      extra={
        <Space>
          <Button onClick={() => apply({})}>{word('inbox.clearFilter')}</Button>
          <Button type="primary" onClick={() => form.submit()}>
            {word('inbox.apply')}
          </Button>
        </Space>
      }
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        initialValues={typedOf(address.narrowed, sector)}
        onFinish={apply}
      >
        <Form.Item name="statuses" label={word('app.status')}>
          <Select {...many} options={choicesOf(STATUS_LABELS, locale)} />
        </Form.Item>
        <Form.Item name="categories" label={word('inbox.category')}>
          <TreeSelect multiple allowClear treeDefaultExpandAll treeData={categoryTree(sector, locale)} />
        </Form.Item>
        <Form.Item name="received" label={word('inbox.receivedBetween')}>
          <DateRangeField />
        </Form.Item>
        <Form.Item name="handlerIds" label={word('inbox.handler')}>
          <Select {...many} options={people(organization.members)} />
        </Form.Item>
        <Form.Item name="departmentIds" label={word('inbox.department')}>
          <Select {...many} options={people(organization.departments)} />
        </Form.Item>
        <Form.Item name="channels" label={word('inbox.channel')}>
          <Select {...many} options={choicesOf(CHANNEL_LABELS, locale)} />
        </Form.Item>
        <Form.Item name="kinds" label={word('inbox.kind')}>
          <Select {...many} options={choicesOf(KIND_LABELS, locale)} />
        </Form.Item>
        <Form.Item name="disclosures" label={word('inbox.disclosure')}>
          <Select {...many} options={choicesOf(DISCLOSURE_LABELS, locale)} />
        </Form.Item>
        {sector.fields.filter(isOffered).map(({ key, label, type }) => (
          <Form.Item key={key} name={['details', key]} label={inLocale(label, locale)}>
            {type.kind === 'boolean' ? (
              <Radio.Group
                options={[
                  { value: true, label: word('app.yes') },
                  { value: false, label: word('app.no') },
                ]}
              />
            ) : (
              <TreeSelect
                multiple
                allowClear
                treeDefaultExpandAll
                treeData={treeOf('options' in type ? type.options : [], locale)}
              />
            )}
          </Form.Item>
        ))}
      </Form>
    </Drawer>
  );
}

/** The fields by which a list can be narrowed with a choice. */
function isOffered({ type, dimension, filter }: FieldDeclaration): boolean {
  return Boolean(dimension || filter) && ['choice', 'choices', 'boolean'].includes(type.kind);
}

function isGiven(value: unknown): boolean {
  return (
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}

/** The filter as the address keeps it; null when nothing is asked for. */
function filterText({ received, details = {}, ...plain }: Typed, sector: Sector): string | null {
  const own = Object.entries(details).filter(([, value]) => isGiven(value));
  const filter = {
    ...Object.fromEntries(Object.entries(plain).filter(([, value]) => isGiven(value))),
    ...(received
      ? { receivedFrom: received[0].format('YYYY-MM-DD'), receivedTo: received[1].format('YYYY-MM-DD') }
      : {}),
    ...(own.length > 0 ? { details: { [sectorKey(sector)]: Object.fromEntries(own) } } : {}),
  };
  return Object.keys(filter).length > 0 ? JSON.stringify(filter) : null;
}

function typedOf(
  { receivedFrom, receivedTo, details, ...plain }: ComplaintFilterInput,
  sector: Sector,
): Typed {
  const own = (details as Readonly<Record<string, Record<string, unknown>>> | null | undefined)?.[
    sectorKey(sector)
  ];
  return {
    ...plain,
    ...(receivedFrom && receivedTo ? { received: [dayjs(receivedFrom), dayjs(receivedTo)] } : {}),
    ...(own ? { details: own } : {}),
  };
}
