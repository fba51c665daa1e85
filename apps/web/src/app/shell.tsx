import { MenuFoldOutlined, MenuOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { ROLE_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Drawer, Layout, Menu } from 'antd';
import { useState } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { AccountMenu } from './account-menu.tsx';
import { Commands } from './commands.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { LanguageButton } from './language-button.tsx';
import { PLACES } from './places.tsx';
import { useViewer } from './viewer.tsx';
import { useAppWords } from './words.ts';

const FOLDED_AS = 'huiyin-menu-folded';

/** What stands around every screen of somebody signed in. */
export function Shell() {
  const { word, locale } = useAppWords();
  const [folded, setFolded] = useState(() => localStorage.getItem(FOLDED_AS) === 'yes');
  const [open, setOpen] = useState(false);
  const { name, role, organization, oversees } = useViewer();
  const fold = () => {
    localStorage.setItem(FOLDED_AS, folded ? 'no' : 'yes');
    setFolded(!folded);
  };
  return (
    <Layout className="shell">
      <a className="skip" href="#content">
        {word('app.toContent')}
      </a>
      <Layout.Header className="shell-head">
        <Button
          className="narrow-only"
          type="text"
          icon={<MenuOutlined aria-hidden />}
          aria-label={word('app.openMenu')}
          onClick={() => setOpen(true)}
        />
        <Link to="/complaints" className="brand">
          {word('app.name')}
        </Link>
        <span className="shell-office" title={organization.name}>
          {organization.name}
        </span>
        <Commands />
        <LanguageButton />
        <AccountMenu
          accountAt="/account"
          name={name}
          title={inLocale(ROLE_LABELS[role], locale)}
          {...(oversees ? { changesTo: 'across' as const } : {})}
        />
      </Layout.Header>
      <Layout hasSider>
        <Layout.Sider
          className="shell-side wide-only"
          theme="light"
          width={184}
          collapsedWidth={56}
          collapsed={folded}
        >
          <PlacesMenu />
          <Button
            className="shell-fold"
            type="text"
            icon={folded ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
            aria-label={word(folded ? 'app.unfold' : 'app.fold')}
            onClick={fold}
          />
        </Layout.Sider>
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          placement="left"
          size={240}
          title={word('app.menu')}
        >
          <PlacesMenu onChoose={() => setOpen(false)} />
        </Drawer>
        {/* It is the page's one main landmark. */}
        <Layout.Content id="content" className="shell-content" tabIndex={-1}>
          <Outlet />
        </Layout.Content>
      </Layout>
      <ConnectionBanner />
      <ScrollRestoration />
    </Layout>
  );
}

/** The places that are of use to the viewer. */
function PlacesMenu({ onChoose }: { onChoose?: () => void }) {
  const { word } = useAppWords();
  const { role } = useViewer();
  const { pathname } = useLocation();
  const places = PLACES.filter(({ isFor }) => !isFor || isFor(role));
  const here = places.find(({ path }) => pathname.startsWith(path))?.path;
  return (
    <nav aria-label={word('app.menu')}>
      <Menu
        mode="inline"
        selectedKeys={here ? [here] : []}
        {...(onChoose ? { onClick: onChoose } : {})}
        items={places.map(({ path, word: key, icon }) => ({
          key: path,
          icon,
          label: <Link to={path}>{word(key)}</Link>,
        }))}
      />
    </nav>
  );
}
