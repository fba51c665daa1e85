/** The tree of sites as the domain knows it, by name within each site: for those who keep it and for reports. */
export const SITES_SQL = `select s.id, s.version, s.parent_id as "parentId", s.level, s.name, s.former_names as "formerNames",
    coalesce((
      select json_agg(
        json_build_object('code', n.code, 'value', n.value, 'holdsFrom', n.holds_from::text)
        order by n.code, n.holds_from
      )
      from site_number n where n.tenant_id = s.tenant_id and n.site_id = s.id
    ), '[]') as numbers
  from site s order by s.name, s.id`;
