import { ensureInstalled, PreparationError, say } from './lib/prepare.mjs';
import { runTool } from './lib/tools.mjs';

// npm run lint|format|types|…: one of the tools in the version of the lock file, installed first where it is missing.
const [tool, ...rest] = process.argv.slice(2);
try {
  ensureInstalled();
  process.exitCode = runTool(tool, rest);
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
