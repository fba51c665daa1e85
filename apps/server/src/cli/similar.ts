import { parseArgs } from 'node:util';
import { LIKE_FROM, LIKELY_FROM } from '@huiyin/domain';
import { endOnSignal } from './end-on-signal.ts';
import { readLabelled } from './labelled.ts';
import { BASELINE_FROM, type Pair, pairsOf, type Quality, qualityOf } from './similar-measured.ts';

/** npm run similar [-- --help] */

const USAGE = `用法 Usage: npm run similar
  用 labelled/ 中人工标注的投诉衡量“相似投诉”：查准率、查全率、F1，并与原先的“共同词占比”规则对照。
  Measures how well similar complaints are found, on the labelled matters in labelled/: precision, recall and F1,
  beside the share of words that was the rule before. No database is opened.`;
const WIDTH = 10;
const HEADER = ['≥', 'found', 'right', 'precision', 'recall', 'F1']
  .map((word) => word.padStart(WIDTH))
  .join('');
const THRESHOLDS = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7];

endOnSignal();
const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
process.stdout.write(values.help ? `${USAGE}\n` : measured());

function measured(): string {
  const [matters, blind] = [readLabelled(), readLabelled('blind')];
  const groups = new Set(matters.flatMap(({ sector, group }) => (group ? `${sector.code} ${group}` : [])));
  const count = `${matters.length} + ${blind.length} 件 matters · ${groups.size} 组 groups of the first`;
  return `${[
    `${count} · 阈值 thresholds ${LIKELY_FROM}, ${LIKE_FROM}`,
    ...tableOf('盲测 Blind, nothing was tuned on them', pairsOf(blind, 'ALL')),
    ...tableOf('留出的一半 Held out', pairsOf(matters, 'HELD_OUT')),
    ...tableOf('调参的一半 Tuned on', pairsOf(matters, 'TUNING')),
  ].join('\n')}\n`;
}

function tableOf(title: string, pairs: readonly Pair[]): readonly string[] {
  const same = pairs.filter((pair) => pair.same).length;
  const at = (from: number) => (pair: Pair) => pair.likeness >= from;
  const early = qualityOf(pairs, ({ withoutCategory }) => withoutCategory >= LIKE_FROM);
  const shared = qualityOf(pairs, ({ sharedWords }) => sharedWords >= BASELINE_FROM);
  return [
    ...['', `${title}: ${pairs.length} 对 pairs, ${same} 对同一件事 of them the same trouble`, HEADER],
    rowOf('直接列出 shown at once', LIKELY_FROM, qualityOf(pairs, at(LIKELY_FROM))),
    rowOf('连同“也许” with the perhaps', LIKE_FROM, qualityOf(pairs, at(LIKE_FROM))),
    rowOf('类别未填 without a category', LIKE_FROM, early),
    rowOf('共同词 share of words', BASELINE_FROM, shared),
    ...THRESHOLDS.map((from) => rowOf('', from, qualityOf(pairs, at(from)))),
  ];
}

function rowOf(name: string, from: number, { found, right, precision, recall, f1 }: Quality): string {
  const figures = [from.toFixed(2), found, right, precision.toFixed(3), recall.toFixed(3), f1.toFixed(3)];
  return `${figures.map((figure) => String(figure).padStart(WIDTH)).join('')}  ${name}`.trimEnd();
}
