import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useOfferedActions } from '../ui/page-actions.ts';
import { singleKeysAreOn, switchSingleKeys } from '../ui/shortcuts.ts';
import './palette.css';
import { type AppWord, useAppWords } from './words.ts';

/** Keys that do the same on every page, as they are written. */
const EVERYWHERE: readonly (readonly [key: string, word: AppWord])[] = [
  ['Ctrl+K', 'keys.palette'],
  ['Ctrl+Enter', 'keys.send'],
  ['?', 'keys.help'],
  ['R', 'keys.register'],
  ['J / K', 'keys.neighbours'],
  ['Esc', 'keys.close'],
];

/** Which keys do what, here and everywhere; single keys can be switched off. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { word } = useAppWords();
  const actions = useOfferedActions();
  const [on, setOn] = useState(singleKeysAreOn);
  const rows: readonly (readonly [string, string])[] = [
    ...EVERYWHERE.map(([key, name]) => [key, word(name)] as const),
    ...actions.flatMap(({ key, label }) => (key ? [[key.toUpperCase(), label] as const] : [])),
  ];
  return (
    <Modal open title={word('keys.title')} footer={null} onCancel={onClose}>
      <dl className="keys">
        {rows.map(([key, label]) => (
          <div key={`${key} ${label}`}>
            <dt>{label}</dt>
            <dd>
              <kbd>{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <Checkbox
        checked={on}
        onChange={({ target }) => {
          switchSingleKeys(target.checked);
          setOn(target.checked);
        }}
      >
        {word('keys.single')}
      </Checkbox>
    </Modal>
  );
}
