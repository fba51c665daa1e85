import type { Locale } from '@huiyin/shared';
import type { EventAuthor } from './event-chain.ts';

/**
 * The name of whoever did something. The product's own tasks and the public are kept in both languages in the record,
 * which never changes, and are read in one.
 */
export function authorName({ kind, name }: EventAuthor, locale: Locale): string {
  if (kind === 'staff' || kind === 'apiClient') return name;
  const [zh = name, en = zh] = name.split(' / ');
  return locale === 'en' ? en : zh;
}
