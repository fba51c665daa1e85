import { parseArgs } from 'node:util';
import { LIKE_FROM } from '@huiyin/domain';
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
  const matters = readLabelled();
  const groups = new Set(matters.flatMap(({ sector, group }) => (group ? `${sector.code} ${group}` : [])));
  const lines = [`${matters.length} 件 matters · ${groups.size} 组 groups · 阈值 threshold ${LIKE_FROM}`];
  for (const [half, title] of [
    ['HELD_OUT', '留出的一半 Held out'],
    ['TUNING', '调参的一半 Tuned on'],
  ] as const) {
    const pairs = pairsOf(matters, half);
    const same = pairs.filter((pair) => pair.same).length;
    lines.push('', `${title}: ${pairs.length} 对 pairs, ${same} 对同一件事 of them the same trouble`, HEADER);
    const at = (from: number) => (pair: Pair) => pair.likeness >= from;
    lines.push(rowOf('用于产品 in use', LIKE_FROM, qualityOf(pairs, at(LIKE_FROM))));
    const early = qualityOf(pairs, ({ withoutCategory }) => withoutCategory >= LIKE_FROM);
    lines.push(rowOf('类别未填 without a category', LIKE_FROM, early));
    const shared = qualityOf(pairs, ({ sharedWords }) => sharedWords >= BASELINE_FROM);
    lines.push(rowOf('共同词 share of words', BASELINE_FROM, shared));
    for (const from of THRESHOLDS) lines.push(rowOf('', from, qualityOf(pairs, at(from))));
  }
  return `${lines.join('\n')}\n`;
}

function rowOf(name: string, from: number, { found, right, precision, recall, f1 }: Quality): string {
  const figures = [from.toFixed(2), found, right, precision.toFixed(3), recall.toFixed(3), f1.toFixed(3)];
  return `${figures.map((figure) => String(figure).padStart(WIDTH)).join('')}  ${name}`.trimEnd();
}
