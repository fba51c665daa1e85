import { SearchOutlined } from '@ant-design/icons';
import { PERMISSIONS } from '@huiyin/domain';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { useShortcuts } from '../ui/shortcuts.ts';
import { useViewer } from './viewer.tsx';
import { useAppWords } from './words.ts';

const CommandPalette = lazy(async () => ({
  default: (await import('./command-palette.tsx')).CommandPalette,
}));
const KeyboardHelp = lazy(async () => ({ default: (await import('./keyboard-help.tsx')).KeyboardHelp }));

/** The keys that do the same on every page; what they open is loaded when it is first asked for. */
export function Commands() {
  const { word } = useAppWords();
  const { role } = useViewer();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'palette' | 'help'>();
  const registers = PERMISSIONS.REGISTER.anywhere.includes(role);
  useShortcuts({
    'mod+k': () => setOpen('palette'),
    '?': () => setOpen('help'),
    r: registers ? () => void navigate('/register') : undefined,
  });
  const close = () => setOpen(undefined);
  return (
    <>
      <Button
        type="text"
        icon={<SearchOutlined aria-hidden />}
        aria-label={`${word('palette.title')} Ctrl+K`}
        aria-keyshortcuts="Control+K"
        title={`${word('palette.title')} (Ctrl+K)`}
        onClick={() => setOpen('palette')}
      >
        <span className="wide-only quiet">Ctrl+K</span>
      </Button>
      <Suspense>
        {open === 'palette' && <CommandPalette onClose={close} />}
        {open === 'help' && <KeyboardHelp onClose={close} />}
      </Suspense>
    </>
  );
}
