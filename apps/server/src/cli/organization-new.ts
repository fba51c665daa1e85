import { parseArgs } from 'node:util';
import { SECTORS } from '@huiyin/domain';
import { createOrganization } from '../identity/accounts.ts';
import { allOrganizations, runCommand, UsageError } from './command.ts';
import { regionAsked } from './region-option.ts';

/** npm run organization:new -- --slug <slug> --name <name> --sector <code> --region <code> [--department <name>]… */

const SECTOR_CODES = SECTORS.map(({ code }) => code);
const USAGE = `用法 Usage: npm run organization:new -- --slug <slug> --name <名称> --sector <sector> --region <code> [--name-en <name>] [--department <部门>]…
  --slug        网址和命令中的短名：小写字母、数字、连字符  Short name in addresses and commands: lower case, digits, hyphens
  --name        单位名称；--name-en 英文名称  Name in Chinese; --name-en in English
  --sector      行业 Sector: ${SECTOR_CODES.join(', ')}
  --region      行政区划代码（GB/T 2260）或名称，如 440300、深圳市  Code or name of its region
  --department  部门，可重复  A department; may be repeated`;

await runCommand({
  read: () => {
    const { values } = parseArgs({
      options: {
        slug: { type: 'string', default: '' },
        name: { type: 'string', default: '' },
        'name-en': { type: 'string' },
        sector: { type: 'string', default: '' },
        region: { type: 'string', default: '' },
        department: { type: 'string', multiple: true, default: [] },
      },
    });
    const { slug, name, sector, region } = values;
    const sound =
      /^[a-z0-9][a-z0-9-]{0,62}$/.test(slug) &&
      name.trim() !== '' &&
      SECTOR_CODES.includes(sector) &&
      region !== '';
    if (!sound) throw new UsageError(USAGE);
    return { ...values, region: regionAsked(region).padEnd(6, '0') };
  },
  work: async ({ database }, { slug, name, sector, region, department, 'name-en': nameEn }) => {
    const taken = await allOrganizations(database);
    if (taken.some((organization) => organization.slug === slug)) {
      throw new UsageError(`短名 ${slug} 已被使用，请换一个。 The slug ${slug} is taken; choose another.`);
    }
    await createOrganization(database, {
      ...{ slug, name, sector, region },
      ...(nameEn ? { nameEn } : {}),
      departments: department.map((each) => ({ name: each })),
    });
    process.stdout.write(
      `已建立 ${name}（${slug}）。 Made.\n` +
        `下一步 Next: npm run member:new -- --organization ${slug} --role ADMINISTRATOR --email … --name …\n`,
    );
    return 0;
  },
});
