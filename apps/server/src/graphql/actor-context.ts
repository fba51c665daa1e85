import type { Actor, TenantActor } from '@huiyin/domain';
import type { Locale } from '@huiyin/shared';
import type { Changes } from '../subscriptions/mailbox.ts';
import { forbidden, unauthenticated } from './errors.ts';

/**
 * What a resolver knows of the request. Apollo copies the context object: everything that lives as long as the request
 * stands behind this one reference.
 */
export interface RequestContext {
  readonly request: {
    readonly actor: Actor;
    readonly locale: Locale;
    readonly id: string;
    /** The network address it came from, against guessing and flooding. */
    readonly address: string;
    /** For those who listen alone: what changes from now on, of one complaint or of all that the caller may see. */
    readonly watch?: (complaintId: string | undefined) => AsyncIterableIterator<Changes>;
  };
}

/** The caller inside one organisation. @throws UNAUTHENTICATED for the public, FORBIDDEN without an organisation. */
export function tenantActor(context: RequestContext): TenantActor {
  const { actor, locale } = context.request;
  switch (actor.kind) {
    case 'staff':
    case 'apiClient':
    case 'system':
      return actor;
    case 'public':
    case 'complainant':
      throw unauthenticated(locale);
    case 'oversight':
      throw forbidden(locale, FIGURES_ALONE);
  }
}

const FIGURES_ALONE = {
  zh: '监督账号只能查看授权范围内的数据，不能在单位内查看或办理投诉件。',
  en: 'Oversight sees figures and what it was granted; it does no work in an organisation.',
};
