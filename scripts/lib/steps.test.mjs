import { expect, test, vi } from 'vitest';
import { runSteps } from './steps.mjs';

function said() {
  const lines = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(text) > 0);
  return lines;
}

test('steps that need another wait for it, and all are named with their time', async () => {
  const lines = said();
  const steps = [
    { name: 'second', command: 'true', needs: ['first'] },
    { name: 'first', command: 'true' },
  ];
  expect(await runSteps(steps, { atOnce: 2 })).toBe(true);
  expect(lines.map((line) => line.split(' ')[1])).toEqual(['first', 'second']);
});

test('the first failure ends the run: its output is shown, what runs beside it is stopped, the rest not started', async () => {
  const lines = said();
  const steps = [
    { name: 'long', command: 'sleep 600' },
    { name: 'broken', command: 'echo "this is wrong" >&2; exit 3' },
    { name: 'never', command: 'true' },
  ];
  expect(await runSteps(steps, { atOnce: 2 })).toBe(false);
  expect(lines.join('')).toMatch(/✗ broken.*this is wrong/s);
  expect(lines.join('')).not.toMatch(/long|never/);
});

test('a step that is to be shown says what it found though it passed', async () => {
  const lines = said();
  const steps = [
    { name: 'told', command: 'echo dangerous', shown: true },
    { name: 'quiet', command: 'echo nothing' },
  ];
  expect(await runSteps(steps, { atOnce: 1 })).toBe(true);
  expect(lines.join('')).toContain('  dangerous');
  expect(lines.join('')).not.toContain('nothing');
});

test('a step that needs something unknown is said, not waited for', async () => {
  said();
  const steps = [{ name: 'a', command: 'true', needs: ['b'] }];
  await expect(runSteps(steps, { atOnce: 2 })).rejects.toThrow(/need/);
});
