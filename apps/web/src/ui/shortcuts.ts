import { useEffect, useRef } from 'react';

/** A single key, or one with Ctrl (⌘ on a Mac): `a`, `?`, `mod+k`. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

const OFF = 'huiyin-keys-off';

/** Single keys can be switched off (WCAG 2.2, 2.1.4): speech input and shaky hands press them unasked. */
export function singleKeysAreOn(): boolean {
  return localStorage.getItem(OFF) !== 'yes';
}

export function switchSingleKeys(on: boolean): void {
  localStorage.setItem(OFF, on ? 'no' : 'yes');
}

/** Whether a key belongs to a field in which somebody writes. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Listens for keys anywhere on the page while the component is there. Single keys wait while somebody writes. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      const mod = event.ctrlKey || event.metaKey;
      if (!mod && (isTyping(event.target) || !singleKeysAreOn())) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = current.current[mod ? `mod+${key}` : key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
