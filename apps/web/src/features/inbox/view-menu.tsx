import { StarOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { InboxAddress } from './address.ts';
import {
  SavedViewRemoveDocument,
  SavedViewSaveDocument,
  SavedViewsDocument,
  type SavedViewsQuery,
} from './generated/inbox.ts';
import { useInboxWords } from './words.ts';

const NameView = lazy(async () => ({ default: (await import('./name-view.tsx')).NameView }));

type View = SavedViewsQuery['savedViews'][number];

/** Filters kept under a name: one's own, and those that colleagues share. */
export function ViewMenu({ address }: { address: InboxAddress }) {
  const { word } = useInboxWords();
  const { data, refetch } = useQuery(SavedViewsDocument);
  const [remove] = useMutation(SavedViewRemoveDocument);
  const [save] = useMutation(SavedViewSaveDocument);
  const { message } = App.useApp();
  const [naming, setNaming] = useState(false);
  const views = data?.savedViews ?? [];
  const open = (filter: Readonly<Record<string, unknown>>) => {
    const { search, ...narrowed } = filter;
    address.change({
      ...{ view: 'all', figure: null, import: null, incident: null },
      search: typeof search === 'string' ? search : null,
      filter: JSON.stringify(narrowed),
    });
  };
  const failed = (error: Error) => void message.error(error.message);
  /** Gone at once, and had back as easily: nobody is asked whether they are sure. */
  const discard = async ({ id, name, shared, filter }: View) => {
    await remove({ variables: { input: { id } } });
    await refetch();
    const restore = async () => {
      await save({ variables: { input: { name, shared, filter } } });
      await refetch();
      message.destroy(id);
    };
    void message.info({
      ...{ key: id, duration: 8 },
      content: (
        <>
          {word('inbox.removed', { name })}{' '}
          <Button size="small" onClick={() => void restore().catch(failed)}>
            {word('inbox.undo')}
          </Button>
        </>
      ),
    });
  };
  const items: MenuProps['items'] = [
    ...views.map(({ id, name, filter }) => ({ key: id, label: name, onClick: () => open(filter) })),
    ...(views.length > 0 ? [{ type: 'divider' as const }] : []),
    { key: 'save', label: word('inbox.save'), onClick: () => setNaming(true) },
    ...views
      .filter(({ mine }) => mine)
      .map((view) => ({
        key: `remove ${view.id}`,
        danger: true,
        label: word('inbox.remove', { name: view.name }),
        onClick: () => void discard(view).catch(failed),
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
