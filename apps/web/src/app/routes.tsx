import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { InboxPage } from '../features/inbox/inbox-page.tsx';
import { Shell } from './shell.tsx';
import { BrokenPage, Loading, NoSuchPage } from './states.tsx';

/** A page that is loaded when it is first opened. */
function page<Module>(load: () => Promise<Module>, component: (module: Module) => React.ComponentType) {
  return async () => ({ Component: component(await load()) });
}

/** The pages of those who are signed in. The inbox is what they begin with; everything else comes when it is asked for. */
const PAGES: RouteObject[] = [
  { index: true, element: <Navigate to="/complaints" replace /> },
  {
    // The list stays while its cases are opened: beside them, or behind them with its place kept.
    path: 'complaints',
    element: <InboxPage />,
    children: [
      {
        path: ':id',
        lazy: page(
          () => import('../features/complaint/complaint-page.tsx'),
          ({ ComplaintPage }) => ComplaintPage,
        ),
      },
    ],
  },
  {
    path: 'register',
    lazy: page(
      () => import('../features/register/register-page.tsx'),
      ({ RegisterPage }) => RegisterPage,
    ),
  },
  {
    path: 'incidents',
    lazy: page(
      () => import('../features/incidents/incidents-page.tsx'),
      ({ IncidentsPage }) => IncidentsPage,
    ),
  },
  {
    path: 'incidents/:id',
    lazy: page(
      () => import('../features/incidents/incident-page.tsx'),
      ({ IncidentPage }) => IncidentPage,
    ),
  },
  {
    path: 'respondents',
    lazy: page(
      () => import('../features/respondents/respondents-page.tsx'),
      ({ RespondentsPage }) => RespondentsPage,
    ),
  },
  {
    path: 'respondents/:id',
    lazy: page(
      () => import('../features/respondents/respondent-page.tsx'),
      ({ RespondentPage }) => RespondentPage,
    ),
  },
  {
    path: 'actions',
    lazy: page(
      () => import('../features/actions/actions-page.tsx'),
      ({ ActionsPage }) => ActionsPage,
    ),
  },
  {
    path: 'products',
    lazy: page(
      () => import('../features/products/products-page.tsx'),
      ({ ProductsPage }) => ProductsPage,
    ),
  },
  {
    path: 'team',
    lazy: page(
      () => import('../features/team/team-page.tsx'),
      ({ TeamPage }) => TeamPage,
    ),
  },
  {
    path: 'import',
    lazy: page(
      () => import('../features/imports/imports-page.tsx'),
      ({ ImportsPage }) => ImportsPage,
    ),
  },
  {
    path: 'import/:id',
    lazy: page(
      () => import('../features/imports/import-page.tsx'),
      ({ ImportPage }) => ImportPage,
    ),
  },
  {
    path: 'engineering/:outlet?',
    lazy: page(
      () => import('../features/engineering/engineering-page.tsx'),
      ({ EngineeringPage }) => EngineeringPage,
    ),
  },
  {
    path: 'report',
    lazy: page(
      () => import('../features/reports/reports-page.tsx'),
      ({ ReportsPage }) => ReportsPage,
    ),
  },
  {
    path: 'report/preview',
    lazy: page(
      () => import('../features/reports/preview-page.tsx'),
      ({ PreviewPage }) => PreviewPage,
    ),
  },
  {
    path: 'report/:id',
    lazy: page(
      () => import('../features/reports/report-page.tsx'),
      ({ ReportPage }) => ReportPage,
    ),
  },
  {
    path: 'visits',
    lazy: page(
      () => import('../features/visits/visits-page.tsx'),
      ({ VisitsPage }) => VisitsPage,
    ),
  },
  {
    path: 'training',
    lazy: page(
      () => import('../features/training/training-page.tsx'),
      ({ TrainingPage }) => TrainingPage,
    ),
  },
  {
    path: 'person-requests',
    lazy: page(
      () => import('../features/person-requests/person-requests-page.tsx'),
      ({ PersonRequestsPage }) => PersonRequestsPage,
    ),
  },
  {
    path: 'administration/*',
    lazy: page(
      () => import('../features/administration/administration-page.tsx'),
      ({ AdministrationPage }) => AdministrationPage,
    ),
  },
  {
    path: 'oversight-looks',
    lazy: page(
      () => import('../features/oversight/looks-page.tsx'),
      ({ LooksPage }) => LooksPage,
    ),
  },
  {
    path: 'account',
    lazy: page(
      () => import('../features/account/account-page.tsx'),
      ({ AccountPage }) => AccountPage,
    ),
  },
  { path: '*', element: <NoSuchPage /> },
];

/** Made once: the router outlives every change of language, theme and sign-in. */
export function createRouter() {
  return createBrowserRouter([
    {
      element: <Shell />,
      hydrateFallbackElement: <Loading />,
      children: [{ errorElement: <BrokenPage />, children: PAGES }],
    },
  ]);
}
