import { StarOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Checkbox, Dropdown, Input, type MenuProps, Modal } from 'antd';
import { useState } from 'react';
import type { InboxAddress } from './address.ts';
import { SavedViewRemoveDocument, SavedViewSaveDocument, SavedViewsDocument } from './generated/inbox.ts';
import { useInboxWords } from './words.ts';

/** Filters kept under a name: one's own, and those that colleagues share. */
export function ViewMenu({ address }: { address: InboxAddress }) {
  const { word } = useInboxWords();
  const { data, refetch } = useQuery(SavedViewsDocument);
  const [remove] = useMutation(SavedViewRemoveDocument);
  const [naming, setNaming] = useState(false);
  const views = data?.savedViews ?? [];
  const open = (filter: Readonly<Record<string, unknown>>) => {
    const { search, ...narrowed } = filter;
    address.change({
      ...{ view: 'all', figure: null, import: null },
      search: typeof search === 'string' ? search : null,
      filter: JSON.stringify(narrowed),
    });
  };
  const items: MenuProps['items'] = [
    ...views.map(({ id, name, filter }) => ({ key: id, label: name, onClick: () => open(filter) })),
    ...(views.length > 0 ? [{ type: 'divider' as const }] : []),
    { key: 'save', label: word('inbox.save'), onClick: () => setNaming(true) },
    ...views
      .filter(({ mine }) => mine)
      .map(({ id, name }) => ({
        key: `remove ${id}`,
        danger: true,
        label: word('inbox.remove', { name }),
        onClick: () => void remove({ variables: { input: { id } } }).then(() => refetch()),
      })),
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button icon={<StarOutlined aria-hidden />}>{word('inbox.saved')}</Button>
      </Dropdown>
      {naming && (
        <NameView
          address={address}
          onClose={(changed) => {
            setNaming(false);
            if (changed) void refetch();
          }}
        />
      )}
    </>
  );
}

function NameView({ address, onClose }: { address: InboxAddress; onClose: (changed: boolean) => void }) {
  const { word } = useInboxWords();
  const { message } = App.useApp();
  const [save, { loading }] = useMutation(SavedViewSaveDocument);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const keep = async () => {
    try {
      const { data } = await save({ variables: { input: { name, shared, filter: address.filter } } });
      const [problem] = data?.savedViewSave.userErrors ?? [];
      if (problem) void message.error(problem.message);
      else onClose(true);
    } catch (error) {
      void message.error((error as Error).message);
    }
  };
  return (
    <Modal
      open
      title={word('inbox.save')}
      okText={word('app.save')}
      okButtonProps={{ disabled: name.trim() === '', loading }}
      onOk={() => void keep()}
      onCancel={() => onClose(false)}
    >
      <div className="stack">
        <Input
          autoFocus
          maxLength={60}
          value={name}
          aria-label={word('inbox.saveName')}
          placeholder={word('inbox.saveName')}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={() => void keep()}
        />
        <Checkbox checked={shared} onChange={({ target }) => setShared(target.checked)}>
          {word('inbox.saveShared')}
        </Checkbox>
      </div>
    </Modal>
  );
}
