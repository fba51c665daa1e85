import { MenuFoldOutlined, MenuOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { ROLE_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Layout } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, Outlet, ScrollRestoration } from 'react-router';
import { AccountMenu } from './account-menu.tsx';
import { Commands } from './commands.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { LanguageButton } from './language-button.tsx';
import { PlacesMenu } from './places-menu.tsx';
import { useViewer } from './viewer.tsx';
import { useAppWords } from './words.ts';

/** On a narrow screen alone, and there when it is first opened. */
const MenuDrawer = lazy(async () => ({ default: (await import('./menu-drawer.tsx')).MenuDrawer }));

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
        {open && (
          <Suspense>
            <MenuDrawer onClose={() => setOpen(false)} />
          </Suspense>
        )}
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
