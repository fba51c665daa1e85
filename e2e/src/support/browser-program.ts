import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';

const require = createRequire(import.meta.url);
const PACKAGE = join(dirname(require.resolve('@sparticuz/chromium')), '..');
const { version } = require('../../node_modules/@sparticuz/chromium/package.json') as { version: string };
const FOLDER = join(import.meta.dirname, '../../node_modules/.cache/huiyin-browser', version);

export interface BrowserProgram {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

/**
 * The browser that its npm package carries, unpacked once, together with the libraries and the font that a bare
 * machine lacks. `CHROMIUM_PATH` names another one, where the package has none (it is for x64 Linux).
 */
export async function browserProgram(): Promise<BrowserProgram> {
  const own = process.env['CHROMIUM_PATH'];
  const inherited = Object.fromEntries(Object.entries(process.env).filter((pair) => pair[1] !== undefined));
  // Without it a file with a Chinese name is saved as `download`.
  const env = { ...(inherited as Record<string, string>), LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
  if (own) return { executablePath: own, env };
  if (!existsSync(FOLDER)) await unpack();
  return {
    executablePath: join(FOLDER, 'chromium'),
    env: {
      ...env,
      LD_LIBRARY_PATH: join(FOLDER, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(FOLDER, 'fonts.conf'),
    },
  };
}

async function unpack(): Promise<void> {
  // Unpacked beside its place and moved there whole: an interrupted run leaves no half of a browser.
  const draft = `${FOLDER}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await Promise.all(
    ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((archive) => inflateInto(draft, archive)),
  );
  await chmod(join(draft, 'chromium'), 0o755);
  const fonts = `<dir>${join(FOLDER, 'fonts')}</dir><cachedir>${join(FOLDER, 'fonts-cache')}</cachedir>`;
  await writeFile(join(draft, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>\n`);
  await rename(draft, FOLDER).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(FOLDER)) throw error;
  });
}

/** The package unpacks into the system's temporary folder only, whose name it asks for at the call. */
function inflateInto(folder: string, archive: string): Promise<string> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return inflate(join(PACKAGE, 'bin', archive));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
