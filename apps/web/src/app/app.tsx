import { ApolloProvider } from '@apollo/client/react';
import { App as AntApp, Button, ConfigProvider, Result } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import { lazy, Suspense } from 'react';
import { BrowserRouter, Link, Navigate, Route, Routes } from 'react-router';
import { ComplaintPage } from '../features/complaint/complaint-page.tsx';
import { InboxPage } from '../features/inbox/inbox-page.tsx';
import { RegisterPage } from '../features/register/register-page.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { useWords } from '../i18n/i18n.ts';
import 'dayjs/locale/zh-cn';
import { createClient } from './apollo.ts';
import { Shell } from './shell.tsx';
import { Loading } from './states.tsx';
import { WithViewer } from './viewer.tsx';

// Imports and reports are opened seldom, and reports bring the charts with them.
const ImportsPage = lazy(() =>
  import('../features/imports/imports-page.tsx').then(({ ImportsPage: page }) => ({ default: page })),
);
const ImportPage = lazy(() =>
  import('../features/imports/import-page.tsx').then(({ ImportPage: page }) => ({ default: page })),
);
const ReportsPage = lazy(() =>
  import('../features/reports/reports-page.tsx').then(({ ReportsPage: page }) => ({ default: page })),
);
const ReportPage = lazy(() =>
  import('../features/reports/report-page.tsx').then(({ ReportPage: page }) => ({ default: page })),
);

const client = createClient();
const THEME = {
  token: {
    colorPrimary: '#1f5f8b',
    borderRadius: 6,
    fontFamily: "'Noto Sans SC Variable', 'PingFang SC', 'Microsoft YaHei', sans-serif",
  },
};

export function App() {
  const { locale } = useWords();
  dayjs.locale(locale === 'en' ? 'en' : 'zh-cn');
  return (
    <ConfigProvider locale={locale === 'en' ? enUS : zhCN} theme={THEME}>
      <AntApp>
        <ApolloProvider client={client}>
          <BrowserRouter>
            <WithViewer otherwise={<SignInPage />}>
              <Suspense fallback={<Loading />}>
                <Routes>
                  <Route element={<Shell />}>
                    <Route index element={<Navigate to="/complaints" replace />} />
                    <Route path="complaints" element={<InboxPage />} />
                    <Route path="complaints/:id" element={<ComplaintPage />} />
                    <Route path="register" element={<RegisterPage />} />
                    <Route path="import" element={<ImportsPage />} />
                    <Route path="import/:id" element={<ImportPage />} />
                    <Route path="report" element={<ReportsPage />} />
                    <Route path="report/:id" element={<ReportPage />} />
                    <Route path="*" element={<NoSuchPage />} />
                  </Route>
                </Routes>
              </Suspense>
            </WithViewer>
          </BrowserRouter>
        </ApolloProvider>
      </AntApp>
    </ConfigProvider>
  );
}

function NoSuchPage() {
  const { word } = useWords();
  return (
    <Result
      status="404"
      title={word('app.notFound')}
      extra={
        <Link to="/complaints">
          <Button type="primary">{word('app.toInbox')}</Button>
        </Link>
      }
    />
  );
}
