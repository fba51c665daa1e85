import { verifyCaseFile } from '../casework/verify-case-file.ts';

/**
 * npm run verify:case-file -- <file.zip>: whether a case file is as it was taken, entry by entry and event by event.
 * Needs neither the database nor the network. Ends with 2 where anything is not as it was written.
 */
const [path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write('用法 Usage: npm run verify:case-file -- <卷宗.zip>\n');
  process.exitCode = 1;
} else {
  const { manifest, events, faults } = await verifyCaseFile(path);
  if (manifest) {
    const { organization, complaint, takenBy, takenAt, entries, keptBack, chainHead } = manifest;
    const lines = [
      `${organization.zh} · ${complaint.number} · ${complaint.title}`,
      `${takenBy} · ${takenAt}`,
      `${entries.length} 项 entries · ${events} 事件 events · ${keptBack.length} 项未收入 kept back · ${faults.length} 处异常 faults`,
      // To be compared with the office's own record, by whoever doubts the archive as a whole.
      `链尾 Chain head #${chainHead.seq}: ${chainHead.hash}`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  for (const { entry, fault } of faults) process.stdout.write(`  ${entry} ${fault}\n`);
  process.exitCode = faults.length === 0 ? 0 : 2;
}
