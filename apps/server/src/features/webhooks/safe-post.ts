import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What a receiver answered, or why it did not. */
export type Posted = { readonly status: number } | { readonly problem: PostProblem };
export const POST_PROBLEMS = [
  'FORBIDDEN_ADDRESS',
  'NO_SUCH_HOST',
  'NO_CONNECTION',
  'TIMED_OUT',
  'BROKEN_OFF',
] as const;
export type PostProblem = (typeof POST_PROBLEMS)[number];

/** How long a receiver may take in all. */
const PATIENCE_MS = 15_000;
/** An answer longer than this is not waited for: nobody reads it. */
const LONGEST_ANSWER = 65_536;

/** Which addresses may be called. `loopback`: this machine too, without TLS, to try things out. */
export interface Reach {
  readonly loopback: boolean;
}

/** Whether an address may be called at all: `https`, and not at a literal address of a network of ours. */
export function isCallable(url: URL, reach: Reach): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:') return isIP(host) === 0 || isAllowed(host, reach);
  return url.protocol === 'http:' && reach.loopback && (host === 'localhost' || isLoopback(host));
}

/**
 * Posts to an address that somebody else has chosen. The name is looked up once, every address that it leads to has to
 * be public, and the connection goes to that very address: what the name leads to a moment later changes nothing.
 * Redirects are answers like any other and not followed.
 */
export function safePost(
  url: URL,
  call: {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly reach: Reach;
    readonly patienceMs?: number;
  },
): Promise<Posted> {
  const { headers, body, reach, patienceMs = PATIENCE_MS } = call;
  if (!isCallable(url, reach)) return Promise.resolve({ problem: 'FORBIDDEN_ADDRESS' });
  const send = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((settle) => {
    const request = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      // A connection of its own, to what was looked up for it.
      agent: false,
      lookup: publicLookup(reach),
      signal: AbortSignal.timeout(patienceMs),
    });
    request.once('error', (error: NodeJS.ErrnoException) => settle({ problem: problemOf(error) }));
    request.once('response', (response) => {
      let bytes = 0;
      const status = response.statusCode ?? 0;
      const done = () => {
        settle({ status });
        response.destroy();
      };
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > LONGEST_ANSWER) done();
      });
      response.once('end', done);
      response.once('error', (error: NodeJS.ErrnoException) => settle({ problem: problemOf(error) }));
    });
    request.end(body);
  });
}

function publicLookup(reach: Reach): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isAllowed(address, reach))) {
        return done(Object.assign(new Error('The address is not public.'), { code: 'EFORBIDDEN' }), '', 0);
      }
      if (options.all)
        return (done as unknown as (error: null, all: LookupAddress[]) => void)(null, addresses);
      return done(null, first.address, first.family);
    });
  };
}

/** Public, and no network's own: no loopback, private, link-local, carrier's, mapped or reserved one. */
function isAllowed(address: string, { loopback }: Reach): boolean {
  if (!ipaddr.isValid(address)) return false;
  const range = ipaddr.process(address).range();
  return range === 'unicast' || (loopback && range === 'loopback');
}

function isLoopback(host: string): boolean {
  return ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback';
}

function problemOf({ code, name }: NodeJS.ErrnoException): PostProblem {
  if (code === 'EFORBIDDEN') return 'FORBIDDEN_ADDRESS';
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR') return 'TIMED_OUT';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'NO_SUCH_HOST';
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'HPE_INVALID_CONSTANT'
    ? 'BROKEN_OFF'
    : 'NO_CONNECTION';
}
