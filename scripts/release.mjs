import { ensureInstalled, say } from './lib/prepare.mjs';
import { ROOT } from './lib/tools.mjs';

// npm run release -- <version>: makes the tree that release; to be looked at, tested, committed and tagged by hand.
const [version = ''] = process.argv.slice(2);
try {
  ensureInstalled();
  const { release } = await import('./lib/release.mjs');
  await release(ROOT, { version, day: new Date().toISOString().slice(0, 10) });
  console.log(`This tree is ${version} now. Next: npm test, commit, git tag v${version}.`);
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
