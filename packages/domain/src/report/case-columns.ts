import type { Localized } from '@huiyin/shared';
import { FINDING_LABELS } from '../complaint/labels.ts';
import type { CaseLine } from '../figures/query.ts';
import type { Sector } from '../sectors/contract.ts';
import type { TableCell } from './content.ts';
import type { CaseColumn } from './declaration.ts';
import { dimensionLabel } from './dimension-labels.ts';
import type { ReportSubject } from './subject.ts';

const LABELS: Readonly<Record<string, Localized>> = {
  number: { zh: '编号', en: 'Number' },
  receivedOn: { zh: '收到日期', en: 'Received' },
  category: { zh: '类别', en: 'Category' },
  respondent: { zh: '对象', en: 'Respondent' },
  content: { zh: '内容', en: 'Content' },
  finding: { zh: '结论', en: 'Finding' },
  result: { zh: '处理结果', en: 'Result' },
  amount: { zh: '金额（元）', en: 'Amount (CNY)' },
  closedOn: { zh: '办结日期', en: 'Closed' },
  cause: { zh: '原因', en: 'Cause' },
  lesson: { zh: '教训', en: 'Lesson' },
  action: { zh: '整改', en: 'Action' },
  department: { zh: '部门', en: 'Department' },
};

export function caseColumnLabel(column: CaseColumn, sector: Sector): Localized {
  const own = sector.fields.find(({ key }) => `details.${key}` === column);
  return own?.label ?? LABELS[column] ?? { zh: column, en: column };
}

/** The cells of a case: codes become words, the number opens the case. */
export function caseCells(
  line: CaseLine,
  columns: readonly CaseColumn[],
  subject: ReportSubject,
): TableCell[] {
  return columns.map((column): TableCell => {
    const value = line.values[column] ?? null;
    if (column === 'amount') return { value: typeof value === 'number' ? value : null, unit: 'MONEY' };
    const label =
      value === null
        ? { zh: '', en: '' }
        : typeof value === 'object'
          ? value
          : wordsOf(column, String(value), subject);
    return column === 'number' ? { label, complaintId: line.id } : { label };
  });
}

function wordsOf(column: CaseColumn, text: string, subject: ReportSubject): Localized {
  if (column === 'finding')
    return FINDING_LABELS[text as keyof typeof FINDING_LABELS] ?? { zh: text, en: text };
  if (
    column === 'category' ||
    column === 'cause' ||
    column === 'department' ||
    column.startsWith('details.')
  ) {
    return dimensionLabel(column as Parameters<typeof dimensionLabel>[0], text, subject);
  }
  return { zh: text, en: text };
}
