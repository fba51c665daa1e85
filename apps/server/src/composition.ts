// TypeGraphQL's decorators want it before the first of them runs.
import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { Casework } from './casework/casework.ts';
import { commandResolver } from './features/complaints/command-mutation.ts';
import { ComplaintResolver } from './features/complaints/complaint.resolver.ts';
import { ComplaintMutations } from './features/complaints/complaint-mutations.ts';
import { MUTATIONS_OF_LIFE } from './features/complaints/mutations-of-life.ts';
import { MUTATIONS_OF_WORK } from './features/complaints/mutations-of-work.ts';
import { ImportResolver } from './features/imports/import.resolver.ts';
import { ImportWorker } from './features/imports/import-worker.ts';
import { Imports } from './features/imports/imports.ts';
import { importRoutes } from './features/imports/routes.ts';
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
  };
}

/** The plain HTTP routes beside GraphQL. */
export function composeRoutes({ database, files, imports, reports }: Services): readonly Routes[] {
  return [fileRoutes(files), importRoutes({ database, imports }), reportRoutes(reports)];
}

/** The schema with the services behind it. */
export function composeSchema({ database, casework, imports, reports }: Services): GraphQLSchema {
  const mutations = new ComplaintMutations(database, casework);
  const complaints = new ComplaintResolver({ database, casework, mutations });
  const importResolver = new ImportResolver({ database, offices: casework.offices, imports });
  const reportResolver = new ReportResolver({ reports, offices: casework.offices });
  return assembleSchema([
    complaints,
    commandResolver([...MUTATIONS_OF_LIFE, ...MUTATIONS_OF_WORK], mutations),
    new OrganizationResolver(casework.offices),
    importResolver,
    reportResolver,
    new NodeResolver({
      Complaint: (id, context, info) => complaints.find({ id }, context, info),
      Import: (id, context, info) => importResolver.find(id, context, info),
      Report: (id, context, info) => reportResolver.find(id, context, info),
    }),
  ]);
}
