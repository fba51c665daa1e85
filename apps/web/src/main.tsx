import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from './i18n/i18n.ts';

/** Two applications share one address: the public pages of the offices under /o, and the workplace everywhere else. */
const isPublic = /^\/o(\/|$)/.test(window.location.pathname);
const application = isPublic
  ? import('./public/public-app.tsx').then(({ PublicApp }) => PublicApp)
  : import('./app/app.tsx').then(({ App }) => App);

const [Application] = await Promise.all([application, startI18n()]);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Application />
    </StrictMode>,
  );
}
// Only where the reader's system has no Chinese font is any of it fetched, so it need not be waited for.
void import('@fontsource-variable/noto-sans-sc/index.css');
