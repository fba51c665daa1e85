import type { ApolloServerPlugin } from '@apollo/server';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import type { GraphQLFormattedError } from 'graphql';
import type { RequestContext } from './actor-context.ts';

/** Longer messages are cut: the library repeats what it was given, however much that was. */
const LONGEST = 500;

type Say = (...found: string[]) => string;

/** What the library says of a value, in Chinese. */
const OF_VALUES: readonly (readonly [RegExp, Say])[] = [
  [/^Value "(.+?)" does not exist in "(\w+)" enum/, (value, type) => `${type} 没有“${value}”这个值。`],
  [/^Enum "(\w+)" cannot represent non-(?:string|enum) value/, (type) => `应为 ${type} 的值。`],
  [
    /^Field "([\w.]+)" of required type "(.+?)" was not provided/,
    (key, type) => `缺少必填项 ${key}（${type}）。`,
  ],
  [/^Field "(\w+)" is not defined by type "(\w+)"/, (key, type) => `${type} 没有 ${key} 这一项。`],
  [/^Expected non-nullable type "(.+?)" not to be null/, (type) => `不能为空（${type}）。`],
  [/^Expected type "(\w+)" to be an object/, (type) => `应为对象（${type}）。`],
  [/^Int cannot represent/, () => '应为整数，且不超出 32 位。'],
  [/^SafeInt|^Value is not a safe integer/, () => '应为整数。'],
  [/^Float cannot represent/, () => '应为数字。'],
  [/^Boolean cannot represent/, () => '应为 true 或 false。'],
  [/^String cannot represent/, () => '应为文字。'],
  [/^ID cannot represent/, () => '应为编号（ID）。'],
  [/^DateTime cannot represent/, () => '应为时间，如 2026-09-24T01:00:00.000Z。'],
  [/^A calendar day is written/, () => '应为 1900 至 2199 年间的日期，如 2026-09-24。'],
];

/** What the library says of a document, in Chinese. */
const OF_DOCUMENTS: readonly (readonly [RegExp, Say])[] = [
  [/^Syntax Error: Document contains more that (\d+) tokens/, (most) => `查询过长：最多 ${most} 个词。`],
  [/^Syntax Error: (.+)$/s, (rest) => `查询的语法有误：${rest}`],
  [/^Unknown operation named "(.+?)"/, (name) => `没有名为 ${name} 的操作。`],
  [/^Must provide operation name/, () => '有多个操作，请用 operationName 指明要执行哪一个。'],
  [/^Must provide an operation/, () => '请求中没有操作。'],
  [/^The document has more than (\d+) levels/, (most) => `查询嵌套过深：最多 ${most} 层。`],
  [/^The document has more than (\d+) aliases/, (most) => `查询的别名过多：最多 ${most} 个，请分多次发送。`],
  [/^Cannot query field "(\w+)" on type "(\w+)"/, (field, type) => `${type} 没有字段 ${field}。`],
  [/^Unknown argument "(\w+)" on field "(.+?)"/, (name, field) => `${field} 没有参数 ${name}。`],
  [/^Unknown type "(.+?)"/, (type) => `没有类型 ${type}。`],
  [
    /^Field "(.+?)" argument "(\w+)" of type "(.+?)" is required/,
    (field, name, type) => `${field} 缺少必填参数 ${name}（${type}）。`,
  ],
  [
    /^Field "(\w+)" of type "(.+?)" must have a selection of subfields/,
    (field, type) => `请选取 ${field}（${type}）的字段。`,
  ],
  [
    /^Field "(\w+)" must not have a selection since type "(.+?)"/,
    (field, type) => `${field}（${type}）没有下级字段。`,
  ],
  [
    /^Variable "\$(\w+)" of required type "(.+?)" was not provided/,
    (name, type) => `缺少变量 $${name}（${type}）。`,
  ],
  [
    /^Variable "\$(\w+)" of non-null type "(.+?)" must not be null/,
    (name, type) => `变量 $${name} 不能为空（${type}）。`,
  ],
  [
    /^Variable "\$(\w+)" of type "(.+?)" used in position expecting type "(.+?)"/,
    (name, given, type) => `变量 $${name} 的类型应为 ${type}，而不是 ${given}。`,
  ],
  [/^Variable "\$(\w+)" is not defined/, (name) => `没有声明变量 $${name}。`],
  [/^Too many errors processing variables/, () => '变量中的错误过多，其余未列出。'],
];

const OF_A_VARIABLE =
  /^Variable "\$(\w+)" got invalid value .*?(?: at "\w+\.?(.*?)")?; (?:Expected type "\w+"\. )?(.+)$/s;

function find(message: string, words: typeof OF_VALUES): string | undefined {
  for (const [pattern, say] of words) {
    const found = pattern.exec(message);
    if (found) return say(...found.slice(1));
  }
  return undefined;
}

function inChinese(message: string): string {
  const [, name, place, said = ''] = OF_A_VARIABLE.exec(message) ?? [];
  if (name) {
    return `变量 $${name}${place ? ` 的 ${place}` : ''}：${find(said, OF_VALUES) ?? said}`;
  }
  return find(message, OF_DOCUMENTS) ?? find(message, OF_VALUES) ?? `请求不符合接口定义：${message}`;
}

const FAULTS: Readonly<Record<string, Localized>> = {
  INTERNAL_SERVER_ERROR: {
    zh: '系统出错，已记录。',
    en: 'Something went wrong on our side; it has been logged.',
  },
  UNAVAILABLE: {
    zh: '暂时无法处理，请稍后再试。',
    en: 'Not possible at the moment; try again shortly.',
  },
};

/** Codes of errors that the library words, in English. */
const OF_THE_LIBRARY = new Set([
  ...['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE'],
  ...['BAD_USER_INPUT', 'BAD_REQUEST'],
]);

/** Whether nobody of ours worded it: what we say to a Chinese caller does not begin with Latin letters alone. */
function isEnglish(message: string): boolean {
  return !/\p{Script=Han}/u.test(message.split('"')[0] ?? '');
}

/** The error in words for the caller: the library's translated, our own faults named as such. */
export function worded(error: GraphQLFormattedError, locale: Locale): GraphQLFormattedError {
  const code = String(error.extensions?.code ?? '');
  const fault = FAULTS[code];
  if (fault) return { ...error, message: inLocale(fault, locale) };
  const foreign = locale === 'zh-CN' && OF_THE_LIBRARY.has(code) && isEnglish(error.message);
  const message = foreign ? inChinese(error.message) : error.message;
  return { ...error, message: message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message };
}

/** Puts what the library says, and our own faults, into the caller's language. */
export const wordErrors: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body }, contextValue }) {
        if (body.kind !== 'single' || !body.singleResult.errors) return;
        body.singleResult.errors = body.singleResult.errors.map((error) =>
          worded(error, contextValue.request.locale),
        );
      },
    };
  },
};
