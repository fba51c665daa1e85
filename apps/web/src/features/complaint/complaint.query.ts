import { graphql } from '../../generated/gql.ts';
import type { ComplaintPageQuery } from '../../generated/graphql.ts';

export const COMPLAINT = graphql(`
  query ComplaintPage($id: ID!) {
    complaint(id: $id) {
      id
      number
      externalNumber
      version
      title
      content
      status
      kind
      channel
      disclosure
      groupSize
      receivedAt
      closedAt
      source { level body }
      category { code label }
      classification { code label }
      respondent { name type { code label } }
      department { id name }
      handler { id name }
      complainant { name phone masked }
      detailTexts { key label text }
      allowedActions { action label allowed reason }
      clocks { id label state dueAt endedAt provisional explanation }
      promises { id text dueAt status }
      answers { id text status final givenAt }
      finding { finding facts at }
      remedies { id remedy { code label } description money { original { amount currency } converted { amount currency } } }
      sanctions { id sanction { code label } party paidOn money { original { amount currency } converted { amount currency } } }
      evidence { id kind title text url }
      correctiveActions { id text dueOn completedAt }
      mergedInto
      history { seq type label at recordedAt actor summary }
    }
  }
`);

export type ComplaintOfPage = NonNullable<ComplaintPageQuery['complaint']>;
