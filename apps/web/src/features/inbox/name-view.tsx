import { useMutation } from '@apollo/client/react';
import { App, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import type { InboxAddress } from './address.ts';
import { SavedViewSaveDocument } from './generated/inbox.ts';
import { useInboxWords } from './words.ts';

/** Asks for the name under which what is shown now is kept. */
export function NameView({
  address,
  onClose,
}: {
  address: InboxAddress;
  onClose: (changed: boolean) => void;
}) {
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
