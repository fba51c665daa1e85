import { ensureInstalled, PreparationError, say } from './lib/prepare.mjs';
import { ROOT } from './lib/tools.mjs';

// npm run schema:changes: what programs written for the last release would notice of the present schema.
try {
  ensureInstalled();
  // Only what is installed can be imported.
  const { announceThese, changesSinceRelease } = await import('./lib/release.mjs');
  const changes = await changesSinceRelease(ROOT);
  if (!changes) console.log('The schema was never released: nothing to compare it with.');
  else {
    const { since, breaking, dangerous, hidden } = changes;
    for (const { message } of breaking) console.log(`breaking since ${since}: ${message}`);
    for (const { message } of dangerous) console.log(`dangerous since ${since}: ${message}`);
    if (hidden.length > 0) {
      say(announceThese(hidden));
      process.exitCode = 1;
    }
  }
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
