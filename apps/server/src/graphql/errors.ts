import type { Locale, Localized } from '@huiyin/shared';
import { inLocale } from '@huiyin/shared';
import { GraphQLError } from 'graphql';

/** Top-level errors, each with a stable `extensions.code`; what is wrong with an input is a user error instead. */
export type ErrorCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'BAD_USER_INPUT' | 'NOT_FOUND' | 'THROTTLED';

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

export function badInput(locale: Locale, message: Localized): GraphQLError {
  return typed('BAD_USER_INPUT', message, locale);
}
