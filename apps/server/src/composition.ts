// TypeGraphQL's decorators want it before the first of them runs.
import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { Casework } from './casework/casework.ts';
import { ApiKeyResolver } from './features/api-keys/api-key.resolver.ts';
import { commandResolver } from './features/complaints/command-mutation.ts';
import { ComplaintResolver } from './features/complaints/complaint.resolver.ts';
import { ComplaintMutations } from './features/complaints/complaint-mutations.ts';
import { EvidenceResolver } from './features/complaints/evidence.resolver.ts';
import { evidenceRoutes } from './features/complaints/evidence.routes.ts';
import { MUTATIONS_OF_LIFE } from './features/complaints/mutations-of-life.ts';
import { MUTATIONS_OF_WORK } from './features/complaints/mutations-of-work.ts';
import { SavedViewResolver } from './features/complaints/saved-view.resolver.ts';
import { ImportResolver } from './features/imports/import.resolver.ts';
import { ImportWorker } from './features/imports/import-worker.ts';
import { Imports } from './features/imports/imports.ts';
import { importRoutes } from './features/imports/routes.ts';
import { CalendarResolver } from './features/organizations/calendar.resolver.ts';
import { Calendars } from './features/organizations/calendars.ts';
import { OrganizationResolver } from './features/organizations/organization.resolver.ts';
import { ReportResolver } from './features/reports/report.resolver.ts';
import { Reports } from './features/reports/reports.ts';
import { reportRoutes } from './features/reports/routes.ts';
import { FileStore } from './files/file-store.ts';
import { fileRoutes } from './files/routes.ts';
import { NodeResolver } from './graphql/node.resolver.ts';
import { assembleSchema } from './graphql/schema.ts';
import type { Routes } from './http/callers.ts';
import type { Jobs } from './jobs/jobs.ts';
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
}

export interface Parts {
  readonly database: Database;
  /** Where evidence and uploaded spreadsheets lie. */
  readonly filesFolder: string;
  readonly jobs: Pick<Jobs, 'enqueue'>;
}

export function composeServices({ database, filesFolder, jobs }: Parts): Services {
  const casework = new Casework(database);
  const { offices } = casework;
  const files = new FileStore({ database, folder: filesFolder });
  return {
    database,
    casework,
    files,
    imports: new Imports({ database, offices, files, jobs }),
    importWorker: new ImportWorker({ database, casework, files }),
    reports: new Reports({ database, offices }),
    calendars: new Calendars({ database, casework, jobs }),
  };
}

/** The plain HTTP routes beside GraphQL. */
export function composeRoutes({ database, casework, files, imports, reports }: Services): readonly Routes[] {
  const { offices } = casework;
  return [
    fileRoutes(files),
    evidenceRoutes({ database, offices, files }),
    importRoutes({ database, imports }),
    reportRoutes(reports),
  ];
}

/** The schema with the services behind it. `forgetCallers`: who somebody is has changed and must be looked up anew. */
export function composeSchema(services: Services, forgetCallers: () => void): GraphQLSchema {
  const { database, casework, files, imports, reports, calendars } = services;
  const mutations = new ComplaintMutations(database, casework);
  const complaints = new ComplaintResolver({ database, casework, mutations });
  const importResolver = new ImportResolver({ database, offices: casework.offices, imports });
  const reportResolver = new ReportResolver({ reports, offices: casework.offices });
  return assembleSchema([
    complaints,
    commandResolver([...MUTATIONS_OF_LIFE, ...MUTATIONS_OF_WORK], mutations),
    new EvidenceResolver({ files, mutations }),
    new SavedViewResolver(database),
    new OrganizationResolver(casework.offices),
    new CalendarResolver({ offices: casework.offices, calendars }),
    new ApiKeyResolver(database, forgetCallers),
    importResolver,
    reportResolver,
    new NodeResolver({
      Complaint: (id, context, info) => complaints.find({ id }, context, info),
      Import: (id, context, info) => importResolver.find(id, context, info),
      Report: (id, context, info) => reportResolver.find(id, context, info),
    }),
  ]);
}
