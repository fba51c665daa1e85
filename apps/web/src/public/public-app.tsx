import { RouterProvider } from 'react-router';
import { createPublicRouter } from './routes.tsx';
import './public.css';
import './office-page.css';

const router = createPublicRouter();

/** The public pages: whoever complains needs no account, a telephone is enough. */
export function PublicApp() {
  return <RouterProvider router={router} />;
}
