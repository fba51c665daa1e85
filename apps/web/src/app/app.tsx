import { ApolloProvider } from '@apollo/client/react';
import { App as AntApp, ConfigProvider } from 'antd';
// Those of the modules that are loaded anyway: `antd/locale` would bring them a second time, as CommonJS.
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import { lazy, Suspense } from 'react';
import { RouterProvider } from 'react-router';
import { currentLocale } from '../i18n/i18n.ts';
import 'dayjs/locale/zh-cn';
import { createClient } from './apollo.ts';
import { WithAppearance } from './appearance.tsx';
import './app.css';
import { createRouter } from './routes.tsx';
import { Loading } from './states.tsx';
import { WithViewer } from './viewer.tsx';

const SignInPage = lazy(async () => {
  const page = await import('../features/sign-in/sign-in-page.tsx');
  return { default: page.SignInPage };
});

/** For whoever holds a letter or has forgotten their password, signed in or not. */
const LETTER_PATHS = ['/invitation', '/reset-password', '/forgot-password'];
const LetterPage = lazy(async () => {
  const page = await import('../features/letters/letter-pages.tsx');
  return { default: page.LetterPage };
});

const Across = lazy(async () => ({ default: (await import('./across.tsx')).Across }));

/** Two characters are not set apart: what is read aloud is what is seen (WCAG 2.2, 2.5.3). */
const PLAIN_BUTTON = { autoInsertSpace: false };

const client = createClient();
const router = createRouter();

/** The workplace of those who handle complaints. */
export function App() {
  const english = currentLocale() === 'en';
  const { pathname } = window.location;
  dayjs.locale(english ? 'en' : 'zh-cn');
  return (
    <WithAppearance>
      {(theme) => (
        <ConfigProvider locale={english ? enUS : zhCN} theme={theme} button={PLAIN_BUTTON}>
          <AntApp className="app">
            <ApolloProvider client={client}>
              <Suspense fallback={<Loading />}>
                {LETTER_PATHS.includes(pathname) ? (
                  <LetterPage path={pathname} />
                ) : (
                  <WithViewer
                    otherwise={<SignInPage />}
                    across={(overseer) => <Across overseer={overseer} />}
                  >
                    <RouterProvider router={router} />
                  </WithViewer>
                )}
              </Suspense>
            </ApolloProvider>
          </AntApp>
        </ConfigProvider>
      )}
    </WithAppearance>
  );
}
