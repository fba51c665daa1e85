// TypeGraphQL's decorators want it before the first of them runs.
import 'reflect-metadata';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { Casework } from './casework/casework.ts';
import { ActionResolver } from './features/actions/action.resolver.ts';
import { ApiKeyResolver } from './features/api-keys/api-key.resolver.ts';
import { caseFileRoutes } from './features/complaints/case-file.routes.ts';
import { commandResolver } from './features/complaints/command-mutation.ts';
import { ComplaintResolver } from './features/complaints/complaint.resolver.ts';
import { ComplaintIntakeResolver } from './features/complaints/complaint-intake.resolver.ts';
import { ComplaintMutations } from './features/complaints/complaint-mutations.ts';
import { EvidenceResolver } from './features/complaints/evidence.resolver.ts';
import { evidenceRoutes } from './features/complaints/evidence.routes.ts';
import { MUTATIONS_OF_LIFE } from './features/complaints/mutations-of-life.ts';
import { MUTATIONS_OF_WORK } from './features/complaints/mutations-of-work.ts';
import { PresenceResolver } from './features/complaints/presence.resolver.ts';
import { RelatedResolver } from './features/complaints/related.resolver.ts';
import { SavedViewResolver } from './features/complaints/saved-view.resolver.ts';
import { EngineeringResolver } from './features/engineering/engineering.resolver.ts';
import { Engineering } from './features/engineering/engineering.ts';
import { engineeringRoutes } from './features/engineering/routes.ts';
import { GuidanceResolver } from './features/guidance/guidance.resolver.ts';
import { ImportResolver } from './features/imports/import.resolver.ts';
import { ImportWorker } from './features/imports/import-worker.ts';
import { Imports } from './features/imports/imports.ts';
import { importRoutes } from './features/imports/routes.ts';
import { IncidentResolver } from './features/incidents/incident.resolver.ts';
import { IncidentWatch } from './features/incidents/incident-watch.ts';
import { Incidents } from './features/incidents/incidents.ts';
import { ProposalResolver } from './features/incidents/proposal.resolver.ts';
import { InvitationResolver } from './features/invitations/invitation.resolver.ts';
import { Invitations } from './features/invitations/invitations.ts';
import { OfficeEventResolver } from './features/office-events/office-event.resolver.ts';
import { AdministrationResolver } from './features/organizations/administration.resolver.ts';
import { Administration } from './features/organizations/administration.ts';
import { AnswerTemplateResolver } from './features/organizations/answer-template.resolver.ts';
import { CalendarResolver } from './features/organizations/calendar.resolver.ts';
import { Calendars } from './features/organizations/calendars.ts';
import { OrganizationResolver } from './features/organizations/organization.resolver.ts';
import { OverseenCaseResolver } from './features/oversight/case.resolver.ts';
import { OverseenCases } from './features/oversight/cases.ts';
import { Granting } from './features/oversight/granting.ts';
import { OversightResolver } from './features/oversight/oversight.resolver.ts';
import { Oversight } from './features/oversight/oversight.ts';
import { oversightRoutes } from './features/oversight/routes.ts';
import { ProductResolver } from './features/products/product.resolver.ts';
import { Attempts } from './features/public-office/attempts.repository.ts';
import { ComplaintLetters } from './features/public-office/mail/complaint-letters.ts';
import { MailIntake } from './features/public-office/mail/mail-intake.ts';
import { Open311Requests } from './features/public-office/open311/requests.ts';
import { open311Routes } from './features/public-office/open311/routes.ts';
import { PublicMatterResolver } from './features/public-office/public-matter.resolver.ts';
import { PublicMatters } from './features/public-office/public-matters.ts';
import { PublicOfficeResolver } from './features/public-office/public-office.resolver.ts';
import { PublicOffices } from './features/public-office/public-offices.ts';
import { Submissions } from './features/public-office/submissions.ts';
import { PublicUploads, uploadRoutes } from './features/public-office/uploads.ts';
import { acrossSheetFile, acrossWordFile } from './features/reports/across-file.ts';
import { ReportResolver } from './features/reports/report.resolver.ts';
import { Reports } from './features/reports/reports.ts';
import { reportRoutes } from './features/reports/routes.ts';
import { RespondentResolver } from './features/respondents/respondent.resolver.ts';
import { Respondents } from './features/respondents/respondents.ts';
import { PersonRequestResolver } from './features/retention/person-request.resolver.ts';
import { personRequestRoutes } from './features/retention/person-request.routes.ts';
import { PersonRequests } from './features/retention/person-requests.ts';
import { RetentionResolver } from './features/retention/retention.resolver.ts';
import { Retentions } from './features/retention/retention.ts';
import { SectorResolver } from './features/sectors/sector.resolver.ts';
import { SiteResolver } from './features/sites/site.resolver.ts';
import { Sites } from './features/sites/sites.ts';
import { SuggestionResolver } from './features/suggestions/suggestion.resolver.ts';
import { Suggestions } from './features/suggestions/suggestions.ts';
import { TeamResolver } from './features/team/team.resolver.ts';
import { CertificateReminders } from './features/training/certificate-reminders.ts';
import { trainingRoutes } from './features/training/routes.ts';
import { TrainingResolver } from './features/training/training.resolver.ts';
import { Trainings } from './features/training/training.ts';
import { TrainingSheetResolver } from './features/training/training-sheet.resolver.ts';
import { TrainingSheets } from './features/training/training-sheets.ts';
import { VisitResolver } from './features/visits/visit.resolver.ts';
import { VisitSubjects } from './features/visits/visit-subjects.ts';
import { Visits } from './features/visits/visits.ts';
import { WatchResolver } from './features/watch/watch.resolver.ts';
import type { Reach } from './features/webhooks/safe-post.ts';
import { Seal } from './features/webhooks/signature.ts';
import { WebhookResolver } from './features/webhooks/webhook.resolver.ts';
import { WebhookSender } from './features/webhooks/webhook-sender.ts';
import { Webhooks } from './features/webhooks/webhooks.ts';
import { FileStore } from './files/file-store.ts';
import { fileRoutes } from './files/routes.ts';
import { NodeResolver } from './graphql/node.resolver.ts';
import { assembleSchema } from './graphql/schema.ts';
import type { Routes } from './http/callers.ts';
import type { Post } from './identity/mailer.ts';
import type { Jobs } from './jobs/jobs.ts';
import { ChangeResolver } from './subscriptions/change.resolver.ts';
import { ChangeHub } from './subscriptions/change-hub.ts';
import type { Database } from './tenancy/database.ts';

