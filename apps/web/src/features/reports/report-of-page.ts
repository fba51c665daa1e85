import type { ReportContentPartsFragment, ReportPartsFragment } from './generated/report.ts';

/** A report that is kept: a draft, or published. */
export type ReportOfPage = ReportPartsFragment;
/** What a report says, kept or only looked at beforehand. */
export type ContentOfPage = ReportContentPartsFragment;
export type SectionOfPage = ContentOfPage['sections'][number];
type Block = SectionOfPage['blocks'][number];
export type FiguresBlock = Extract<Block, { __typename?: 'ReportFigures' }>;
export type FigureOfPage = FiguresBlock['figures'][number];
export type TableBlock = Extract<Block, { __typename?: 'ReportTable' }>;

/** The section that a problem is about: problems begin with its title. */
export function sectionOf(problem: string, { sections }: ContentOfPage): SectionOfPage | undefined {
  return sections.find(({ title }) => problem.startsWith(title));
}

/** The figures that the text of a section can name. */
export function figuresOf({ blocks }: SectionOfPage): readonly FigureOfPage[] {
  return blocks.flatMap((block) => (block.__typename === 'ReportFigures' ? block.figures : []));
}

/** The tables that the text of a section can name. */
export function tablesOf({ blocks }: SectionOfPage): readonly TableBlock[] {
  return blocks.flatMap((block) => (block.__typename === 'ReportTable' ? [block] : []));
}
