import {
  type CommandType,
  OFFICE_ACTIONS,
  type OfficeAction,
  PERMISSIONS,
  SCOPE_LABELS,
  type Scope,
} from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { RequestContext } from './actor-context.ts';
import { forbidden, unauthenticated } from './errors.ts';

/**
 * What each field of the roots takes: something that one may do to the organisation, or
 * - `public`: nothing, nobody is asked who they are;
 * - `member`: to belong to an organisation, be it with a key: what is found is judged by what it is;
 * - `people`: to be somebody, for it is about themselves, or the cross-sector administrator.
 * A mutation that is named after a command takes what the command takes (`PERMISSIONS`).
 *
 * A key without the scope, and whoever is nobody, is refused by this table before anything is looked at. Use cases
 * judge all the same: they alone know the complaint.
 */
type Access = OfficeAction | 'public' | 'member' | 'people';

const QUERIES: Readonly<Record<string, Access>> = {
  ...{ viewer: 'public', memberships: 'public', sector: 'public', sectors: 'public' },
  ...{ publicCaptcha: 'public', publicMatter: 'public', publicOffice: 'public', publicOffices: 'public' },
  ...{ publicSimilarMatters: 'public', invitationOffer: 'public' },
  node: 'member',
  ...{ complaint: 'readComplaints', complaints: 'readComplaints', relatedComplaints: 'readComplaints' },
  ...{ similarComplaints: 'readComplaints', suggestions: 'readComplaints' },
  ...{ complaintSuggestions: 'readComplaints', correctiveActions: 'readComplaints' },
  ...{ knownComplainants: 'readComplaints', products: 'readComplaints' },
  ...{ engineeringItems: 'readComplaints', engineeringSites: 'readComplaints' },
  ...{ incident: 'readIncidents', incidents: 'readIncidents', incidentProposals: 'leadIncidents' },
  respondents: 'readRespondents',
  ...{ report: 'readReports', reports: 'readReports', reportPreview: 'readReports' },
  openedFigure: 'readReports',
  ...{ import: 'importComplaints', imports: 'importComplaints' },
  ...{ organization: 'readOrganization', publicPage: 'readOrganization', calendarYear: 'readOrganization' },
  ...{ answerTemplates: 'readOrganization', guidanceCards: 'readOrganization' },
  ...{ suggestionLearning: 'readOrganization', calendarEffects: 'manageOrganization' },
  sites: 'readSites',
  training: 'readTraining',
  ...{ visits: 'readVisits', visitProposal: 'readVisits' },
  ...{ teamBoard: 'leadTeam', assignmentPreview: 'leadTeam', prohibitionCounts: 'leadTeam' },
  ...{ watchedMatters: 'leadTeam', watchedRises: 'leadTeam' },
  ...{ apiKeys: 'manageKeys', webhooks: 'manageKeys', invitations: 'inviteMembers' },
  ...{ officeEvents: 'readOfficeEvents', retention: 'readOfficeEvents' },
  personRequests: 'answerPersonRequests',
  ...{ oversightGrants: 'seeOversight', oversightLooks: 'seeOversight' },
  ...{ oversight: 'people', oversightCase: 'people', oversightCases: 'people', savedViews: 'people' },
};