/** Everything that the server consists of, wired together; nothing else constructs a service. */
export interface Services {
  readonly database: Database;
  readonly casework: Casework;
  readonly files: FileStore;
  readonly imports: Imports;
  readonly importWorker: ImportWorker;
  readonly reports: Reports;
  readonly calendars: Calendars;
  readonly incidents: Incidents;
  readonly engineering: Engineering;
  readonly incidentWatch: IncidentWatch;
  readonly invitations: Invitations;
  readonly publicOffices: PublicOffices;
  readonly uploads: PublicUploads;
  readonly submissions: Submissions;
  readonly matters: PublicMatters;
  readonly mailIntake: MailIntake;
  readonly complaintLetters: ComplaintLetters;
  readonly attempts: Attempts;
  readonly changes: ChangeHub;
  readonly retentions: Retentions;
  readonly trainings: Trainings;
  readonly visits: Visits;
  readonly trainingSheets: TrainingSheets;
  readonly certificateReminders: CertificateReminders;
  readonly sites: Sites;
  readonly suggestions: Suggestions;
  readonly webhooks: Webhooks;
  readonly webhookSender: WebhookSender;
}

export interface Parts {
  readonly database: Database;
  /** Where evidence and uploaded spreadsheets lie. */
  readonly filesFolder: string;
  readonly jobs: Pick<Jobs, 'enqueue'>;
  /** From which the keys of captchas and secret codes are made. */
  readonly secret: string;
  readonly post: Post;
  /** Which addresses webhooks may be sent to; absent: public ones. */
  readonly webhookReach?: Reach;
}

