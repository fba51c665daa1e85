import { twoFactorClient } from 'better-auth/client/plugins';
import { createAuthClient } from 'better-auth/react';

/** Sign-in and what belongs to it, as the server's `/api/auth` offers them. Loaded where somebody signs in or out. */
export const auth = createAuthClient({
  baseURL: `${window.location.origin}/api/auth`,
  plugins: [twoFactorClient()],
});