const MUTATIONS: Readonly<Record<string, Access>> = {
  ...{ apiKeyCreate: 'manageKeys', apiKeyRevoke: 'manageKeys', apiKeyRenew: 'manageKeys' },
  ...{ webhookCreate: 'manageKeys', webhookChange: 'manageKeys', webhookRemove: 'manageKeys' },
  ...{ webhookRotateSecret: 'manageKeys', webhookTest: 'manageKeys', webhookReplay: 'manageKeys' },
  ...{ answerTemplateSave: 'manageOrganization', answerTemplateRemove: 'manageOrganization' },
  ...{ guidanceCardSave: 'manageOrganization', guidanceCardRemove: 'manageOrganization' },
  guidanceCardMove: 'manageOrganization',
  ...{ categoryChange: 'manageOrganization', retentionSet: 'manageOrganization' },
  ...{ calendarLoad: 'manageOrganization', organizationSet: 'manageOrganization' },
  ...{ departmentSave: 'manageOrganization', memberChange: 'manageOrganization' },
  ...{ deadlineRuleCorrect: 'manageOrganization', deadlineRulePromise: 'manageOrganization' },
  ...{ deadlineRuleEndPromise: 'manageOrganization', publicPageSave: 'manageOrganization' },
  ...{ siteSave: 'manageOrganization', siteRemove: 'manageOrganization', sitesImport: 'manageOrganization' },
  ...{ personRequestOpen: 'answerPersonRequests', personRequestErase: 'answerPersonRequests' },
  personRequestComplete: 'answerPersonRequests',
  ...{ memberInvite: 'inviteMembers', invitationResend: 'inviteMembers' },
  invitationWithdraw: 'inviteMembers',
  ...{ trainingSave: 'recordTraining', trainingRemove: 'recordTraining', trainingImport: 'recordTraining' },
  ...{ visitPlan: 'makeVisits', visitRecord: 'makeVisits', visitRemove: 'makeVisits' },
  visitFinishFollowUp: 'makeVisits',
  ...{ incidentOpen: 'leadIncidents', incidentChange: 'leadIncidents', incidentNote: 'leadIncidents' },
  ...{ incidentLinkComplaints: 'leadIncidents', incidentUnlinkComplaints: 'leadIncidents' },
  ...{ incidentDraftAnswer: 'leadIncidents', incidentApproveAnswer: 'leadIncidents' },
  ...{ incidentReturnAnswer: 'leadIncidents', incidentGiveAnswer: 'leadIncidents' },
  ...{ incidentMove: 'leadIncidents', incidentClose: 'leadIncidents', incidentReopen: 'leadIncidents' },
  ...{ incidentProposalAccept: 'leadIncidents', incidentProposalDismiss: 'leadIncidents' },
  ...{ engineeringPlan: 'doEngineering', engineeringCarryOver: 'doEngineering' },
  engineeringFinish: 'doEngineering',
  ...{ suggestionsTrain: 'manageOrganization', suggestionRecord: 'takeSuggestions' },
  ...{ respondentChange: 'keepRespondents', respondentMerge: 'keepRespondents' },
  ...{ importCreate: 'importComplaints', importCheck: 'importComplaints' },
  ...{ importSetMapping: 'importComplaints', importStart: 'importComplaints' },
  ...{ reportCreate: 'writeReports', reportEditText: 'writeReports', reportDiscard: 'writeReports' },
  ...{ reportCorrect: 'writeReports', denominatorSet: 'writeReports', reportPublish: 'publishReports' },
  ...{ oversightGrantGive: 'grantOversight', oversightGrantRevoke: 'grantOversight' },
  ...{ savedViewSave: 'people', savedViewRemove: 'people', presenceKeep: 'people' },
  ...{ invitationAccept: 'public', publicComplaintSubmit: 'public', publicMatterAddMaterial: 'public' },
  ...{ publicMatterAnswerMediation: 'public', publicMatterRate: 'public', publicMatterReopen: 'public' },
  publicMatterWithdraw: 'public',
};

const SUBSCRIPTIONS: Readonly<Record<string, Access>> = { complaintsChanged: 'readComplaints' };

const ROOTS: Readonly<Record<string, Readonly<Record<string, Access>>>> = {
  Query: QUERIES,
  Mutation: MUTATIONS,
  Subscription: SUBSCRIPTIONS,
};

/** Who may use a field: everybody, whoever has a key or a session, keys with a scope (and people), or people alone. */
export type FieldAccess = 'public' | 'member' | 'people' | Scope;

/** The command that a mutation is named after: `complaintStateCause` → `STATE_CAUSE`. */
export function commandOf(mutation: string): CommandType | undefined {
  const verb = /^complaint(.+)$/.exec(mutation)?.[1];
  const command = verb?.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  return command && command in PERMISSIONS ? (command as CommandType) : undefined;
}

