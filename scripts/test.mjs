import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, PreparationError, say } from './lib/prepare.mjs';
import { runSteps } from './lib/steps.mjs';
import { ROOT } from './lib/tools.mjs';

/**
 * Everything that must hold, in the order in which it is started, two at a time. `needs`: the steps that must have
 * passed before; `report`: where a test runner leaves its counts; `shown`: what it says is worth reading though it passed.
 */
const STEPS = [
  { name: 'style', command: 'biome ci --error-on-warnings' },
  { name: 'types', command: 'turbo run types --output-logs=errors-only' },
  { name: 'layout', command: 'depcruise --config .dependency-cruiser.mjs apps packages e2e' },
  { name: 'schema', command: 'npm run --silent schema -- --check && npm run --silent schema:lint' },
  { name: 'released', command: 'node scripts/schema-changes.mjs', shown: true },
  { name: 'build', command: 'turbo run build --output-logs=errors-only' },
  { name: 'browser', ...vitest('e2e'), needs: ['build'] },
  { name: 'tests', ...vitest('!e2e*') },
  { name: 'operation', ...vitest('e2e-operation'), needs: ['build'] },
];

const REPORTS = join(ROOT, 'node_modules', '.huiyin', 'reports');

// npm test: ends with the line `N passed, N failed`, and fails when anything does.
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
let failedSteps = 1;
try {
  ensureInstalled();
  failedSteps = (await runSteps(STEPS, { atOnce: 2 })) ? 0 : 1;
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  say(error.message);
}
const { passed, failed } = countTests();
// A failed step that counts no tests (style, types, a crashed runner) is one failure all the same.
const failures = failed || failedSteps;
console.log(`${passed} passed, ${failures} failed`);
process.exitCode = failures > 0 || passed === 0 ? 1 : 0;

/** A run of vitest over some of the projects of vitest.config.ts. */
function vitest(project) {
  const report = `${project.replace('!', 'not-').replace('*', '')}.json`;
  const file = join('node_modules', '.huiyin', 'reports', report);
  return {
    command: `vitest run --project '${project}' --reporter=default --reporter=json --outputFile=${file}`,
    report,
  };
}

function countTests() {
  const total = { passed: 0, failed: 0 };
  for (const { report } of STEPS) {
    const counts = report && readCounts(join(REPORTS, report));
    if (!counts) continue;
    total.passed += counts.numPassedTests;
    // A file that does not even load has failed without a failed test.
    total.failed += counts.numFailedTests || counts.numFailedTestSuites;
  }
  return total;
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
