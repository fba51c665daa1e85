import { deepStrictEqual } from 'node:assert';
import { measure } from '../measure.mjs';

const MOST_CHECKED = 60;

/**
 * Measures a read workload over all its peers, once every peer has given the same answers to the same questions.
 * @throws when two answers differ: a ratio between different answers says nothing
 */
export async function measureReads({ workload, peers, context, seconds }) {
  const questions = workload.questions(context);
  const asked = peers.map(({ peer, kind, path, headersFor }) => ({
    peer,
    seen: workload[kind].seen,
    requests: questions.map((question) => ({
      path,
      headers: { 'content-type': 'application/json', ...headersFor(question.organization) },
      body: JSON.stringify(workload[kind].body(question)),
    })),
  }));
  const compared = await compareAnswers(asked);
  const work = asked.map(({ peer, requests }) => {
    let next = 0;
    return {
      peer,
      once: async (record) => {
        const request = requests[next++ % requests.length];
        const began = performance.now();
        await peer.send(request);
        record(performance.now() - began);
      },
    };
  });
  const results = await measure({ work, seconds });
  const references = Object.fromEntries(
    peers.map(({ role }, index) => [role, results[index]]).filter(([role]) => role !== undefined),
  );
  return { compared, results, references };
}

async function compareAnswers([first, ...others]) {
  const compared = Math.min(MOST_CHECKED, first.requests.length);
  for (let index = 0; index < compared; index += 1) {
    const expected = await answerOf(first, index);
    for (const other of others) {
      const message = `${other.peer.name} and ${first.peer.name} answer differently to ${first.requests[index].body}`;
      try {
        deepStrictEqual(await answerOf(other, index), expected);
      } catch (cause) {
        throw new Error(message, { cause });
      }
    }
  }
  return compared;
}

async function answerOf({ peer, seen, requests }, index) {
  return seen(JSON.parse(await peer.send(requests[index])));
}
