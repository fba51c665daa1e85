import { addDays, findOption, type RuleCorrection, rulesFor, type WorkingCalendar } from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import type { DirectoryDepartment, Office } from '../../casework/office.ts';
import { presentRule } from '../../graphql/deadline-rule.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import { presentSector } from '../../graphql/present-sector.ts';
import {
  type CalendarYearType,
  DepartmentType,
  MemberType,
  type OrganizationRuleType,
  OrganizationType,
} from './organization.type.ts';

/** The organisation in one language. */
export function presentOrganization(office: Office, locale: Locale): OrganizationType {
  const { sector, directory, settings, calendar } = office;
  const departments = [...directory.departments.values()].map((department) =>
    presentDepartment(department, office, locale),
  );
  const members = [...directory.members.values()].map((member) =>
    Object.assign(new MemberType(), {
      id: toGlobalId('Member', member.id),
      name: member.name,
      role: member.role,
      department:
        departments.find(({ id }) => id === toGlobalId('Department', member.departmentId ?? '')) ?? null,
      active: member.active,
    }),
  );
  const { numberPrefix, reopenWithinDays, untouchedDays, answerNeedsApproval } = settings;
  const { timeZone, openOfBusiness, closeOfBusiness, weekendMovesLastDay } = calendar;
  return Object.assign(new OrganizationType(), {
    id: toGlobalId('Organization', office.tenantId),
    name: locale === 'en' ? office.nameEn : office.name,
    sector: presentSector(sector, locale),
    ownCategories: office.ownCategories.map(({ code, label = null, offFrom = null, position = null }) => ({
      ...{ code, label, offFrom, position },
    })),
    region: office.region,
    departments,
    members,
    answerNeedsApproval,
    settings: {
      ...{ numberPrefix, reopenWithinDays, untouchedDays, answerNeedsApproval },
      ...{ timeZone, openOfBusiness, closeOfBusiness, weekendMovesLastDay },
    },
    rules: rulesOf(office, locale),
    loadedCalendarYears: office.calendarYears.map(({ year }) => calendarYear(year, office)),
  });
}

function nameOf(department: DirectoryDepartment, locale: Locale): string {
  return locale === 'en' ? (department.nameEn ?? department.name) : department.name;
}

function presentDepartment(department: DirectoryDepartment, office: Office, locale: Locale): DepartmentType {
  const { kind, parentId } = department;
  const parent = parentId === null ? undefined : office.directory.departments.get(parentId);
  const label = kind === null ? undefined : findOption(office.sector.respondentTypes, kind)?.node.label;
  return Object.assign(new DepartmentType(), {
    id: toGlobalId('Department', department.id),
    name: nameOf(department, locale),
    kind: kind && { code: kind, label: label ? inLocale(label, locale) : kind },
    parent: parent ? { id: toGlobalId('Department', parent.id), name: nameOf(parent, locale) } : null,
    active: department.active,
  });
}

function rulesOf({ sector, settings, rules, directory }: Office, locale: Locale): OrganizationRuleType[] {
  // As declared, whatever the organisation has found since: what it once confirmed it can correct again.
  const unchecked = new Set(rulesFor(sector).flatMap(({ id, confirmed }) => (confirmed ? [] : [id])));
  const found = new Map(settings.ruleCorrections.map((correction) => [correction.ruleId, correction]));
  const present = ({ source, by, at }: RuleCorrection) => {
    const member = directory.members.get(by);
    return { source, at, by: member ? { id: toGlobalId('Member', by), name: member.name } : null };
  };
  return rules.map((rule) => {
    const correction = found.get(rule.id);
    return {
      rule: presentRule(rule, locale),
      correctable: unchecked.has(rule.id),
      correction: correction ? present(correction) : null,
    };
  });
}

/** A year as the organisation's calendar has it. */
export function calendarYear(year: number, { calendar, calendarYears }: Office): CalendarYearType {
  return {
    year,
    published: calendar.knows(year),
    loaded: calendarYears.some((each) => each.year === year),
    ...daysOf(year, calendar),
  };
}

function daysOf(year: number, calendar: WorkingCalendar): { holidays: string[]; makeUpDays: string[] } {
  const [holidays, makeUpDays]: [string[], string[]] = [[], []];
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) {
    if (calendar.isHoliday(day)) holidays.push(day);
    else if (calendar.isWorkingDay(day) && [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) {
      makeUpDays.push(day);
    }
  }
  return { holidays, makeUpDays };
}
