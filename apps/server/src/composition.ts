// TypeGraphQL's decorators want it before the first of them runs.
import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { Casework } from './casework/casework.ts';
import { commandResolver } from './features/complaints/command-mutation.ts';
import { ComplaintResolver } from './features/complaints/complaint.resolver.ts';
import { ComplaintMutations } from './features/complaints/complaint-mutations.ts';
import { MUTATIONS_OF_LIFE } from './features/complaints/mutations-of-life.ts';
import { MUTATIONS_OF_WORK } from './features/complaints/mutations-of-work.ts';
import { OrganizationResolver } from './features/organizations/organization.resolver.ts';
import { NodeResolver } from './graphql/node.resolver.ts';
import { assembleSchema } from './graphql/schema.ts';
import type { Database } from './tenancy/database.ts';

/** Everything that the server consists of, wired together; nothing else constructs a service. */
export interface Services {
  readonly database: Database;
  readonly casework: Casework;
}

export function composeServices(database: Database): Services {
  return { database, casework: new Casework(database) };
}

/** The schema with the services behind it. */
export function composeSchema({ database, casework }: Services): GraphQLSchema {
  const mutations = new ComplaintMutations(database, casework);
  const complaints = new ComplaintResolver({ database, casework, mutations });
  return assembleSchema([
    complaints,
    commandResolver([...MUTATIONS_OF_LIFE, ...MUTATIONS_OF_WORK], mutations),
    new OrganizationResolver(casework.offices),
    new NodeResolver({ Complaint: (id, context, info) => complaints.find({ id }, context, info) }),
  ]);
}
