import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Action } from './action-form.tsx';
import { useComplaintWords } from './words.ts';

interface Props {
  readonly more: readonly Action[];
  readonly impossible: readonly Action[];
  readonly onChoose: (action: string) => void;
}

/** All other actions, to be searched by name; those that are not possible now say why. */
export function MoreActions({ more, impossible, onChoose }: Props) {
  const { word } = useComplaintWords();
  const [search, setSearch] = useState('');
  const field = useRef<InputRef>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // The layer is placed first; focusing before would scroll the page.
    const timer = setTimeout(() => field.current?.focus({ preventScroll: true }), 50);
    return () => clearTimeout(timer);
  }, []);
  const found = ({ label }: Action) => label.toLowerCase().includes(search.trim().toLowerCase());
  const possible = more.filter(found);

  const onArrow = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement) + step;
    if (at < 0) field.current?.focus();
    else buttons[at]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows go from the field to the list and back.
    <div className="case-more" onKeyDown={onArrow}>
      <Input
        ref={field}
        allowClear
        value={search}
        placeholder={word('action.search')}
        aria-label={word('action.search')}
        onChange={({ target }) => setSearch(target.value)}
        onPressEnter={() => possible[0] && onChoose(possible[0].action)}
      />
      <ul className="case-plain" ref={list}>
        {possible.map(({ action, label }) => (
          <li key={action}>
            <button type="button" className="case-more-item" onClick={() => onChoose(action)}>
              {label}
            </button>
          </li>
        ))}
        {impossible.filter(found).map(({ action, label, reason }) => (
          <li key={action} className="case-more-not">
            <span>{label}</span> <span className="quiet">{reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
