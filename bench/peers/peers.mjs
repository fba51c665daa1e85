import { CONNECTIONS, startPeer } from './process.mjs';

const tenantHeader = ({ tenantId }) => ({ 'x-tenant': tenantId });

/** The peers of the read workloads beside the product: on its own database, as its own role. */
export async function startOthers(runtimeUrl) {
  const env = { DATABASE_URL: runtimeUrl, CONNECTIONS: String(CONNECTIONS) };
  const raw = async (name, shape) => ({
    ...{ kind: 'raw', path: '/', headersFor: tenantHeader, role: shape },
    peer: await startPeer({ name, program: './raw.mjs', env: { ...env, SHAPE: shape } }),
  });
  return [
    await raw('raw pg (v)', 'awaited'),
    await raw('raw pg, one round trip (v′)', 'pipelined'),
    {
      ...{ kind: 'postgraphile', path: '/graphql', headersFor: tenantHeader, role: 'postgraphile' },
      peer: await startPeer({ name: 'PostGraphile', program: './postgraphile.mjs', env }),
    },
  ];
}
