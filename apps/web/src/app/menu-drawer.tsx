import { Drawer } from 'antd';
import { PlacesMenu } from './places-menu.tsx';
import { useAppWords } from './words.ts';

/** The menu on a screen that has no room for it beside the page. */
export function MenuDrawer({ onClose }: { onClose: () => void }) {
  const { word } = useAppWords();
  return (
    <Drawer open onClose={onClose} placement="left" size={240} title={word('app.menu')}>
      <PlacesMenu onChoose={onClose} />
    </Drawer>
  );
}
