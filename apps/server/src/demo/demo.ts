import { randomBytes } from 'node:crypto';
import {
  type DemoCase,
  demoSteps,
  ROLES,
  type Role,
  SCOPES,
  SECTORS,
  type Sector,
  type SystemActor,
  sectorOf,
} from '@huiyin/domain';
import type { Casework } from '../casework/casework.ts';
import type { StoredPublicPage } from '../casework/office.ts';
import type { Engineering } from '../features/engineering/engineering.ts';
import type { Incidents } from '../features/incidents/incidents.ts';
import type { Sites } from '../features/sites/sites.ts';
import type { Trainings } from '../features/training/training.ts';
import type { Visits } from '../features/visits/visits.ts';
import { createOrganization, createStaff, ensureAccount } from '../identity/accounts.ts';
import { createApiKey, tenantOfKey } from '../identity/api-key.ts';
import { grantOversight } from '../identity/oversight-grants.ts';
import type { Database } from '../tenancy/database.ts';
import { playDemoItems } from './demo-engineering.ts';
import {
  type DemoFile,
  demoEmail,
  demoOverseerEmail,
  otherDatabase,
  readDemo,
  writeDemo,
} from './demo-file.ts';
import { playDemoIncidents } from './demo-incidents.ts';
import { tellDemoPast } from './demo-past.ts';
import { keepDemoSites } from './demo-sites.ts';
import { playDemoTraining } from './demo-training.ts';
import { playDemoVisits } from './demo-visits.ts';

/** The demo organisations, so that somebody who has just started the product finds an office at work. */

const HOUR_MS = 3_600_000;

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  HANDLER: '李明',
  DEPARTMENT_LEAD: '王芳',
  SUPERVISOR: '张建国',
  ADMINISTRATOR: '陈静',
  AUDITOR: '赵敏',
};

/** Shenzhen, where every demo office is. The regulation is made up, as the offices are. */
const OVERSEER = {
  ...{ name: '周晓岚', region: '4403', grantedBy: '深圳市人民政府（演示）' },
  regulation: '《深圳市投诉工作监督办法》（演示用，并非真实法规）',
};

/** How a demo office is reached: a number that nobody has. */
const CONTACT: StoredPublicPage = {
  phone: '0755-0000 1234',
  hours: {
    zh: '工作日 8:30–12:00，14:00–17:30',
    en: 'Working days 8:30–12:00 and 14:00–17:30',
  },
  address: { zh: '鹏城市示范路 1 号一楼投诉接待室', en: 'Reception, ground floor, 1 Shifan Road, Pengcheng' },
};

/**
 * Makes the demo organisations once; a start that was interrupted goes on where it stopped. Only for a demo.
 * @param options.signal ends it between two organisations
 * @throws StartupError when the data folder's sign-ins are those of another database
 */
export async function ensureDemo(options: {
  readonly database: Database;
  readonly casework: Casework;
  readonly engineering: Engineering;
  readonly incidents: Incidents;
  readonly trainings: Trainings;
  readonly sites: Sites;
  readonly visits: Visits;
  readonly dataDir: string;
  readonly signal?: AbortSignal;
}): Promise<void> {
  const { database, casework, engineering, incidents, trainings, sites, visits, dataDir, signal } = options;
  const slugs = await slugsOf(database);
  const { organizations: made, oversight, whole } = readDemo(dataDir);
  // Of the organisations of another database, these sign-ins would open none here.
  if (made.some(({ apiKey }) => !slugs.has(tenantOfKey(apiKey) ?? ''))) throw otherDatabase(dataDir);
  if (whole && oversight) return;
  const taken = new Set(slugs.values());
  const organizations = [...made];
  for (const sector of SECTORS) {
    if (organizations.some((each) => each.sector === sector.code)) continue;
    signal?.throwIfAborted();
    const wanted = sector.demoOffice.slug;
    // Half made by a start that was killed: its sign-ins are lost with that start, so it is made anew beside it.
    const slug = taken.has(wanted) ? `${wanted}-${randomBytes(2).toString('hex')}` : wanted;
    organizations.push(
      await makeOffice({
        database,
        casework,
        engineering,
        incidents,
        trainings,
        sites,
        visits,
        sector,
        slug,
      }),
    );
    writeDemo(dataDir, { organizations }, { whole: false });
  }
  const overseer = await makeOverseer(database, tenantOfKey(openOffice(organizations)?.apiKey ?? ''));
  writeDemo(dataDir, { organizations, oversight: overseer }, { whole: true });
}

/** The organisations that there are: their addresses by their ids. */
async function slugsOf(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database.asPlatform((query) =>
    query<{ tenant_id: string; slug: string }>({
      text: 'select tenant_id, slug from tenant_directory',
      values: [],
    }),
  );
  return new Map(rows.map(({ tenant_id: id, slug }) => [id, slug]));
}

