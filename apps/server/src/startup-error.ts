import type { Localized } from '@huiyin/shared';

/**
 * Something outside the program keeps it from starting: a setting, a port, a folder, a database. The text says
 * what is wrong and what to do, in both languages; whoever starts the program prints `message` and nothing else.
 */
export class StartupError extends Error {
  readonly text: Localized;

  constructor(text: Localized, options?: ErrorOptions) {
    super(`${text.zh}\n${text.en}`, options);
    this.name = 'StartupError';
    this.text = text;
  }
}
