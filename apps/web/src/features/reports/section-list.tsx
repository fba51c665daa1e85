import { EditOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import type { ContentOfPage } from './report-of-page.ts';
import { sectionOf } from './report-of-page.ts';
import { useReportWords } from './words.ts';

/** The sections of a report, with what is to be done in each. */
export function SectionList({ content, draft }: { content: ContentOfPage; draft: boolean }) {
  const { word } = useReportWords();
  const open = new Set(draft ? content.problems.map((problem) => sectionOf(problem, content)?.code) : []);
  return (
    <nav className="section-list no-paper" aria-label={word('reports.sections')}>
      <ol>
        {content.sections.map(({ code, title, edited }) => (
          <li key={code}>
            <a href={`#${code}`}>
              <span>{title}</span>
              {edited && (
                <EditOutlined role="img" aria-label={word('reports.edited')} title={word('reports.edited')} />
              )}
              {open.has(code) && (
                <ExclamationCircleOutlined
                  role="img"
                  className="section-open"
                  aria-label={word('reports.toCheck')}
                  title={word('reports.toCheck')}
                />
              )}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
