import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DemoCase,
  ROLES,
  type Role,
  SCOPES,
  SECTORS,
  type Sector,
  type SystemActor,
} from '@huiyin/domain';
import type { Casework } from '../casework/casework.ts';
import { createOrganization, createStaff } from '../identity/accounts.ts';
import { createApiKey } from '../identity/api-key.ts';
import type { Database } from '../tenancy/database.ts';

/** The demo organisations, so that somebody who has just started the product finds an office at work. */

const FILE = 'demo.json';
const HOUR_MS = 3_600_000;

interface DemoOffice {
  readonly sector: string;
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string;
  readonly region: string;
  readonly departments: readonly { readonly name: string; readonly nameEn: string; readonly kind?: string }[];
}

const OFFICES: readonly DemoOffice[] = [
  {
    sector: 'TELECOM',
    slug: 'telecom',
    name: '远山电信鹏城分公司',
    nameEn: 'Yuanshan Telecom, Pengcheng',
    region: '440300',
    departments: [
      { name: '投诉处理中心', nameEn: 'Complaints centre', kind: 'HOTLINE' },
      { name: '网络部', nameEn: 'Network', kind: 'NETWORK' },
    ],
  },
  {
    sector: 'DRUG_REGULATION',
    slug: 'drug',
    name: '鹏城市药品监管局投诉举报中心',
    nameEn: 'Pengcheng drug regulator, complaints centre',
    region: '440300',
    departments: [
      { name: '投诉举报科', nameEn: 'Complaints section' },
      { name: '稽查科', nameEn: 'Inspection section' },
    ],
  },
  {
    sector: 'PROPERTY',
    slug: 'property',
    name: '安居物业服务公司',
    nameEn: 'Anju Property Services',
    region: '440300',
    departments: [
      { name: '客服部', nameEn: 'Customer service', kind: 'CUSTOMER_SERVICE' },
      { name: '工程部', nameEn: 'Engineering', kind: 'ENGINEERING' },
    ],
  },
  {
    sector: 'HOSPITAL',
    slug: 'hospital',
    name: '鹏城第一医院',
    nameEn: 'Pengcheng First Hospital',
    region: '440300',
    departments: [
      { name: '医患关系办公室', nameEn: 'Patient relations', kind: 'SERVICE' },
      { name: '医务科', nameEn: 'Medical affairs', kind: 'SERVICE' },
    ],
  },
  {
    sector: 'TOURISM',
    slug: 'tourism',
    name: '鹏城市旅游质监所',
    nameEn: 'Pengcheng tourism quality office',
    region: '440300',
    departments: [
      { name: '投诉受理科', nameEn: 'Reception section' },
      { name: '执法科', nameEn: 'Enforcement section' },
    ],
  },
];

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  HANDLER: '李明',
  DEPARTMENT_LEAD: '王芳',
  SUPERVISOR: '张建国',
  ADMINISTRATOR: '陈静',
  AUDITOR: '赵敏',
};

/** What `demo.json` holds: sign-ins by organisation and role, and an API key each. */
export interface DemoFile {
  readonly organizations: readonly {
    readonly slug: string;
    readonly name: string;
    readonly sector: string;
    readonly apiKey: string;
    readonly signIns: readonly { readonly role: Role; readonly email: string; readonly password: string }[];
  }[];
}

/** Where the demo's sign-ins stand. */
export function demoFile(dataDir: string): string {
  return join(dataDir, FILE);
}

/**
 * Makes the demo organisations once; a start that was interrupted goes on where it stopped. Only for a demo: whoever
 * composes the server refuses it in production.
 */
