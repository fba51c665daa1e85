import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabases } from './database.mjs';
import { prepareData } from './fill/prepare.mjs';
import { startHuiyin } from './peers/huiyin.mjs';
import { startOthers } from './peers/peers.mjs';
import { heading, livesReport, note, readsReport } from './print.mjs';
import { DETAIL } from './workloads/detail.mjs';
import { INBOX } from './workloads/inbox.mjs';
import { measureLives } from './workloads/lives.mjs';
import { measureReads } from './workloads/reads.mjs';

// npm run bench: the product side by side with raw `pg` and PostGraphile 5 on one database, the same rows, the same
// row-level security, in one run. Everything lives in a temporary folder and is gone afterwards.

const USAGE = `npm run bench -- [--seconds 6] [--complaints 100000] [--only a,b,d] [--keep <folder>] [--profile <folder>]
  --seconds     how long each peer is measured in each workload
  --complaints  how many are stored
  --only        some of the workloads
  --keep        a folder in which the filled database stays for the next run
  --profile     a folder for a CPU profile of the product's server
`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '6' },
      complaints: { type: 'string', default: '100000' },
      only: { type: 'string', default: 'a,b,d' },
      keep: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const seconds = Number(values.seconds);
  const complaints = Number(values.complaints);
  if (!(seconds >= 1) || !(complaints >= 1_000))
    throw new TypeError('At least 1 second and 1,000 complaints.');
  return { ...values, seconds, complaints, only: new Set(values.only.toLowerCase().split(',')) };
}

async function main() {
  const options = readOptions();
  const folder = options.keep ? resolve(options.keep) : mkdtempSync(join(tmpdir(), 'huiyin-bench-'));
  const closing = [];
  const close = async () => {
    for (const stop of closing.splice(0).reverse()) await stop();
    if (!options.keep) rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => close().finally(() => process.exit(130)));
  try {
    await run({ options, folder, closing });
  } finally {
    await close();
  }
}

async function run({ options, folder, closing }) {
  const databases = await openDatabases(folder);
  closing.push(() => databases.close());
  const data = await prepareData({ databases, folder, complaints: options.complaints });
  process.stdout.write(await heading({ databases, data, seconds: options.seconds }));

  const { secret, filled, empty } = databases;
  const huiyin = await startHuiyin({
    ...{ name: 'Huiyin', ownerUrl: filled.ownerUrl, secret, dataDir: folder },
    profileInto: options.profile && resolve(options.profile),
  });
  closing.push(() => huiyin.stop());
  const cookies = new Map();
  for (const { tenantId, email } of data.organizations) cookies.set(tenantId, await huiyin.signIn(email));

  const reads = [
    ['a', INBOX],
    ['b', DETAIL],
  ].filter(([name]) => options.only.has(name));
  if (reads.length > 0) {
    const others = await startOthers(filled.runtimeUrl);
    const stopOthers = async () => void (await Promise.all(others.map(({ peer }) => peer.stop())));
    closing.push(stopOthers);
    const product = {
      peer: huiyin,
      kind: 'huiyin',
      path: '/graphql',
      headersFor: ({ tenantId }) => cookies.get(tenantId),
    };
    const peers = [product, ...others];
    for (const [name, workload] of reads) {
      note(`${name.toUpperCase()} …`);
      const measured = await measureReads({ workload, peers, context: data, seconds: options.seconds });
      process.stdout.write(readsReport({ workload, ...measured }));
    }
  }

  if (options.only.has('d')) {
    note('D …');
    const small = await startHuiyin({
      name: 'Huiyin, almost empty',
      ownerUrl: empty.ownerUrl,
      secret,
      dataDir: folder,
    });
    closing.push(() => small.stop());
    const [organization] = data.organizations;
    const places = [
      { peer: huiyin, organization, headers: cookies.get(organization.tenantId), ...filled },
      { peer: small, organization: data.small, headers: await small.signIn(data.small.email), ...empty },
    ];
    const measured = await measureLives({ places, seconds: options.seconds });
    process.stdout.write(livesReport({ ...measured, complaints: data.complaints }));
  }
}

main().catch((error) => {
  process.stderr.write(error instanceof TypeError ? `${error.message}\n${USAGE}` : `${error.stack}\n`);
  if (error.cause) process.stderr.write(`${error.cause.message ?? error.cause}\n`);
  process.exitCode = 1;
});
