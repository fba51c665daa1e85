import { Layout } from 'antd';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router';
import { OversightPage } from '../features/oversight/oversight-page.tsx';
import { AccountMenu } from './account-menu.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { LanguageButton } from './language-button.tsx';
import { BrokenPage, Loading } from './states.tsx';
import type { Overseer } from './viewer.tsx';
import { useAppWords } from './words.ts';

const router = createBrowserRouter([
  { path: '/oversight', element: <OversightPage />, errorElement: <BrokenPage /> },
  {
    path: '/oversight/cases',
    lazy: async () => ({ Component: (await import('../features/oversight/cases-page.tsx')).CasesPage }),
    errorElement: <BrokenPage />,
    HydrateFallback: Loading,
  },
  // There is nothing else for them.
  { path: '*', element: <Navigate to="/oversight" replace /> },
]);

/** The product for a cross-sector administrator: figures, and cases where they were granted. */
export function Across({ overseer: { name, worksInOffice } }: { overseer: Overseer }) {
  const { word } = useAppWords();
  return (
    <Layout className="shell">
      <a className="skip" href="#content">
        {word('app.toContent')}
      </a>
      <Layout.Header className="shell-head">
        <span className="brand">{word('app.name')}</span>
        <span className="shell-office">{word('app.overseer')}</span>
        <LanguageButton />
        <AccountMenu
          name={name}
          title={word('app.overseer')}
          {...(worksInOffice ? { changesTo: 'office' as const } : {})}
        />
      </Layout.Header>
      <main id="content" className="shell-content oversight-main" tabIndex={-1}>
        <RouterProvider router={router} />
      </main>
      <ConnectionBanner />
    </Layout>
  );
}
