import { graphql } from '../../generated/gql.ts';
import type { ReportPageQuery } from '../../generated/graphql.ts';

export const REPORT = graphql(`
  query ReportPage($id: ID!) {
    report(id: $id) { ...ReportParts }
  }

  fragment ReportParts on Report {
    id
    status
    version
    revision
    reason
    publishedBy
    publishedAt
    hash
    wordUrl
    sheetUrl
    differences { place before after }
    content {
      title
      period { from to }
      problems
      sections {
        code
        title
        text
        template
        edited
        blocks {
          ... on ReportFigures {
            figures {
              code
              label
              unit
              capitals
              changeBefore
              changeYear
              currencies { text }
              now { text cases numerator denominator }
              before { text }
              yearAgo { text }
            }
          }
          ... on ReportTable {
            title
            columns
            notes
            rows { total cells { text unit cases complaintId } }
            chart { kind categories series { label values } }
          }
          ... on ReportProse { prompt }
        }
      }
    }
  }
`);

export type ReportOfPage = NonNullable<ReportPageQuery['report']>;
export type SectionOfPage = ReportOfPage['content']['sections'][number];
type Block = SectionOfPage['blocks'][number];
export type FiguresBlock = Extract<Block, { __typename?: 'ReportFigures' }>;
export type TableBlock = Extract<Block, { __typename?: 'ReportTable' }>;