/** The services on one database; what outlives a request is asked of `jobs`. */
export function composeServices({
  database,
  filesFolder,
  jobs,
  secret,
  post,
  webhookReach,
}: Parts): Services {
  const casework = new Casework(database);
  const { offices } = casework;
  const files = new FileStore({ database, folder: filesFolder });
  const attempts = new Attempts(database);
  const outgoing = { seal: new Seal(secret), reach: webhookReach ?? { loopback: false } };
  const matters = new PublicMatters({ database, casework, attempts });
  const publicOffices = new PublicOffices({ database, offices });
  return {
    database,
    casework,
    files,
    imports: new Imports({ database, offices, files, jobs }),
    importWorker: new ImportWorker({ database, casework, files }),
    reports: new Reports({ database, offices }),
    engineering: new Engineering({ database, casework }),
    calendars: new Calendars({ database, casework, jobs }),
    incidents: new Incidents({ database, casework }),
    incidentWatch: new IncidentWatch({ database, offices }),
    invitations: new Invitations({ database, offices, post }),
    publicOffices,
    complaintLetters: new ComplaintLetters({ database, offices: publicOffices, matters, post }),
    uploads: new PublicUploads({ database, files, attempts, folder: join(filesFolder, 'uploads') }),
    submissions: new Submissions({ database, casework, attempts, secret }),
    matters,
    mailIntake: new MailIntake({ database, casework, files, matters }),
    attempts,
    changes: new ChangeHub({ database, offices }),
    retentions: new Retentions({ database, casework, files }),
    trainings: new Trainings({ database, offices }),
    visits: new Visits({ database, offices }),
    trainingSheets: new TrainingSheets({ database, offices, files }),
    certificateReminders: new CertificateReminders({ database, offices, post }),
    sites: new Sites({ database, offices, files }),
    suggestions: new Suggestions({ database, offices, jobs }),
    webhooks: new Webhooks({ ...outgoing, database, jobs }),
    webhookSender: new WebhookSender({ ...outgoing, database, jobs }),
  };
}

/** The plain HTTP routes beside GraphQL. `publicUrl`: the address of the product. */
export function composeRoutes(services: Services, publicUrl: string): readonly Routes[] {
  const { database, casework, files, imports, reports, publicOffices, uploads, engineering } = services;
  const { offices } = casework;
  return [
    uploadRoutes({ offices: publicOffices, uploads }),
    open311Routes({
      offices: publicOffices,
      requests: new Open311Requests({ database, casework }),
      publicUrl,
    }),
    fileRoutes(files),
    evidenceRoutes({ database, offices, files }),
    caseFileRoutes({ database, offices, files }),
    personRequestRoutes({ database, offices }),
    importRoutes({ database, imports }),
    reportRoutes({ reports, offices }),
    oversightRoutes({
      oversight: new Oversight(database),
      files: { docx: acrossWordFile, xlsx: acrossSheetFile },
    }),
    engineeringRoutes({ engineering, offices }),
    trainingRoutes(),
  ];
}

