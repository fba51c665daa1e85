import type { Localized } from '@huiyin/shared';

/** Why a file cannot be read at all. What is wrong in single rows is never one of these. */
export type SheetErrorCode =
  | 'EMPTY_FILE'
  | 'NOT_A_SPREADSHEET'
  | 'OLD_EXCEL'
  | 'UNSUPPORTED_FORMAT'
  | 'ENCRYPTED'
  | 'CORRUPT'
  | 'TOO_LARGE'
  | 'UNCLOSED_QUOTE'
  | 'NO_SUCH_SHEET';

const TEXTS: Record<SheetErrorCode, Localized> = {
  EMPTY_FILE: {
    zh: '文件是空的，没有任何内容。请检查是否选错了文件，或在表格软件中重新保存后再上传。',
    en: 'The file is empty. Check that it is the right one, or save it again in your spreadsheet program.',
  },
  NOT_A_SPREADSHEET: {
    zh: '这不是表格文件。请上传 CSV 或 Excel 工作簿（.xlsx）。',
    en: 'This is not a spreadsheet. Upload a CSV file or an Excel workbook (.xlsx).',
  },
  OLD_EXCEL: {
    zh: '这是旧版 Excel 格式（.xls）。请用 Excel 或 WPS 打开，“另存为”Excel 工作簿（.xlsx）后再上传。',
    en: 'This is the old Excel format (.xls). Open it in Excel or WPS, save it as an Excel workbook (.xlsx), and upload that.',
  },
  UNSUPPORTED_FORMAT: {
    zh: '不支持这种表格格式（如 .xlsb、.ods 或网页表格）。请用 Excel 或 WPS 打开，“另存为”Excel 工作簿（.xlsx）或 CSV 后再上传。',
    en: 'This spreadsheet format (such as .xlsb, .ods or a web page) is not supported. Open it in Excel or WPS, save it as .xlsx or CSV, and upload that.',
  },
  ENCRYPTED: {
    zh: '文件有打开密码。请在 Excel 或 WPS 中取消密码，保存后再上传。',
    en: 'The file is protected by a password. Remove the password in Excel or WPS, save, and upload it again.',
  },
  CORRUPT: {
    zh: '文件已损坏或不完整，无法读取。请用 Excel 或 WPS 打开并重新保存，再上传。',
    en: 'The file is damaged or incomplete. Open it in Excel or WPS, save it again, and upload that.',
  },
  TOO_LARGE: {
    zh: '表格过大：一张工作表最多 1,048,576 行、16,384 列，一个单元格最多 100 万字，解压后最多 2 GB。请删去无关的工作表、行列和图片，或分成几个文件后再上传。',
    en: 'The table is too large: a sheet has at most 1,048,576 rows and 16,384 columns, a cell at most a million characters, a file at most 2 GB once unpacked. Remove what does not belong to it, or upload it in several files.',
  },
  UNCLOSED_QUOTE: {
    zh: '有一个双引号没有配对，其后的各行无法分开。请改正所示行的引号后再上传。',
    en: 'A double quote is never closed, so the rows after it cannot be told apart. Correct the quote in the line shown and upload again.',
  },
  NO_SUCH_SHEET: {
    zh: '工作簿中没有所选的工作表，或没有可读的工作表。请重新选择工作表。',
    en: 'The workbook does not have the chosen sheet, or has none that can be read. Choose another sheet.',
  },
};

/** The file as a whole cannot be read; `text` tells its owner what to do. */
export class SheetError extends Error {
  override readonly name = 'SheetError';
  readonly code: SheetErrorCode;
  readonly text: Localized;
  /** Physical line (from 1) where reading stopped, when known. */
  readonly line: number | undefined;

  constructor(code: SheetErrorCode, detail: { line?: number; cause?: unknown } = {}) {
    super(TEXTS[code].en, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = code;
    this.line = detail.line;
    const { zh, en } = TEXTS[code];
    this.text =
      detail.line === undefined
        ? { zh, en }
        : { zh: `第 ${detail.line} 行：${zh}`, en: `Line ${detail.line}: ${en}` };
  }
}
