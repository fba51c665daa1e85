import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { OFFICE_ACTIONS, type Role } from '@huiyin/domain';
import { Suspense } from 'react';
import { Link, Navigate, NavLink, Route, Routes, useLocation } from 'react-router';
import { useMedia } from '../../app/appearance.tsx';
import { useSector } from '../../app/sector.ts';
import { Loading, NoSuchPage } from '../../app/states.tsx';
import { useViewer } from '../../app/viewer.tsx';
import './administration.css';
import { pagesFor } from './pages.ts';
import { useAdministrationWords } from './words.ts';

const HOME = '/administration';

/** What an administrator sets up: a list of pages, and beside it (on a telephone: behind it) the one that is open. */
export function AdministrationPage() {
  const { word } = useAdministrationWords();
  const { role } = useViewer();
  const { pathname } = useLocation();
  const phone = useMedia('(max-width: 800px)');
  const pages = pagesFor(role, useSector());
  const open = pages.find(({ path }) => pathname.startsWith(`${HOME}/${path}`));
  const [first] = pages;
  if (!first) return <NoSuchPage />;
  if (pathname === HOME && !phone) return <Navigate to={`${HOME}/${first.path}`} replace />;
  return (
    <div className="admin">
      {(!phone || !open) && (
        <nav className="admin-list" aria-label={word('admin.pages')}>
          <h1 className="page-title">{word('admin.title')}</h1>
          <ul>
            {pages.map((page) => (
              <li key={page.path}>
                <NavLink to={`${HOME}/${page.path}`}>
                  {word(page.word)}
                  <RightOutlined aria-hidden className="narrow-only" />
                </NavLink>
              </li>
            ))}
            {(OFFICE_ACTIONS.importComplaints.roles as readonly Role[]).includes(role) && (
              <li>
                <Link to="/import">{word('admin.page.imports')}</Link>
              </li>
            )}
          </ul>
        </nav>
      )}
      {(!phone || open) && (
        <div className="admin-page">
          {phone && <h1 className="visually-hidden">{word('admin.title')}</h1>}
          {phone && (
            <Link to={HOME} className="admin-back">
              <LeftOutlined aria-hidden /> {word('admin.back')}
            </Link>
          )}
          <Suspense fallback={<Loading />}>
            <Routes>
              {pages.map(({ path, component: Page }) => (
                <Route key={path} path={path} element={<Page />} />
              ))}
              <Route path="*" element={<NoSuchPage />} />
            </Routes>
          </Suspense>
        </div>
      )}
    </div>
  );
}
