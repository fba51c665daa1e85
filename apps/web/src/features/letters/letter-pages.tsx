import { ForgotPage } from './forgot-page.tsx';
import { InvitationPage } from './invitation-page.tsx';
import { ResetPage } from './reset-page.tsx';

const PAGES = { '/invitation': InvitationPage, '/reset-password': ResetPage, '/forgot-password': ForgotPage };

/** The page of an address that a letter leads to. */
export function LetterPage({ path }: { path: string }) {
  const Page = PAGES[path as keyof typeof PAGES];
  return <Page />;
}
