import { parseArgs } from 'node:util';
import { ensureInstalled, say } from './lib/prepare.mjs';
import { newSector } from './lib/sector-new.mjs';
import { ROOT, runTool } from './lib/tools.mjs';

// npm run sector:new -- <code> --zh <name> …: a further sector, with which the product starts as it is.
const USAGE = `npm run sector:new -- <CODE> --zh <中文名> [--en <name>] [--family provider|regulator] [--prefix <letters>]
  npm run sector:new -- WATER_SUPPLY --zh 供水 --en "Water supply" --prefix GS`;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      zh: { type: 'string' },
      en: { type: 'string' },
      family: { type: 'string' },
      prefix: { type: 'string' },
    },
  });
  ensureInstalled();
  const { folder, registry } = newSector(ROOT, { code: positionals.join('_'), ...values });
  runTool('biome', ['check', '--write', '--log-level=error', folder, registry]);
  // Its types are part of the published schema, which the web application is compiled against.
  runTool('npm', ['run', '--silent', 'schema']);
  console.log(
    `${folder}\nReplace its starting text by the words of the sector, then npm run schema and npm test.`,
  );
} catch (error) {
  say(`${error.message}\n\n${USAGE}`);
  process.exitCode = 1;
}