export async function ensureDemo(options: {
  readonly database: Database;
  readonly casework: Casework;
  readonly dataDir: string;
}): Promise<void> {
  const { database, casework, dataDir } = options;
  const file = demoFile(dataDir);
  if (existsSync(file)) return;
  const existing = await database.asPlatform((query) =>
    query<{ slug: string }>({ text: 'select slug from tenant_directory', values: [] }),
  );
  const taken = new Set(existing.map(({ slug }) => slug));
  const organizations: DemoFile['organizations'][number][] = [];
  for (const sector of SECTORS) {
    const office = OFFICES.find(({ sector: code }) => code === sector.code) ?? plainOffice(sector);
    // Half made by an earlier start: its sign-ins are lost with that start, so it is made anew beside it.
    const slug = taken.has(office.slug) ? `${office.slug}-${randomBytes(2).toString('hex')}` : office.slug;
    organizations.push(await makeOffice({ database, casework, sector, office: { ...office, slug } }));
  }
  const draft = `${file}.draft`;
  writeFileSync(draft, `${JSON.stringify({ organizations } satisfies DemoFile, null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  });
  renameSync(draft, file);
}

/** The office of a sector that nobody has thought one up for. */
function plainOffice(sector: Sector): DemoOffice {
  const slug = sector.code.toLowerCase().replaceAll('_', '-');
  return {
    sector: sector.code,
    slug,
    name: `${sector.label.zh}示范单位`,
    nameEn: `Demo office: ${sector.label.en}`,
    region: '440300',
    departments: [{ name: '投诉办', nameEn: 'Complaints office' }],
  };
}

async function makeOffice(options: {
  readonly database: Database;
  readonly casework: Casework;
  readonly sector: Sector;
  readonly office: DemoOffice;
}): Promise<DemoFile['organizations'][number]> {
  const { database, casework, sector, office } = options;
  const { tenantId, departmentIds } = await createOrganization(database, office);
  const signIns: { role: Role; email: string; password: string }[] = [];
  let handler: string | undefined;
  for (const role of ROLES) {
    const email = `${role.toLowerCase().replaceAll('_', '-')}@${office.slug}.example`;
    const password = `demo-${randomBytes(6).toString('base64url')}`;
    const departmentId = role === 'HANDLER' || role === 'DEPARTMENT_LEAD' ? departmentIds[0] : undefined;
    const { memberId } = await createStaff(database, {
      ...{ tenantId, email, password, role, departmentId },
      name: ROLE_NAMES[role],
    });
    if (role === 'HANDLER') handler = memberId;
    signIns.push({ role, email, password });
  }
  const { key } = await createApiKey(database, { tenantId, name: '示例密钥 / Demo key', scopes: SCOPES });
  await playDemoRegister({ casework, tenantId, sector, handler });
  return { slug: office.slug, name: office.name, sector: sector.code, apiKey: key, signIns };
}

/** Lets the sector's demo register happen in an organisation, up to now. */
export async function playDemoRegister(options: {
  readonly casework: Casework;
  readonly tenantId: string;
  readonly sector: Sector;
  /** Who answered first. */
  readonly handler?: string | undefined;
}): Promise<void> {
  const { casework, tenantId, sector, handler } = options;
  for (const [index, matter] of [...sector.demo].sort((a, b) => b.daysAgo - a.daysAgo).entries()) {
    await playOut({ casework, tenantId, handler, matter, index });
  }
}

/** Lets a matter of the demo register happen, up to now. */
async function playOut(options: {
  readonly casework: Casework;
  readonly tenantId: string;
  readonly handler: string | undefined;
  readonly matter: DemoCase;
  readonly index: number;
}): Promise<void> {
  const { casework, tenantId, handler, matter, index } = options;
  const actor: SystemActor = { kind: 'system', tenantId, task: '演示 / demo' };
  const now = Date.now();
  const received = now - matter.daysAgo * 24 * HOUR_MS - (1 + (index % 5)) * HOUR_MS * 0.3;
  const office = await casework.offices.of(actor);
  const outcome = await casework.register(actor, {
    complainant: matter.complainant,
    command: {
      ...matter.register,
      type: 'REGISTER',
      receivedAt: new Date(received).toISOString(),
      ...(handler ? { firstResponder: handler } : {}),
    },
  });
  if (!outcome.ok) throw new Error(`A demo matter was refused: ${JSON.stringify(outcome.refusals)}`);
  const steps = [...matter.steps];
  if (matter.promise) {
    const { dueAfterHours, text } = matter.promise;
    const dueAt = new Date(received + dueAfterHours * HOUR_MS).toISOString();
    steps.push({ afterHours: 5, command: { type: 'PROMISE', dueAt, text } });
  }
  for (const { afterHours, command } of steps) {
    const at = received + afterHours * HOUR_MS;
    if (at > now) break;
    const call = { complaintId: outcome.complaint.id, at: new Date(at).toISOString() };
    let given = command;
    if (command.type === 'ANSWER' && office.settings.answerNeedsApproval) {
      const draft = await draftOf(casework, actor, outcome.complaint.id);
      if (draft) {
        await casework.execute(actor, { ...call, command: { type: 'APPROVE_ANSWER', answerId: draft } });
        given = { ...command, answerId: draft };
      }
    }
    if (given.type === 'REGISTER') continue;
    const step = await casework.execute(actor, { ...call, command: given });
    if (!step.ok) throw new Error(`A demo step was refused: ${given.type} ${JSON.stringify(step.refusals)}`);
  }
}

/** The draft that waits for approval. */
async function draftOf(
  casework: Casework,
  actor: SystemActor,
  complaintId: string,
): Promise<string | undefined> {
  const looked = await casework.execute(actor, { complaintId, command: { type: 'TICK' } });
  return looked.complaint?.answers.findLast(({ status }) => status === 'DRAFT')?.id;
}
