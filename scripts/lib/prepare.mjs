import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { NODE, ROOT, SERVER, toolEnvironment } from './tools.mjs';

const OLDEST_NODE = [20, 19];
const INSTALLED_NOTE = join(ROOT, 'node_modules', '.huiyin', 'installed');

/** A step of preparation failed; the message is all a user needs. */
export class PreparationError extends Error {}

/** Installs the locked packages unless they are there. The first install needs the npm registry, and only it. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new PreparationError(
      `需要 Node.js ${OLDEST_NODE.join('.')} 或更高版本，当前为 ${process.versions.node}。请从 nodejs.org 安装。\n` +
        `Node.js ${OLDEST_NODE.join('.')} or newer is needed, this is ${process.versions.node}. Install it from nodejs.org.`,
    );
  }
  const wanted = installFingerprint();
  const present = existsSync(INSTALLED_NOTE) ? readFileSync(INSTALLED_NOTE, 'utf8') : undefined;
  if (present === wanted && existsSync(NODE)) return;
  say('安装依赖 · Installing packages …');
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const elsewhere = mkdtempSync(join(tmpdir(), 'huiyin-install-'));
  run(
    [
      process.platform === 'win32' ? 'npm.cmd' : 'npm',
      'exec',
      '--yes',
      '--',
      packageManager,
      '--dir',
      ROOT,
      'install',
      '--frozen-lockfile',
    ],
    { env: outsideEnvironment(), cwd: elsewhere },
    '依赖安装失败，请检查网络和 npm 镜像设置。\nInstalling failed: check the network and the npm registry setting.',
  );
  rmSync(elsewhere, { recursive: true });
  mkdirSync(dirname(INSTALLED_NOTE), { recursive: true });
  writeFileSync(INSTALLED_NOTE, wanted);
}

/** Builds what has changed since the last build: turbo knows by content, and says so in a third of a second. */
export function ensureBuilt() {
  if (!existsSync(SERVER)) say('构建 · Building …');
  run(
    [join(ROOT, 'node_modules', '.bin', 'turbo'), 'run', 'build', '--output-logs=errors-only'],
    { env: toolEnvironment(), cwd: ROOT },
    '构建失败。\nThe build failed.',
  );
}

/** Generates what the web application's sources import and nobody writes: the types of its operations. */
export function ensureGenerated() {
  run(
    [join(ROOT, 'node_modules', '.bin', 'turbo'), 'run', 'codegen', '--output-logs=errors-only'],
    { env: toolEnvironment(), cwd: ROOT },
    '生成代码失败。\nGenerating code failed.',
  );
}

/** One line of progress, on stderr: stdout belongs to the program that is started. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Changes with whatever decides which packages are installed. */
function installFingerprint() {
  const folders = ['apps', 'packages'].flatMap((group) =>
    readdirSync(join(ROOT, group)).map((name) => join(group, name)),
  );
  const manifests = [...folders, 'e2e'].map((folder) => join(folder, 'package.json'));
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', ...manifests];
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of files.filter((name) => existsSync(join(ROOT, name)))) {
    hash.update(file).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

/**
 * The machine's own Node and npm, as if not called from within the checkout: its Node and pnpm are among what an
 * install may have to remove.
 */
function outsideEnvironment() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(ROOT));
  const env = { ...process.env, PATH: path.join(delimiter), CI: 'true' };
  delete env.npm_config_local_prefix;
  return env;
}

/** Runs a command to its end; its output is shown only when it fails. */
function run([program, ...rest], { env, cwd }, failure) {
  const shell = process.platform === 'win32' && !program.endsWith('.exe');
  const options = { cwd, env, encoding: 'utf8', shell, maxBuffer: 2 ** 26 };
  const { status, stdout, stderr, error } = spawnSync(program, rest, options);
  if (status === 0) return;
  throw new PreparationError(`${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}${failure}`);
}
