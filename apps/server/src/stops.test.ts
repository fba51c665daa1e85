import { expect, test } from 'vitest';
import { Stops } from './stops.ts';

test('what was started last is stopped first, and what fails or hangs keeps nothing from it', async () => {
  const stopped: string[] = [];
  const told: string[] = [];
  const stops = new Stops();
  stops.add('first', () => void stopped.push('first'));
  stops.add('hanging', () => new Promise(() => undefined), { patienceMs: 1 });
  stops.add('failing', async () => {
    throw new Error('no');
  });
  stops.add('last', async () => void stopped.push('last'));
  await stops.stopAll((text) => told.push(text));
  await stops.stopAll((text) => told.push(text));
  expect(stopped).toEqual(['last', 'first']);
  expect(told).toEqual([
    expect.stringMatching(/^failing: Error: no/),
    expect.stringMatching(/^hanging: not/),
  ]);
});
