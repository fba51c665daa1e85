import { createRequire } from 'node:module';
import { PASSWORD } from '../fill/plan.mjs';
import { startPeer } from './process.mjs';

export const SERVER = createRequire(import.meta.url).resolve('../../apps/server/dist/main.js');

/** The built server as it runs in production, with sign-in, authorization and everything else on. */
export async function startHuiyin({ name, ownerUrl, secret, dataDir, profileInto }) {
  const peer = await startPeer({
    ...{ name, program: SERVER, profileInto },
    env: {
      ...{ HUIYIN_MODE: 'production', HOST: '127.0.0.1', HUIYIN_SECRET: secret },
      ...{ DATABASE_URL: ownerUrl, DATA_DIR: dataDir },
      // Production logs every request otherwise; no peer here does.
      LOG_LEVEL: 'warn',
    },
  });
  return {
    ...peer,
    /** Signs somebody in through the real sign-in; the headers of their requests from then on. */
    async signIn(email) {
      const headers = { 'content-type': 'application/json', origin: peer.origin };
      const response = await fetch(`${peer.origin}/api/auth/sign-in/email`, {
        ...{ method: 'POST', headers },
        body: JSON.stringify({ email, password: PASSWORD }),
      });
      if (!response.ok) throw new Error(`Signing in failed: ${await response.text()}`);
      const cookie = response.headers
        .getSetCookie()
        .map((set) => set.split(';', 1)[0])
        .join('; ');
      return { ...headers, cookie };
    },
  };
}
