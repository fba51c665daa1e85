import { HeaderMap } from '@apollo/server';
import type { Locale, Localized } from '@huiyin/shared';
import { inLocale } from '@huiyin/shared';
import { GraphQLError } from 'graphql';

/** Top-level errors, each with a stable `extensions.code`; what is wrong with an input is a user error instead. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'THROTTLED'
  | 'UNAVAILABLE';

function typed(code: ErrorCode, message: Localized, locale: Locale): GraphQLError {
  return new GraphQLError(inLocale(message, locale), { extensions: { code } });
}

export function unauthenticated(locale: Locale): GraphQLError {
  return typed(
    'UNAUTHENTICATED',
    { zh: '请先登录，或提供有效的密钥。', en: 'Sign in, or give a valid key.' },
    locale,
  );
}

export function forbidden(
  locale: Locale,
  message: Localized = { zh: '您没有此权限。', en: 'You may not do this.' },
): GraphQLError {
  return typed('FORBIDDEN', message, locale);
}

/** Too many attempts: the same whoever asks for whatever. */
export function throttled(locale: Locale): GraphQLError {
  return typed(
    'THROTTLED',
    { zh: '尝试次数过多，请过一会儿再试。', en: 'Too many attempts. Try again a little later.' },
    locale,
  );
}

/** A key has spent what it has; it may come again when enough has come back. */
export function spent(locale: Locale, retryAfterSeconds: number): GraphQLError {
  const message = inLocale(
    {
      zh: `此密钥的调用额度已用完，请在 ${retryAfterSeconds} 秒后再试。`,
      en: `This key has spent its points. Try again in ${retryAfterSeconds} seconds.`,
    },
    locale,
  );
  const headers = new HeaderMap([['retry-after', String(retryAfterSeconds)]]);
  return new GraphQLError(message, {
    extensions: { code: 'THROTTLED', retryAfterSeconds, http: { status: 429, headers } },
  });
}

export function badInput(locale: Locale, message: Localized): GraphQLError {
  return typed('BAD_USER_INPUT', message, locale);
}

/** The database is away for the moment: nothing was looked at, and nothing is known of who asks. */
export function unavailable(locale: Locale): GraphQLError {
  const message = inLocale(UNAVAILABLE, locale);
  return new GraphQLError(message, { extensions: { code: 'UNAVAILABLE', http: { status: 503 } } });
}

/** What is said to whoever does well to try again. */
export const UNAVAILABLE: Localized = {
  zh: '暂时无法处理，请稍后再试。',
  en: 'Not possible at the moment; try again shortly.',
};
