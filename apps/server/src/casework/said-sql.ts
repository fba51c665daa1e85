/** What was said in the events `e` of complaints, for statements that read a word of it. */

/** Joins the words `w` of an event `e`. */
export const WORDS_OF_EVENT = `left join event_words w
  on w.tenant_id = e.tenant_id and w.complaint_id = e.complaint_id and w.seq = e.seq`;

/** A member of the data that is words: as it was said, or what stands in its place once it is erased. */
export function saidIn(member: string, erased: string): string {
  return `coalesce(w.said ->> '/${member}', case jsonb_typeof(e.data -> '${member}')
    when 'string' then e.data ->> '${member}' when 'object' then ${erased} end)`;
}
