import { createHistogram } from 'node:perf_hooks';
import { CONNECTIONS } from './peers/process.mjs';

/** One peer's work of a workload, done over and over by every connection. `once(record)` records each answer's time. */

const ROUND_MS = 1_000;
/** Long enough for the just-in-time compilers, whatever the machine is doing beside us. */
const WARM_UP = { ms: 2_000, answers: 5_000, mostMs: 60_000 };
const MICROSECONDS = 1_000;

/**
 * Measures peers side by side: a round of a second each in turn, as often as there are seconds, because a shared
 * machine's speed drifts and a peer must not have a good minute to itself.
 * @param options.work by peer name: `{peer, once}`, where `once(record)` does one piece of work and records in
 * milliseconds how long each of its answers took
 * @returns for each, in the order given: its name, its rounds, and all times together
 */
export async function measure({ work, seconds }) {
  const results = new Map();
  for (const { peer, once } of work) {
    await warmUp({ peer, once });
    results.set(peer.name, { name: peer.name, times: createHistogram(), rounds: [] });
  }
  for (let second = 0; second < seconds; second += 1) {
    // Whoever comes first in one round comes last in the next.
    const order = second % 2 === 0 ? work : work.toReversed();
    for (const { peer, once } of order) {
      const result = results.get(peer.name);
      result.rounds.push(await round({ peer, once, ms: ROUND_MS, times: result.times }));
    }
  }
  return [...results.values()];
}

async function warmUp({ peer, once }) {
  const began = performance.now();
  let answers = 0;
  const warm = () => {
    const took = performance.now() - began;
    return took > WARM_UP.mostMs || (took > WARM_UP.ms && answers > WARM_UP.answers);
  };
  while (!warm()) {
    const { answered } = await round({ peer, once, ms: 250, times: createHistogram() });
    answers += answered;
  }
}

async function round({ peer, once, ms, times }) {
  let done = 0;
  let answers = 0;
  const record = (took) => {
    answers += 1;
    times.record(Math.max(1, Math.round(took * MICROSECONDS)));
  };
  const cpuBefore = await peer.cpu();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() - began < ms) {
        await once(record);
        done += 1;
      }
    }),
  );
  const took = (performance.now() - began) / 1_000;
  const cpu = ((await peer.cpu()) - cpuBefore) / MICROSECONDS;
  return {
    answered: answers,
    perSecond: done / took,
    answersPerSecond: answers / took,
    cpuPerAnswer: cpu / answers,
  };
}

/** The middle one of the rounds' values. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** One peer against another, compared within each pair of neighbouring rounds. */
export function ratio(result, reference, figure) {
  return median(result.rounds.map((round, index) => round[figure] / reference.rounds[index][figure]));
}
