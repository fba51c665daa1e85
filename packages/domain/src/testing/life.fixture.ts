import type { StaffActor, TenantActor } from '../access/actor.ts';
import { chinaCalendar, type WorkingCalendar } from '../calendar/calendar.ts';
import type { Command } from '../complaint/commands.ts';
import type { DecisionContext, OfficeSettings } from '../complaint/context.ts';
import { type Decision, decide } from '../complaint/decide.ts';
import type { ComplaintEvent } from '../complaint/events.ts';
import type { ComplaintState } from '../complaint/state.ts';
import type { Sector } from '../sectors/contract.ts';
import { rulesFor, sectorOf } from '../sectors/index.ts';

const HOUR_MS = 3_600_000;

export type Registration = Extract<Command, { type: 'REGISTER' }>;

/** A matter that every sector takes. */
export const MATTER = {
  ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED', groupSize: 1 },
  ...{ source: { level: 'DIRECT' }, title: '投诉', content: '投诉内容', demands: [] },
  ...{ respondent: {}, details: {}, complainantId: 'person-1' },
} as const satisfies Partial<Registration>;

export function staff(role: StaffActor['role'], rest: Partial<StaffActor> = {}): StaffActor {
  return { kind: 'staff', tenantId: 't', userId: 'u', memberId: `member-${role}`, name: role, role, ...rest };
}

const SYSTEM: TenantActor = { kind: 'system', tenantId: 't', task: 'test' };

/** A complaint in the hands of a test: what is done to it, at which time, by whom. */
export class Life {
  readonly sector: Sector;
  readonly calendar: WorkingCalendar;
  readonly settings: OfficeSettings;
  readonly events: ComplaintEvent[] = [];
  state: ComplaintState | undefined;
  /** The moment of the next command. */
  now: string;
  readonly #departments: Readonly<Record<string, string>>;
  #ids = 0;

  constructor(options: {
    readonly sector: string | Sector;
    readonly at: string;
    readonly settings?: Partial<OfficeSettings>;
    readonly calendar?: WorkingCalendar;
    /** Departments of members, for who is recused with them. */
    readonly departments?: Readonly<Record<string, string>>;
  }) {
    const { sector, at, settings = {}, calendar = chinaCalendar(), departments = {} } = options;
    this.#departments = departments;
    this.sector = typeof sector === 'string' ? sectorOf(sector) : sector;
    this.now = at;
    this.calendar = calendar;
    this.settings = { ...this.sector.defaults, ownRules: [], ruleCorrections: [], ...settings };
  }

  context(actor: TenantActor = SYSTEM): DecisionContext {
    return {
      ...{ actor, now: this.now, at: this.now, sector: this.sector, calendar: this.calendar },
      ...{ rules: rulesFor(this.sector, this.settings), settings: this.settings, historic: false },
      cellOf: ({ longitude, latitude, resolution }) =>
        `${resolution}:${longitude.toFixed(2)},${latitude.toFixed(2)}`,
      departmentOf: (memberId) => this.#departments[memberId],
      newId: () => {
        this.#ids += 1;
        return `id-${this.#ids}`;
      },
    };
  }

  /** Tries a command; what is decided becomes of the complaint. */
  try(command: Command, actor?: TenantActor): Decision {
    const decision = decide({ id: 'c', state: this.state, command, context: this.context(actor) });
    if (decision.ok) {
      this.state = decision.state;
      this.events.push(...decision.events);
    }
    return decision;
  }

  /** Does it. @throws when it is refused */
  do(command: Command, actor?: TenantActor): ComplaintState {
    const decision = this.try(command, actor);
    if (!decision.ok) {
      throw new Error(`${command.type}: ${decision.refusals.map(({ message }) => message.en).join(' ')}`);
    }
    return decision.state;
  }

  /** Codes of the refusals; empty when it was done. */
  refused(command: Command, actor?: TenantActor): string[] {
    const decision = this.try(command, actor);
    return decision.ok ? [] : decision.refusals.map(({ code }) => code);
  }

  later(hours: number): this {
    this.now = new Date(Date.parse(this.now) + hours * HOUR_MS).toISOString();
    return this;
  }

  on(at: string): this {
    this.now = at;
    return this;
  }

  register(changes: Partial<Registration> = {}, actor?: TenantActor): ComplaintState {
    return this.do({ type: 'REGISTER', ...MATTER, receivedAt: this.now, ...changes }, actor);
  }

  get complaint(): ComplaintState {
    if (!this.state) throw new Error('Nothing is registered.');
    return this.state;
  }

  clock(name: string) {
    return this.complaint.clocks.find(({ rule }) => rule.clock === name);
  }
}
