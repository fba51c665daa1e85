import { parseArgs } from 'node:util';
import { revokeOversight } from '../identity/oversight-grants.ts';
import { runCommand, UsageError } from './command.ts';

/** npm run oversight:revoke -- --email <address> */

const USAGE = `用法 Usage: npm run oversight:revoke -- --email <邮箱>
  立即收回此人的全部监督授权  Takes back at once everything that this person was granted`;

await runCommand({
  read: () => {
    const { values } = parseArgs({ options: { email: { type: 'string', default: '' } } });
    if (!/^\S+@\S+$/.test(values.email)) throw new UsageError(USAGE);
    return values.email;
  },
  work: async ({ database }, email) => {
    const [account] = await database.asPlatform((query) =>
      query<{ id: string }>({
        text: 'select id from identity."user" where email = $1',
        values: [email.toLowerCase()],
      }),
    );
    const revoked = account ? await revokeOversight(database, account.id) : 0;
    if (revoked === 0) {
      throw new UsageError(`${email} 没有有效的监督授权。 This person has no grant in force.`);
    }
    process.stdout.write(`已收回 ${revoked} 项监督授权。 Grants taken back: ${revoked}\n`);
    return 0;
  },
});
