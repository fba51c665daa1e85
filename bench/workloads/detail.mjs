import { globalIdOf, moment, uuidOf } from './ids.mjs';

// B: one complaint with everything that happened to it, and who did it.

/** As the product's schema has it. */
export const DETAIL_QUERY = `query Detail($id: ID!) {
  complaint(id: $id) {
    id number version title status kind channel receivedAt
    category { code label } handler { id name } department { id name }
    history { seq type label at actor summary }
  }
}`;

const POSTGRAPHILE = `query Detail($tenantId: UUID!, $id: UUID!) {
  complaintByTenantIdAndRowId(tenantId: $tenantId, rowId: $id) {
    rowId number version title status kind channel receivedAt category
    memberByTenantIdAndHandlerId { rowId name } departmentByTenantIdAndDepartmentId { rowId name }
    complaintEventsByTenantIdAndComplaintId(orderBy: SEQ_ASC) { nodes { seq type at actor data } }
  }
}`;

export const DETAIL = {
  title: 'B  one complaint with its events and who did them',
  targets: [
    { what: 'req/s ÷ PostGraphile', against: 'postgraphile', figure: 'answersPerSecond', atLeast: 3 },
    { what: 'req/s ÷ one round trip', against: 'pipelined', figure: 'answersPerSecond', atLeast: 0.6 },
  ],
  /** Complaints drawn from all organisations, with the same ids for every peer. */
  questions: ({ samples }) => samples,
  huiyin: {
    body: ({ id }) => ({ query: DETAIL_QUERY, variables: { id: globalIdOf('Complaint', id) } }),
    seen: ({ data: { complaint } }) => ({
      ...{ id: uuidOf(complaint.id), number: complaint.number, version: complaint.version },
      ...{ status: complaint.status, receivedAt: moment(complaint.receivedAt) },
      ...{ category: complaint.category?.code ?? null, handler: complaint.handler?.name ?? null },
      events: complaint.history.map(({ seq, type, at, actor }) => ({ seq, type, at: moment(at), actor })),
    }),
  },
  postgraphile: {
    body: ({ id, organization }) => ({
      query: POSTGRAPHILE,
      variables: { id, tenantId: organization.tenantId },
    }),
    seen: ({ data: { complaintByTenantIdAndRowId: complaint } }) => ({
      ...{ id: complaint.rowId, number: complaint.number, version: complaint.version },
      ...{ status: complaint.status, receivedAt: moment(complaint.receivedAt) },
      ...{ category: complaint.category, handler: complaint.memberByTenantIdAndHandlerId?.name ?? null },
      events: complaint.complaintEventsByTenantIdAndComplaintId.nodes.map(({ seq, type, at, actor }) => ({
        ...{ seq, type, at: moment(at), actor: actor.name },
      })),
    }),
  },
  raw: {
    body: ({ id }) => ({ read: 'detail', id }),
    seen: (complaint) => ({
      ...{ id: complaint.id, number: complaint.number, version: complaint.version },
      ...{ status: complaint.status, receivedAt: moment(complaint.received_at) },
      ...{ category: complaint.category, handler: complaint.handler_name },
      events: complaint.events.map(({ seq, type, at, actor }) => ({
        ...{ seq, type, at: moment(at), actor: actor.name },
      })),
    }),
  },
};
