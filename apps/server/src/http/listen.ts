import { setTimeout as sleep } from 'node:timers/promises';
import type { Localized } from '@huiyin/shared';
import type { FastifyInstance } from 'fastify';
import { StartupError } from '../startup-error.ts';

/** How long requests that are under way may take to end once we are told to stop. */
const DRAIN_MS = 10_000;

/**
 * Listens on the port of the settings.
 * @throws StartupError with what to do when the port or the address is not to be had
 */
export async function listen(
  app: FastifyInstance,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<void> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    const text = REASONS[(error as { code?: string }).code ?? '']?.({ port, host });
    throw text ? new StartupError(text, { cause: error }) : error;
  }
}

const NO_SUCH_ADDRESS = ({ host }: { readonly host: string }): Localized => ({
  zh: `本机没有地址 ${host}。请检查 HOST，例如 127.0.0.1（仅本机）或 0.0.0.0（整个网络）。`,
  en: `This machine has no address ${host}. Check HOST, such as 127.0.0.1 (this machine only) or 0.0.0.0 (the network).`,
});

const REASONS: Readonly<Record<string, (at: { readonly port: number; readonly host: string }) => Localized>> =
  {
    EADDRINUSE: ({ port }) => ({
      zh: `端口 ${port} 已被占用。请关闭占用它的程序，或用 PORT=4001 npm start 换一个端口。`,
      en: `Port ${port} is in use. Close the program that uses it, or choose another: PORT=4001 npm start.`,
    }),
    EACCES: ({ port }) => ({
      zh: `没有使用端口 ${port} 的权限。请用 PORT 指定 1024 以上的端口，例如 PORT=4000。`,
      en: `Port ${port} needs more rights than this user has. Choose one above 1024 with PORT, such as PORT=4000.`,
    }),
    EADDRNOTAVAIL: NO_SUCH_ADDRESS,
    ENOTFOUND: NO_SUCH_ADDRESS,
  };

/** Takes no more requests, and lets those under way end; what does not end in time loses its connection. */
export async function closeGently(app: FastifyInstance): Promise<void> {
  const closed = app.close();
  await Promise.race([closed, sleep(DRAIN_MS, undefined, { ref: false })]);
  app.server.closeAllConnections();
  await closed;
}
