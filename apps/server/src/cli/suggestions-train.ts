import { parseArgs } from 'node:util';
import type { Accuracy } from '@huiyin/domain';
import { Offices } from '../casework/office.ts';
import { Suggestions } from '../features/suggestions/suggestions.ts';
import { allOrganizations, organizationOf, runCommand, UsageError } from './command.ts';

/** npm run suggestions:train -- [<organization>] [--help] */

const USAGE = `用法 Usage: npm run suggestions:train -- [<organization>]
  从本单位已办结的投诉学习类别、紧急和群体线索的建议，并按时间先后衡量准确率；不写单位则逐一学习全部单位。
  Learns suggestions of category, urgency and group from the organisation's closed cases, and measures them on the
  newest fifth; without an organisation, each of all.`;

await runCommand({
  read: () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', default: false } },
    });
    if (values.help) throw new UsageError(USAGE);
    return positionals[0];
  },
  work: async ({ database }, slug) => {
    const suggestions = new Suggestions({
      ...{ database, offices: new Offices(database) },
      // What is asked for here is done here.
      jobs: { enqueue: async () => undefined },
    });
    const wanted = slug
      ? [{ slug, ...(await organizationOf(database, slug)) }]
      : await allOrganizations(database);
    for (const organization of wanted) {
      const { cases, accuracy } = await suggestions.learn(organization);
      process.stdout.write(`${organization.slug}: ${cases} 件 closed cases · ${wordsOf(accuracy)}\n`);
    }
    return 0;
  },
});

function wordsOf(accuracy: Accuracy | undefined): string {
  if (!accuracy) return '不足以衡量 too few to measure';
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
  const { asked, first, firstThree, mostFrequent, threeMostFrequent, said, saidRight } = accuracy;
  return [
    `${asked} 件 asked`,
    `首选 first ${percent(first)}（最多类 most frequent ${percent(mostFrequent)}）`,
    `前三 first three ${percent(firstThree)}（最多三类 three most frequent ${percent(threeMostFrequent)}）`,
    `给出建议 said ${percent(said)}，其中正确 of these right ${percent(saidRight)}`,
  ].join(' · ');
}
