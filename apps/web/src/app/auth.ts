import { createAuthClient } from 'better-auth/react';

/** Sign-in and sign-out, as the server's `/api/auth` offers them. */
export const auth = createAuthClient({ baseURL: `${window.location.origin}/api/auth` });
