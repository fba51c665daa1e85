import { accessSync, constants, mkdirSync } from 'node:fs';
import { StartupError } from './startup-error.ts';

/**
 * Makes the data folder when it is absent, and makes sure that it can be written to. It holds secrets and evidence:
 * nobody but its owner looks into it.
 * @throws StartupError with what to do
 */
export function openDataFolder(dataDir: string): void {
  try {
    // As root, PostgreSQL runs as another user, who must get through.
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { message } = error as Error;
    throw new StartupError(
      {
        zh: `数据目录 ${dataDir} 无法使用（${message}）。请用 DATA_DIR 指定一个可写的文件夹。`,
        en: `The data folder ${dataDir} cannot be used (${message}). Name a folder that can be written to with DATA_DIR.`,
      },
      { cause: error },
    );
  }
}
