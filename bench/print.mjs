import { readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { ask } from './database.mjs';
import { median, ratio } from './measure.mjs';
import { CONNECTIONS } from './peers/process.mjs';
import { LIFE_MUTATIONS } from './workloads/life.mjs';

/** A line of progress, on stderr: stdout holds the figures alone. */
export function note(line) {
  process.stderr.write(process.stderr.isTTY ? `\r${line}\x1b[K` : `${line}\n`);
}

/** What is measured, on what, and how: without it the figures say nothing. */
export async function heading({ databases, data, seconds }) {
  const [{ version }] = await ask(
    databases.filled.ownerUrl,
    `select current_setting('server_version') as version`,
  );
  const { complaints, events, facts, organizations } = data;
  const largest = organizations[0].complaints;
  return `
Huiyin side by side with raw pg ${packageVersion('pg')} and PostGraphile ${packageVersion('postgraphile')}
  Node ${process.versions.node}, PostgreSQL ${version}, ${availableParallelism()} cores of ${cpus()[0]?.model ?? 'unknown'}
  ${count(complaints)} complaints, ${count(events)} events, ${count(facts)} facts; ${organizations.length} organisations, the largest with ${count(largest)}
  every peer an HTTP server in one process with ${CONNECTIONS} connections to the database, as the same role under the same
  row-level security; ${CONNECTIONS} requests at once; ${seconds} rounds of a second each, in turn, after a warm-up
  Huiyin signs in, authorizes, validates and limits; the others do not, and take the organisation from a header
  v: BEGIN, set_config, statement, COMMIT, each awaited. v′: all of it in one round trip. CPU: of the Node process
  load generator, servers and database share the machine, whose speed drifts: compare ratios, within one run alone
`;
}

/** The figures of a read workload, against each reference. */
export function readsReport({ workload, compared, results, references }) {
  const rows = results.map((result) => [
    result.name,
    fixed(median(result.rounds.map(({ answersPerSecond }) => answersPerSecond)), 0),
    milliseconds(result.times.percentile(50)),
    milliseconds(result.times.percentile(99)),
    fixed(median(result.rounds.map(({ cpuPerAnswer }) => cpuPerAnswer)), 3),
    ...Object.values(references).flatMap((reference) => [
      times(ratio(result, reference, 'answersPerSecond')),
      times(ratio(result, reference, 'cpuPerAnswer')),
    ]),
  ]);
  const heads = [
    '',
    'req/s',
    'p50 ms',
    'p99 ms',
    'CPU ms',
    'req/s÷v',
    'CPU÷v',
    'req/s÷v′',
    'CPU÷v′',
    'req/s÷PG',
    'CPU÷PG',
  ];
  const [product] = results;
  const targets = workload.targets.map(({ against, figure, ...wanted }) =>
    target({ ...wanted, measured: ratio(product, references[against], figure) }),
  );
  return `
${workload.title}
  ${compared} answers compared: the same from every peer
${table([heads, ...rows])}
${targets.join('\n')}
`;
}

export function livesReport({ results, verified, complaints }) {
  const rows = results.map((result) => [
    result.name,
    fixed(median(result.rounds.map(({ perSecond }) => perSecond)), 1),
    fixed(median(result.rounds.map(({ answersPerSecond }) => answersPerSecond)), 0),
    milliseconds(result.times.percentile(50)),
    milliseconds(result.times.percentile(99)),
    fixed(median(result.rounds.map(({ cpuPerAnswer }) => cpuPerAnswer)), 3),
  ]);
  const [stored, empty] = results;
  return `
D  one life of a complaint: registered, accepted, notified, assigned, answered, closed (${LIFE_MUTATIONS.length} mutations)
  every life acknowledged is there; ${count(verified)} events of the almost empty database verified
${table([['', 'lives/s', 'mutations/s', 'p50 ms', 'p99 ms', 'CPU ms'], ...rows])}
${target({ what: 'lives/s', measured: median(stored.rounds.map(({ perSecond }) => perSecond)), atLeast: 100, unit: '' })}
${target({ what: `lives/s with ${count(complaints)} stored ÷ almost empty`, measured: ratio(stored, empty, 'perSecond'), atLeast: 0.9 })}
`;
}

/** A target of the product beside what was measured. */
function target({ what, measured, atLeast, atMost, unit = '×' }) {
  const wanted = atLeast === undefined ? `at most ${atMost}${unit}` : `at least ${atLeast}${unit}`;
  const met = atLeast === undefined ? measured <= atMost : measured >= atLeast;
  return `  ${met ? '✓' : '✗'} ${what}: ${fixed(measured)}${unit}, wanted ${wanted}`;
}

/** Columns aligned, numbers to the right. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]));
  return rows.map((row) => `  ${row.map(pad).join('  ')}`).join('\n');
}

function packageVersion(name) {
  const file = new URL(`node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

const fixed = (value, digits = 2) => value.toFixed(digits);
const times = (value) => `${fixed(value)}×`;
const milliseconds = (microseconds) => fixed(microseconds / 1_000, 1);
const count = (value) => value.toLocaleString('en');
