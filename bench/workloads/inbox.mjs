import { moment, uuidOf } from './ids.mjs';

// A: the inbox page. 20 complaints of one status, newest first, each with category, assignee and department.

const STATUSES = ['REGISTERED', 'IN_PROGRESS', 'CLOSED', 'DECLINED'];
const PAGE = 20;

/** As the product's schema has it. */
export const INBOX_QUERY = `query Inbox($first: Int!, $filter: ComplaintFilterInput!) {
  complaints(first: $first, filter: $filter, order: RECEIVED_DESC) {
    edges { node { id number title status receivedAt category { code label } handler { id name } department { id name } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const POSTGRAPHILE = `query Inbox($first: Int!, $status: String!) {
  allComplaints(first: $first, condition: { status: $status }, orderBy: [RECEIVED_AT_DESC, ROW_ID_DESC]) {
    nodes { rowId number title status receivedAt category
      memberByTenantIdAndHandlerId { rowId name } departmentByTenantIdAndDepartmentId { rowId name } }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const INBOX = {
  title: 'A  inbox page: 20 complaints by status, newest first, with category, assignee, department',
  targets: [
    { what: 'req/s ÷ PostGraphile', against: 'postgraphile', figure: 'answersPerSecond', atLeast: 2 },
    { what: 'Node CPU ÷ PostGraphile', against: 'postgraphile', figure: 'cpuPerAnswer', atMost: 0.35 },
    { what: 'req/s ÷ one round trip', against: 'pipelined', figure: 'answersPerSecond', atLeast: 0.7 },
  ],
  /** Every status in every organisation, in turn. */
  questions: ({ organizations }) =>
    organizations.flatMap((organization) => STATUSES.map((status) => ({ organization, status }))),
  huiyin: {
    body: ({ status }) => ({
      query: INBOX_QUERY,
      variables: { first: PAGE, filter: { statuses: [status] } },
    }),
    seen: ({ data }) => ({
      more: data.complaints.pageInfo.hasNextPage,
      rows: data.complaints.edges.map(({ node }) => ({
        ...{ id: uuidOf(node.id), number: node.number, title: node.title, status: node.status },
        ...{ receivedAt: moment(node.receivedAt), category: node.category?.code ?? null },
        ...{ handler: node.handler?.name ?? null, department: node.department?.name ?? null },
      })),
    }),
  },
  postgraphile: {
    body: ({ status }) => ({ query: POSTGRAPHILE, variables: { first: PAGE, status } }),
    seen: ({ data }) => ({
      more: data.allComplaints.pageInfo.hasNextPage,
      rows: data.allComplaints.nodes.map((node) => ({
        ...{ id: node.rowId, number: node.number, title: node.title, status: node.status },
        ...{ receivedAt: moment(node.receivedAt), category: node.category },
        handler: node.memberByTenantIdAndHandlerId?.name ?? null,
        department: node.departmentByTenantIdAndDepartmentId?.name ?? null,
      })),
    }),
  },
  raw: {
    body: ({ status }) => ({ read: 'inbox', status }),
    seen: ({ rows, more }) => ({
      more,
      rows: rows.map(({ id, number, title, status, category, ...row }) => ({
        ...{ id, number, title, status, receivedAt: moment(row.received_at), category },
        ...{ handler: row.handler_name, department: row.department_name },
      })),
    }),
  },
};
