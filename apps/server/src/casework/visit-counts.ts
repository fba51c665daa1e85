/** What the visits of some days came to, a row a kind of target that had any; the days are parameters of a statement. */
export function visitCounts({ from, to }: { readonly from: string; readonly to: string }): string {
  const span = `between ${from}::date and ${to}::date`;
  const made = `v.done_on ${span}`;
  return `select v.target, (count(*) filter (where v.planned_on ${span}))::int as planned,
      (count(*) filter (where ${made}))::int as made,
      (count(*) filter (where v.planned_on < ${to}::date and (v.done_on is null or v.done_on > ${to}::date)))::int
        as missed,
      coalesce(sum(jsonb_array_length(v.findings)) filter (where ${made}), 0)::int as findings,
      coalesce(sum(f.planned) filter (where ${made}), 0)::int as "followUps",
      coalesce(sum(f.done) filter (where ${made}), 0)::int as "followUpsDone"
    from visit v cross join lateral (
      select count(*) as planned, count(*) filter (where u.done_on <= ${to}::date) as done
      from visit_follow_up u where u.tenant_id = v.tenant_id and u.visit_id = v.id
    ) f group by v.target`;
}