/** The schema with the services behind it. `forgetCallers`: who somebody is has changed and must be looked up anew. */
export function composeSchema(services: Services, forgetCallers: () => void): GraphQLSchema {
  const { database, casework, files, imports, reports, calendars, publicOffices, submissions, matters } =
    services;
  const { incidents, invitations, engineering } = services;
  const incidentResolver = new IncidentResolver({ database, offices: casework.offices, incidents });
  const mutations = new ComplaintMutations(database, casework);
  const complaints = new ComplaintResolver({ database, offices: casework.offices });
  const importResolver = new ImportResolver({ database, offices: casework.offices, imports });
  const reportResolver = new ReportResolver({ reports, offices: casework.offices });
  const organizations = new OrganizationResolver({ database, offices: casework.offices });
  const products = new ProductResolver({ database, offices: casework.offices });
  const respondents = new RespondentResolver({
    ...{ database, offices: casework.offices },
    respondents: new Respondents({ database, offices: casework.offices }),
  });
  const savedViews = new SavedViewResolver({ database, offices: casework.offices });
  const oversight = new OversightResolver({
    ...{ database, offices: casework.offices, oversight: new Oversight(database) },
    granting: new Granting({ database, forgetCallers }),
  });
  const overseenCases = new OverseenCaseResolver(new OverseenCases(database));
  const engineeringLists = new EngineeringResolver({ database, offices: casework.offices, engineering });
  const actions = new ActionResolver({ database, offices: casework.offices });
  const apiKeys = new ApiKeyResolver(database, forgetCallers);
  const officeEvents = new OfficeEventResolver({ database, offices: casework.offices });
  const invitationResolver = new InvitationResolver({
    ...{ invitations, offices: casework.offices, forgetCallers },
  });
  const sites = new SiteResolver(services.sites);
  const visits = new VisitResolver({
    ...{ visits: services.visits, offices: casework.offices },
    subjects: new VisitSubjects({ database, offices: casework.offices }),
  });
  const webhooks = new WebhookResolver(services.webhooks);
  const schema = assembleSchema([
    complaints,
    new RelatedResolver({ database, offices: casework.offices }),
    new PresenceResolver({ database, offices: casework.offices }),
    new AnswerTemplateResolver({ database, offices: casework.offices }),
    new GuidanceResolver({ database, offices: casework.offices }),
    new ComplaintIntakeResolver({ casework, mutations }),
    commandResolver([...MUTATIONS_OF_LIFE, ...MUTATIONS_OF_WORK], mutations),
    new EvidenceResolver({ files, mutations }),
    savedViews,
    new SectorResolver(),
    respondents,
    organizations,
    new AdministrationResolver({
      offices: casework.offices,
      administration: new Administration({ database, offices: casework.offices, forgetCallers }),
    }),
    new CalendarResolver({ offices: casework.offices, calendars }),
    apiKeys,
    webhooks,
    oversight,
    overseenCases,
    incidentResolver,
    new ProposalResolver({ database, offices: casework.offices, incidents, incidentResolver }),
    invitationResolver,
    officeEvents,
    new RetentionResolver(services.retentions),
    new PersonRequestResolver({
      requests: new PersonRequests({ database, casework, files }),
      offices: casework.offices,
    }),
    new TrainingResolver(services.trainings),
    visits,
    new TrainingSheetResolver(services.trainingSheets),
    new SuggestionResolver({ suggestions: services.suggestions, offices: casework.offices }),
    importResolver,
    reportResolver,
    new PublicOfficeResolver({ offices: publicOffices, submissions }),
    engineeringLists,
    sites,
    new ChangeResolver(),
    new TeamResolver({ database, offices: casework.offices }),
    new WatchResolver({ database, offices: casework.offices }),
    actions,
    products,
    new PublicMatterResolver({ offices: publicOffices, submissions, matters }),
    new NodeResolver({
      Complaint: (id, context, info) => complaints.find({ id }, context, info),
      Import: (id, context, info) => importResolver.find(id, context, info),
      Report: (id, context, info) => reportResolver.find(id, context, info),
      Product: (id, context) => products.find(id, context),
      Respondent: (id, context) => respondents.find(id, context),
      Organization: (id, context) => organizations.find('Organization', id, context),
      Department: (id, context) => organizations.find('Department', id, context),
      Member: (id, context) => organizations.find('Member', id, context),
      SavedView: (id, context) => savedViews.find(id, context),
      ApiKey: (id, context) => apiKeys.find(id, context),
      Webhook: (id, context) => webhooks.find(id, context),
      OversightLook: (id, context) => oversight.find(id, context),
      OversightCase: (id, context) => overseenCases.find(id, context),
      OversightGrant: (id, context) => oversight.findGrant(id, context),
      OfficeEvent: (id, context) => officeEvents.find(id, context),
      Incident: (id, context) => incidentResolver.find(id, context),
      Site: (id, context) => sites.find(id, context),
      PlannedAction: (id, context) => actions.find(id, context),
      EngineeringItem: (id, context) => engineeringLists.find(id, context),
      Invitation: (id, context) => invitationResolver.find(id, context),
    }),
  ]);
  // Messages of webhooks are answers of this schema.
  services.webhooks?.judgeBy(schema);
  services.webhookSender?.readFrom(schema);
  return schema;
}
