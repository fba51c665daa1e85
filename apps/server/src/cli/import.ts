import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { SystemActor } from '@huiyin/domain';
import { composeServices, type Services } from '../composition.ts';
import type { ImportKindCode, ImportRow } from '../features/imports/import.repository.ts';
import { passedOverRows, refusedRows } from '../features/imports/import-row.repository.ts';
import { refusedWorkbook } from '../features/imports/refused-sheet.ts';
import { folderMailer } from '../identity/mailer.ts';
import { organizationOf, runCommand, UsageError } from './command.ts';

/** npm run import -- --organization <slug> <file> [--sheet <name>] [--sanctions <file>] [--check] [--again] */

const USAGE = `用法 Usage: npm run import -- --organization <slug> <file.csv|file.xlsx> [--sheet <name>] [--sanctions <file>] [--check] [--again]
  --organization  机构标识，如 demo.json 中的 slug  The organisation's slug
  --sheet         工作表名称，默认为最大的一张  Name of the worksheet; by default the largest
  --sanctions     行政处罚表，按编号附到投诉件  A sheet of sanctions, attached by number
  --check         只检查，不导入  Dry run: nothing is taken in
  --again         再次导入已导入过的文件  Import a file that was imported before`;
const MOST_SHOWN = 50;
/** A register of millions of rows, read from this machine's own disk. Bytes. */
const LARGEST_REGISTER = 4 * 1024 ** 3;

interface Request {
  readonly services: Services;
  readonly actor: SystemActor;
  readonly check: boolean;
  readonly again: boolean;
}

await runCommand({
  read: () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        organization: { type: 'string', default: '' },
        sheet: { type: 'string' },
        sanctions: { type: 'string' },
        check: { type: 'boolean', default: false },
        again: { type: 'boolean', default: false },
      },
    });
    const [file] = positionals;
    if (!values.organization || (!file && !values.sanctions)) throw new UsageError(USAGE);
    for (const path of [file, values.sanctions]) {
      if (path && !existsSync(path)) throw new UsageError(`没有文件 ${path}。 There is no file ${path}.`);
    }
    return { ...values, file };
  },
  work: async ({ database, config, secret }, { organization, file, sheet, sanctions, check, again }) => {
    const { tenantId } = await organizationOf(database, organization);
    // The rows are taken in here and now: nothing is put off to a server that may not run.
    const jobs = { enqueue: async () => undefined };
    const services = composeServices({
      ...{ database, jobs, secret },
      post: { mailer: folderMailer(join(config.dataDir, 'mail')), publicUrl: config.publicUrl },
      filesFolder: join(config.dataDir, 'files'),
    });
    const actor: SystemActor = { kind: 'system', tenantId, task: '导入 / import' };
    const request = { services, actor, check, again };
    const whole = !file || (await importFile(request, { path: file, sheet, kind: 'COMPLAINTS' }));
    const attached = !sanctions || (await importFile(request, { path: sanctions, kind: 'SANCTIONS' }));
    return whole && attached ? 0 : 2;
  },
});

/** Imports one file; whether every row of it was taken in. */
async function importFile(
  request: Request,
  {
    path,
    sheet,
    kind,
  }: { readonly path: string; readonly sheet?: string | undefined; readonly kind: ImportKindCode },
): Promise<boolean> {
  const { services, actor, check, again } = request;
  const { files, imports, importWorker } = services;
  const name = basename(path);
  const { sha256 } = await files.put(actor, {
    ...{ stream: createReadStream(path), name, largestBytes: LARGEST_REGISTER },
  });
  const created = await imports.create(actor, { sha256, name, kind, sheet });
  const begun = !created.ok
    ? created
    : check
      ? await imports.check(actor, created.row.id)
      : await imports.start(actor, created.row.id, { again });
  if (!begun.ok || !created.ok) {
    const refusals = begun.ok ? [] : begun.refusals;
    for (const { message } of refusals) process.stderr.write(`${name}: ${message.zh} ${message.en}\n`);
    return false;
  }
  await importWorker.work({ tenantId: actor.tenantId, importId: begun.row.id });
  const done = await imports.find(actor, begun.row.id);
  if (!done) throw new Error('The import is gone.');
  await report(request, done, path);
  return done.refused === 0 && done.status !== 'FAILED';
}

async function report({ services, actor, check }: Request, row: ImportRow, path: string): Promise<void> {
  const { accepted, refused, passed_over: passedOver, rows_read: read } = row;
  process.stdout.write(
    `${row.name}: ${check ? '检查 checked' : '导入 imported'} ${read} 行 rows · 接受 accepted ${accepted} · 拒绝 refused ${refused} · 非数据行 passed over ${passedOver}\n`,
  );
  const left = row.layout.columns.filter(({ key }) => !row.mapping[key]).map(({ key }) => key);
  if (left.length > 0) process.stdout.write(`  未导入的列 Columns left out: ${left.join('、')}\n`);
  const unread = row.layout.sheets.filter((name) => name !== row.layout.sheetName);
  if (unread.length > 0) {
    process.stdout.write(
      `  只读取了工作表“${row.layout.sheetName}”，未读取 Read this sheet only, not: ${unread.join('、')} (--sheet)\n`,
    );
  }
  if (row.error) process.stdout.write(`  ${row.error.zh} ${row.error.en}\n`);
  const phase = check ? 'CHECK' : 'RUN';
  const noCases = await passedOverRows(services.database, actor, {
    ...{ importId: row.id, phase, first: MOST_SHOWN },
  });
  for (const { line, raw, problems: [why] = [] } of noCases) {
    const text = (raw ?? []).filter(Boolean).join(' ');
    process.stdout.write(
      `  第 ${line} 行 line ${line} · ${why?.text.zh ?? ''} ${why?.text.en ?? ''} · ${text}\n`,
    );
  }
  if (refused === 0) return;
  const problems = await refusedRows(services.database, actor, {
    ...{ importId: row.id, phase, afterLine: 0, first: MOST_SHOWN },
  });
  for (const { line, problems: all } of problems) {
    for (const { column, value, text } of all ?? []) {
      process.stdout.write(
        `  第 ${line} 行 line ${line} · ${column ?? '—'} · ${value ?? ''} · ${text.zh} ${text.en}\n`,
      );
    }
  }
  const file = join(dirname(path), `${basename(path).replace(/\.[^.]+$/, '')}.refused.xlsx`);
  await pipeline(refusedWorkbook(services.database, actor, row), createWriteStream(file));
  process.stdout.write(`  更正后再导入 Correct and import again: ${file}\n`);
}
