/** What the training of some days came to, a row a class that had any; `from` and `to` are parameters of a statement. */
export function trainingCounts({ from, to }: { readonly from: string; readonly to: string }): string {
  const span = `between ${from}::date and ${to}::date`;
  return `select class as "trainingClass", sum(sessions)::int as sessions, sum(people)::int as people,
      sum(new_people)::int as "newPeople", sum(tenths)::int as "tenthsOfHours",
      sum(tenths * people)::int as "tenthsOfPersonHours", sum(assessed)::int as assessed, sum(passed)::int as passed,
      sum(expiring)::int as expiring
    from (
      select s.class, 1 as sessions, s.tenths_of_hours as tenths, p.*, 0 as expiring
      from training_session s cross join lateral (
        select count(*) as people, count(*) filter (where a.experience = 'NEW') as new_people,
          count(*) filter (where a.assessment <> 'NOT_ASSESSED') as assessed,
          count(*) filter (where a.assessment = 'PASSED') as passed
        from training_attendance a where a.tenant_id = s.tenant_id and a.session_id = s.id
      ) p where s.held_on ${span}
      union all
      select s.class, 0, 0, 0, 0, 0, 0, 1
      from training_attendance a join training_session s on s.tenant_id = a.tenant_id and s.id = a.session_id
      where a.expires_on ${span}
    ) counted group by class`;
}
