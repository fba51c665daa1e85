import { OFFICE_ACTIONS, type OfficeAction, type Role, type Sector } from '@huiyin/domain';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { AdministrationWord } from './words.ts';

/** A page of the administration: its own address, its own code. */
export interface AdministrationPage {
  readonly path: string;
  readonly word: AdministrationWord;
  readonly action: OfficeAction;
  /** Of use in some sectors alone. */
  readonly when?: (sector: Sector) => boolean;
  readonly component: LazyExoticComponent<ComponentType>;
}

/** In the order of the list: people, rules, words, keys, record. */
export const PAGES: readonly AdministrationPage[] = [
  {
    ...{ path: 'members', word: 'admin.page.members', action: 'inviteMembers' },
    component: lazy(async () => ({ default: (await import('./members/members-page.tsx')).MembersPage })),
  },
  {
    ...{ path: 'departments', word: 'admin.page.departments', action: 'manageOrganization' },
    component: lazy(async () => ({
      default: (await import('./departments/departments-page.tsx')).DepartmentsPage,
    })),
  },
  {
    ...{ path: 'sites', word: 'admin.page.sites', action: 'manageOrganization' },
    when: ({ sites }) => sites !== undefined,
    component: lazy(async () => ({ default: (await import('./sites/sites-page.tsx')).SitesPage })),
  },
  {
    ...{ path: 'work', word: 'admin.page.work', action: 'manageOrganization' },
    component: lazy(async () => ({ default: (await import('./work-page.tsx')).WorkPage })),
  },
  {
    ...{ path: 'calendar', word: 'admin.page.calendar', action: 'manageOrganization' },
    component: lazy(async () => ({ default: (await import('./calendar/calendar-page.tsx')).CalendarPage })),
  },
  {
    ...{ path: 'deadlines', word: 'admin.page.deadlines', action: 'manageOrganization' },
    component: lazy(async () => ({
      default: (await import('./deadlines/deadlines-page.tsx')).DeadlinesPage,
    })),
  },
  {
    ...{ path: 'categories', word: 'admin.page.categories', action: 'manageOrganization' },
    component: lazy(async () => ({
      default: (await import('./categories/categories-page.tsx')).CategoriesPage,
    })),
  },
  {
    ...{ path: 'templates', word: 'admin.page.templates', action: 'manageOrganization' },
    component: lazy(async () => ({ default: (await import('./templates-page.tsx')).TemplatesPage })),
  },
  {
    ...{ path: 'guidance', word: 'admin.page.guidance', action: 'manageOrganization' },
    component: lazy(async () => ({ default: (await import('./guidance/guidance-page.tsx')).GuidancePage })),
  },
  {
    ...{ path: 'public', word: 'admin.page.public', action: 'manageOrganization' },
    component: lazy(async () => ({ default: (await import('./public-page/public-page.tsx')).PublicPage })),
  },
  {
    ...{ path: 'confidentiality', word: 'admin.page.confidence', action: 'readOfficeEvents' },
    component: lazy(async () => ({ default: (await import('./confidence-page.tsx')).ConfidencePage })),
  },
  {
    ...{ path: 'keys', word: 'admin.page.keys', action: 'manageKeys' },
    component: lazy(async () => ({ default: (await import('./keys-page.tsx')).KeysPage })),
  },
  {
    ...{ path: 'webhooks', word: 'admin.page.webhooks', action: 'manageKeys' },
    component: lazy(async () => ({ default: (await import('./webhooks/webhooks-page.tsx')).WebhooksPage })),
  },
  {
    ...{ path: 'audit', word: 'admin.page.audit', action: 'readOfficeEvents' },
    component: lazy(async () => ({ default: (await import('./audit-page.tsx')).AuditPage })),
  },
];

/** The pages that are of use to somebody of this role in an organisation of this sector. */
export function pagesFor(role: Role, sector: Sector): readonly AdministrationPage[] {
  return PAGES.filter(
    ({ action, when }) =>
      (OFFICE_ACTIONS[action].roles as readonly Role[]).includes(role) && (when?.(sector) ?? true),
  );
}
