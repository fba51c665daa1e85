import type { Localized } from '@huiyin/shared';

/** A text that answers begin from, with live fields in braces: `{complainant}`, `{number}` … */
export interface AnswerTemplate {
  readonly name: Localized;
  readonly text: Localized;
}

/** What a template may name, with what it is called: what is known of the complaint fills it in. */
export const TEMPLATE_FIELDS = {
  complainant: { zh: '投诉人', en: 'who complained' },
  number: { zh: '编号', en: 'number' },
  matter: { zh: '事由', en: 'the matter' },
  received: { zh: '收到日期', en: 'day of receipt' },
  respondent: { zh: '被投诉方', en: 'respondent' },
  category: { zh: '类别', en: 'category' },
  finding: { zh: '查证结论', en: 'finding' },
  facts: { zh: '查明的事实', en: 'facts established' },
  remedies: { zh: '处理结果', en: 'remedies' },
  content: { zh: '反映的内容', en: 'what was complained of' },
  notice: { zh: '受理决定', en: 'decision' },
  body: { zh: '受移送单位', en: 'body in charge' },
  agreement: { zh: '调解协议内容', en: 'agreement' },
  sanctions: { zh: '处罚决定', en: 'sanctions' },
  amount: { zh: '金额（大写）', en: 'amount in words' },
  promise: { zh: '承诺答复时间', en: 'promised time' },
  handler: { zh: '承办人', en: 'handler' },
  office: { zh: '本单位', en: 'our office' },
  today: { zh: '今天', en: 'today' },
} as const satisfies Readonly<Record<string, Localized>>;
export type TemplateField = keyof typeof TEMPLATE_FIELDS;

const FIELD = /\{([a-zA-Z]+)\}/g;

function isField(name: string): name is TemplateField {
  return name in TEMPLATE_FIELDS;
}

/** Fields in braces that no template knows: a slip of whoever wrote it. */
export function unknownFields(text: string): readonly string[] {
  return [...text.matchAll(FIELD)].flatMap(([, name = '']) => (isField(name) ? [] : [name]));
}

/**
 * The text with what is known filled in. What is not known yet stands as `【…】`, to be seen and replaced: an answer
 * never goes out with a gap that nobody noticed.
 */
export function fillTemplate(
  text: string,
  options: {
    readonly values: Readonly<Partial<Record<TemplateField, string>>>;
    readonly name: (field: TemplateField) => string;
  },
): { readonly text: string; readonly missing: readonly TemplateField[] } {
  const missing: TemplateField[] = [];
  const filled = text.replaceAll(FIELD, (whole, name: string) => {
    if (!isField(name)) return whole;
    const value = options.values[name]?.trim();
    if (value) return value;
    missing.push(name);
    return `【${options.name(name)}】`;
  });
  return { text: filled, missing };
}

/** Whether a text still has a gap that a template left. */
export function hasGap(text: string): boolean {
  return /【[^】]{1,20}】/.test(text);
}
