import { FigureTable } from './figure-table.tsx';
import { Figures } from './figures.tsx';
import type { ReportOfPage, SectionOfPage } from './report-of-page.ts';
import { SectionText } from './section-text.tsx';

interface Props {
  readonly report?: ReportOfPage;
  readonly section: SectionOfPage;
}

/** A section: its text, its figures, and its tables with their charts. */
export function ReportSection({ report, section }: Props) {
  const { code, title, blocks } = section;
  return (
    <section className="report-card" id={code} aria-labelledby={`${code}-title`} tabIndex={-1}>
      <h2 id={`${code}-title`}>{title}</h2>
      <SectionText {...(report ? { report } : {})} section={section} />
      {blocks.map((block, place) => {
        const key = `${code}-${place}`;
        if (block.__typename === 'ReportFigures') return <Figures key={key} block={block} />;
        if (block.__typename === 'ReportTable') return <FigureTable key={key} block={block} />;
        return null;
      })}
    </section>
  );
}
