import './account.css';
import { Organizations } from './organizations.tsx';
import { PasswordForm } from './password-form.tsx';
import { Sessions } from './sessions.tsx';
import { TwoFactor } from './two-factor.tsx';
import { useAccountWords } from './words.ts';

/** One's own account: password, second factor, where one is signed in. */
export function AccountPage() {
  const { word } = useAccountWords();
  return (
    <div className="stack" style={{ maxWidth: 720 }}>
      <h1 className="page-title">{word('account.title')}</h1>
      <Organizations />
      <PasswordForm />
      <TwoFactor />
      <Sessions />
    </div>
  );
}