/** What an office mutation takes of the organisation; `undefined` for commands and what takes nothing of it. */
export function officeActionOf(mutation: string): OfficeAction | undefined {
  const access = MUTATIONS[mutation];
  return access === 'public' || access === 'member' || access === 'people' ? undefined : access;
}

/** Whether nobody is asked who they are. */
export function isPublic(root: string, field: string): boolean {
  return ROOTS[root]?.[field] === 'public';
}

/** Who may use a field of a root; `undefined` for one that the table forgot. */
export function accessTo(root: string, field: string): FieldAccess | undefined {
  const command = root === 'Mutation' ? commandOf(field) : undefined;
  if (command) return PERMISSIONS[command].scope ?? 'people';
  const access = ROOTS[root]?.[field];
  if (access === undefined || access === 'public' || access === 'member' || access === 'people')
    return access;
  return OFFICE_ACTIONS[access].scope ?? 'people';
}

/** What all of an operation's root fields take, each once. */
export function accessOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): readonly FieldAccess[] {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation)?.name;
  if (!operation || !root) return [];
  const needed = new Set<FieldAccess>();
  const seen = new Set<string>();
  const look = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) look(node.selectionSet);
      else if (node.kind === Kind.FIELD) needed.add(accessToSelected(root, node.name.value));
      else if (!seen.has(node.name.value)) {
        seen.add(node.name.value);
        for (const fragment of document.definitions) {
          if (fragment.kind === Kind.FRAGMENT_DEFINITION && fragment.name.value === node.name.value) {
            look(fragment.selectionSet);
          }
        }
      }
    }
  };
  look(operation.selectionSet);
  return [...needed];
}

/** The schema itself is told to whoever belongs somewhere; a field that the table forgot is nobody's but people's. */
function accessToSelected(root: string, name: string): FieldAccess {
  if (name === '__typename') return 'public';
  return name.startsWith('__') ? 'member' : (accessTo(root, name) ?? 'people');
}

/** Why the caller may not ask this, by its scopes or for being nobody; `undefined` when that is not known beforehand. */
export function whyShut(needed: readonly FieldAccess[], context: RequestContext): GraphQLError | undefined {
  const { actor, locale } = context.request;
  if (actor.kind === 'public' || actor.kind === 'complainant') {
    return needed.every((access) => access === 'public') ? undefined : unauthenticated(locale);
  }
  if (actor.kind !== 'apiClient') return undefined;
  const missing = needed.filter(
    (access) => access !== 'public' && access !== 'member' && !actor.scopes.includes(access as Scope),
  );
  if (missing.length === 0) return undefined;
  const scopes = missing.filter((access) => access !== 'people') as Scope[];
  if (scopes.length < missing.length) return forbidden(locale, FOR_PEOPLE);
  const named = (language: typeof locale): string =>
    scopes
      .map((scope) => `${enumCode(scope)} (${inLocale(SCOPE_LABELS[scope], language)})`)
      .join(language === 'en' ? ', ' : '、');
  return forbidden(locale, {
    zh: `此密钥缺少权限 ${named('zh-CN')}。请单位管理员另建有此权限的密钥。`,
    en: `This key lacks the scope ${named('en')}. Have the administrator make one that has it.`,
  });
}

/** `complaints:read` → `COMPLAINTS_READ`. */
export const enumCode = (scope: Scope): string => scope.toUpperCase().replace(':', '_');

const FOR_PEOPLE = {
  zh: '此操作只能由人登录后进行，密钥不能使用。',
  en: 'No key may do this: it is for people who are signed in.',
};

/** Who may use a field, as its description says it. */
export function accessInWords(root: string, field: string): string | undefined {
  const access = accessTo(root, field);
  switch (access) {
    case undefined:
      return undefined;
    case 'public':
      return 'Without a sign-in.';
    case 'member':
      return 'With any key.';
    case 'people':
      return 'Not with a key.';
    default:
      return `Keys need \`${enumCode(access)}\`.`;
  }
}
