import { SettingOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import type { ComplaintOrder } from '../../generated/schema.ts';
import type { InboxAddress } from './address.ts';
import { COLUMNS } from './columns.tsx';
import { useInboxWords } from './words.ts';

const ORDERS = ['DUE_ASC', 'RECEIVED_DESC', 'RECEIVED_ASC', 'ACTIVITY_DESC', 'NUMBER_ASC'] as const;

interface Props extends Pick<InboxAddress, 'change'> {
  readonly chosen: readonly string[];
  readonly setChosen: (columns: readonly string[]) => void;
  readonly splits: boolean;
  readonly setSplits: (splits: boolean) => void;
  readonly order: ComplaintOrder;
}

/** In which order, with which columns, and whether a case opens beside the list. */
export function DisplayMenu({ chosen, setChosen, splits, setSplits, order, change }: Props) {
  const { word } = useInboxWords();
  const items: MenuProps['items'] = [
    {
      key: 'order',
      type: 'group',
      label: word('inbox.order'),
      children: ORDERS.map((each) => ({
        key: each,
        label: word(`inbox.order.${each}`),
        onClick: () => change({ order: each }),
      })),
    },
    {
      key: 'columns',
      type: 'group',
      label: word('inbox.columns'),
      children: COLUMNS.map(({ key, word: title }) => ({
        key,
        label: word(title),
        onClick: () =>
          setChosen(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key]),
      })),
    },
    { type: 'divider' },
    { key: 'split', label: word('inbox.split'), onClick: () => setSplits(!splits) },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        multiple: true,
        selectable: true,
        selectedKeys: [order, ...chosen, ...(splits ? ['split'] : [])],
      }}
    >
      <Button icon={<SettingOutlined aria-hidden />} aria-label={word('inbox.show')} />
    </Dropdown>
  );
}
