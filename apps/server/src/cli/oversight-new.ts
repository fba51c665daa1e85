import { parseArgs } from 'node:util';
import { OVERSIGHT_LEVELS, SECTORS } from '@huiyin/domain';
import { ensureAccount } from '../identity/accounts.ts';
import { grantOversight } from '../identity/oversight-grants.ts';
import { randomSecret } from '../kept-secret.ts';
import { organizationOf, runCommand, UsageError } from './command.ts';
import { regionAsked } from './region-option.ts';

/** npm run oversight:new -- --email <address> --name <name> --granted-by <who> --regulation <text> [--region <code>] … */

const SECTOR_CODES = SECTORS.map(({ code }) => code);
const USAGE = `用法 Usage: npm run oversight:new -- --email <邮箱> --name <姓名> --granted-by <授权者> [--regulation <依据>] [--level <level>] [--region <code>] [--sector <sector>] [--organization <slug>] [--from <日期>] [--until <日期>]
  --region        行政区划代码（GB/T 2260）或名称：省、市、县，如 44、4403、深圳市  Code or name of a province, city or county
  --sector        行业 Sector: ${SECTOR_CODES.join(', ')}
  --organization  只看一个单位  One organisation alone
                  三者都不写，即为全部单位  None of the three: every organisation
  --level         AGGREGATE 仅统计数据（默认） Figures alone (default); MASKED_CASES 另含不带个人信息和文字的投诉件 also cases without people and texts
  --cases-from, --cases-until  只看此期间受理的投诉件，如 2026-01-01，两日均含  Only cases received on these days, both inclusive
  --regulation    依法授权时的法规依据；不写则为单位自行授权，须写明 --organization  The regulation it rests on; without it, an organisation's own grant, which --organization names
  --granted-by    由谁授权  Who grants it
  --from, --until 起止日期，如 2026-01-01，止日当天不含  First day, and the day it ends`;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

await runCommand({
  read: () => {
    const { values } = parseArgs({
      options: {
        email: { type: 'string', default: '' },
        name: { type: 'string', default: '' },
        'granted-by': { type: 'string', default: '' },
        regulation: { type: 'string' },
        level: { type: 'string', default: 'AGGREGATE' },
        'cases-from': { type: 'string' },
        'cases-until': { type: 'string' },
        region: { type: 'string' },
        sector: { type: 'string' },
        organization: { type: 'string' },
        from: { type: 'string' },
        until: { type: 'string' },
      },
    });
    const { email, name, regulation, sector, organization, from, until } = values;
    const region = values.region === undefined ? undefined : regionAsked(values.region);
    const { 'granted-by': grantedBy, 'cases-from': casesFrom, 'cases-until': casesUntil } = values;
    const level = OVERSIGHT_LEVELS.find((each) => each === values.level);
    const sound =
      /^\S+@\S+$/.test(email) &&
      name.trim() !== '' &&
      grantedBy.trim() !== '' &&
      (regulation?.trim() || organization) &&
      (sector === undefined || SECTOR_CODES.includes(sector)) &&
      [from, until, casesFrom, casesUntil].every((day) => day === undefined || DAY.test(day)) &&
      (level !== 'AGGREGATE' || (casesFrom ?? casesUntil) === undefined);
    if (!sound || !level) throw new UsageError(USAGE);
    const cases = { level, casesFrom, casesUntil };
    return { email, name, grantedBy, regulation, region, sector, organization, from, until, ...cases };
  },
  work: async ({ database }, { email, name, organization, from, until, ...scope }) => {
    const tenantId = organization ? (await organizationOf(database, organization)).tenantId : undefined;
    const password = randomSecret().slice(0, 16);
    const { userId, joins } = await ensureAccount(database, { email, name, password });
    await grantOversight(database, {
      ...{ ...scope, userId, tenantId, from: startOf(from), until: startOf(until) },
    });
    process.stdout.write(
      joins
        ? `${email} 已有账号，沿用原密码。 Has an account already and keeps its password.\n`
        : `${email} 的密码（只显示这一次）。 Password, shown only this once: ${password}\n`,
    );
    return 0;
  },
});

/** The beginning of a day in China. */
function startOf(day: string | undefined): string | undefined {
  return day === undefined ? undefined : `${day}T00:00:00+08:00`;
}