async function makeOffice(options: {
  readonly database: Database;
  readonly casework: Casework;
  readonly engineering: Engineering;
  readonly incidents: Incidents;
  readonly trainings: Trainings;
  readonly sites: Sites;
  readonly visits: Visits;
  readonly sector: Sector;
  readonly slug: string;
}): Promise<DemoFile['organizations'][number]> {
  const { database, casework, engineering, incidents, trainings, sites, visits, sector, slug } = options;
  const { name, region, departments } = sector.demoOffice;
  const { tenantId, departmentIds } = await createOrganization(database, {
    ...{ sector: sector.code, slug, region, name: name.zh, nameEn: name.en },
    settings: { publicPage: CONTACT },
    departments: departments.map((each) => ({ ...each, name: each.name.zh, nameEn: each.name.en })),
  });
  const signIns: { role: Role; email: string; password: string }[] = [];
  let handler: string | undefined;
  for (const role of ROLES) {
    const email = demoEmail(role, slug);
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
  await tellDemoPast({ database, casework, tenantId, sector, handler });
  const register = await playDemoRegister({ casework, tenantId, sector, handler });
  const team = { departmentId: departmentIds.at(-1), memberId: handler };
  await playDemoIncidents({ database, incidents, tenantId, sector, team, register });
  await playDemoItems({ engineering, tenantId, sector });
  await playDemoTraining({ database, trainings, tenantId, sector });
  await keepDemoSites({ sites, tenantId, sector });
  await playDemoVisits({ database, visits, tenantId, sector });
  return { slug, name: name.zh, sector: sector.code, apiKey: key, signIns };
}

/** The office that opens its cases to the overseer, of its own will. */
function openOffice(made: DemoFile['organizations']): DemoFile['organizations'][number] | undefined {
  return made.find(({ sector }) => sectorOf(sector).family === 'REGULATOR');
}

/** Somebody of the city government, who sees the figures of every demo office. */
async function makeOverseer(
  database: Database,
  tenantId: string | undefined,
): Promise<NonNullable<DemoFile['oversight']>> {
  const password = `demo-${randomBytes(6).toString('base64url')}`;
  const { name, ...scope } = OVERSEER;
  let email = demoOverseerEmail();
  let made = await ensureAccount(database, { email, password, name });
  if (made.joins) {
    // Made by a start that was killed: that password is lost with it.
    email = demoOverseerEmail(`-${randomBytes(2).toString('hex')}`);
    made = await ensureAccount(database, { email, password, name });
  }
  await grantOversight(database, { ...scope, userId: made.userId });
  await grantOversight(database, {
    ...{ userId: made.userId, tenantId, level: 'MASKED_CASES', grantedBy: ROLE_NAMES.ADMINISTRATOR },
  });
  return { email, password };
}

/**
 * Lets the sector's demo register happen in an organisation, up to now.
 * @returns the complaints by what they say
 */
export async function playDemoRegister(options: {
  readonly casework: Casework;
  readonly tenantId: string;
  readonly sector: Sector;
  /** Who answered first. */
  readonly handler?: string | undefined;
}): Promise<ReadonlyMap<string, string>> {
  const { casework, tenantId, sector, handler } = options;
  const ids = new Map<string, string>();
  for (const [index, matter] of [...sector.demo].sort((a, b) => b.daysAgo - a.daysAgo).entries()) {
    ids.set(matter.register.content, await playOut({ casework, tenantId, handler, matter, index }));
  }
  return ids;
}

/** Lets a matter of the demo register happen, up to now. */
async function playOut(options: {
  readonly casework: Casework;
  readonly tenantId: string;
  readonly handler: string | undefined;
  readonly matter: DemoCase;
  readonly index: number;
}): Promise<string> {
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
  const steps = [...demoSteps(matter, new Date(received).toISOString())];
  if (matter.promise) {
    const { dueAfterHours, text } = matter.promise;
    const dueAt = new Date(received + dueAfterHours * HOUR_MS).toISOString();
    steps.push({ afterHours: 5, command: { type: 'PROMISE', dueAt, text } });
  }
  let latestAction = '';
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
    if (given.type === 'PLAN_ACTION' && handler) given = { ...given, ownerMemberId: handler };
    if (given.type === 'COMPLETE_ACTION') given = { ...given, actionId: latestAction };
    const step = await casework.execute(actor, { ...call, command: given });
    if (!step.ok) throw new Error(`A demo step was refused: ${given.type} ${JSON.stringify(step.refusals)}`);
    latestAction = step.complaint.correctiveActions.at(-1)?.id ?? '';
  }
  return outcome.complaint.id;
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
