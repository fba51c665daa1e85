import { StarOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Dropdown, type MenuProps } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { InboxAddress } from './address.ts';
import { SavedViewRemoveDocument, SavedViewsDocument } from './generated/inbox.ts';
import { useInboxWords } from './words.ts';

const NameView = lazy(async () => ({ default: (await import('./name-view.tsx')).NameView }));

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
        <Suspense fallback={null}>
          <NameView
            address={address}
            onClose={(changed) => {
              setNaming(false);
              if (changed) void refetch();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
