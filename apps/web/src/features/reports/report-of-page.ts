import type { ReportPageQuery } from './generated/report.ts';

export type ReportOfPage = NonNullable<ReportPageQuery['report']>;
export type SectionOfPage = ReportOfPage['content']['sections'][number];
type Block = SectionOfPage['blocks'][number];
export type FiguresBlock = Extract<Block, { __typename?: 'ReportFigures' }>;
export type TableBlock = Extract<Block, { __typename?: 'ReportTable' }>;
