import { FileExcelOutlined, FormOutlined, InboxOutlined, LineChartOutlined } from '@ant-design/icons';
import { Button, Layout, Menu, Space, Typography } from 'antd';
import { NavLink, Outlet, useLocation } from 'react-router';
import { chooseLocale, useWords } from '../i18n/i18n.ts';
import type { Word } from '../i18n/words.ts';
import { auth } from './auth.ts';
import { useViewer } from './viewer.tsx';

const PLACES: readonly { readonly path: string; readonly word: Word; readonly icon: React.ReactNode }[] = [
  { path: '/complaints', word: 'inbox.title', icon: <InboxOutlined aria-hidden /> },
  { path: '/register', word: 'register.title', icon: <FormOutlined aria-hidden /> },
  { path: '/import', word: 'imports.title', icon: <FileExcelOutlined aria-hidden /> },
  { path: '/report', word: 'reports.title', icon: <LineChartOutlined aria-hidden /> },
];

/** What stands around every screen of somebody signed in. */
export function Shell() {
  const { word } = useWords();
  const { name, organization } = useViewer();
  const { pathname } = useLocation();
  const here = PLACES.find(({ path }) => pathname.startsWith(path))?.path;
  const signOut = async () => {
    await auth.signOut();
    window.location.assign('/');
  };
  return (
    <Layout className="shell">
      <Layout.Header className="shell-head">
        <NavLink to="/complaints" className="brand">
          {word('app.name')}
        </NavLink>
        <nav aria-label={word('app.menu')} className="shell-menu">
          <Menu
            mode="horizontal"
            selectedKeys={here ? [here] : []}
            items={PLACES.map(({ path, word: key, icon }) => ({
              key: path,
              icon,
              label: <NavLink to={path}>{word(key)}</NavLink>,
            }))}
          />
        </nav>
        <Space className="shell-who">
          <Typography.Text type="secondary" className="wide-only">
            {organization.name} · {name}
          </Typography.Text>
          <LanguageButton />
          <Button type="text" onClick={() => void signOut()}>
            {word('app.signOut')}
          </Button>
        </Space>
      </Layout.Header>
      <Layout.Content className="shell-content">
        <main>
          <Outlet />
        </main>
      </Layout.Content>
    </Layout>
  );
}

/** Switches between the two languages; answers of the server are asked for anew in the other. */
export function LanguageButton() {
  const { word, locale } = useWords();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const change = async () => {
    await chooseLocale(other);
    // Labels come from the server too: everything is read again.
    window.location.reload();
  };
  return (
    <Button type="text" lang={other} onClick={() => void change()}>
      {word('app.otherLanguage')}
    </Button>
  );
}
