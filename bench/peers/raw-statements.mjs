// What somebody would write by hand for each read: one statement, prepared by name.

const PEOPLE = `
  left join member m on m.tenant_id = c.tenant_id and m.id = c.handler_id
  left join department d on d.tenant_id = c.tenant_id and d.id = c.department_id`;

export const STATEMENTS = {
  inbox: {
    text: `select c.id, c.number, c.title, c.status, c.received_at, c.category,
        c.handler_id, m.name as handler_name, c.department_id, d.name as department_name
      from complaint c ${PEOPLE}
      where c.status = $1 order by c.received_at desc, c.id desc limit 21`,
    values: ({ status }) => [status],
    answer: (rows) => ({ rows: rows.slice(0, 20), more: rows.length > 20 }),
  },
  detail: {
    text: `select c.id, c.number, c.version, c.title, c.status, c.kind, c.channel, c.received_at, c.category,
        c.handler_id, m.name as handler_name, c.department_id, d.name as department_name,
        e.seq, e.type, e.at, e.actor, e.data
      from complaint c ${PEOPLE}
      join complaint_event e on e.tenant_id = c.tenant_id and e.complaint_id = c.id
      where c.id = $1 order by e.seq`,
    values: ({ id }) => [id],
    answer: (rows) => {
      const [{ seq: _seq, type: _type, at: _at, actor: _actor, data: _data, ...complaint }] = rows;
      return {
        ...complaint,
        events: rows.map(({ seq, type, at, actor, data }) => ({ seq, type, at, actor, data })),
      };
    },
  },
};
