import { createBrowserRouter } from 'react-router';
import { Frame } from './frame.tsx';
import { OfficePage } from './office-page.tsx';
import { OfficesPage } from './offices-page.tsx';
import { Loading, Trouble } from './states.tsx';
import { WithOffice } from './with-office.tsx';

/** The form and the tracking come when they are asked for; what an office says of itself is there at once. */
export function createPublicRouter() {
  return createBrowserRouter([
    {
      path: 'o',
      element: <Frame />,
      hydrateFallbackElement: <Loading />,
      children: [
        { index: true, element: <OfficesPage /> },
        {
          path: ':slug',
          element: <WithOffice />,
          errorElement: <Trouble reason="failed" />,
          children: [
            { index: true, element: <OfficePage /> },
            {
              path: 'submit',
              lazy: async () => ({ Component: (await import('./submit/submit-page.tsx')).SubmitPage }),
            },
            {
              path: 'receipt',
              lazy: async () => ({ Component: (await import('./submit/receipt-page.tsx')).ReceiptPage }),
            },
            {
              path: 'track',
              lazy: async () => ({ Component: (await import('./track/track-page.tsx')).TrackPage }),
            },
          ],
        },
      ],
    },
  ]);
}
