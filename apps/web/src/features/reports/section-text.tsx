import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useDraft } from '../../forms/draft.ts';
import type { ReportOfPage, SectionOfPage } from './report-of-page.ts';
import { useReportWords } from './words.ts';

const TextEditor = lazy(async () => ({ default: (await import('./text-editor.tsx')).TextEditor }));

interface Props {
  /** Absent where nothing can be written: a preview. */
  readonly report?: ReportOfPage;
  readonly section: SectionOfPage;
}

/** What a section says, and the way to word it oneself. */
export function SectionText({ report, section }: Props) {
  const lines = section.text.split('\n').filter((line) => line !== '');
  if (report?.status === 'DRAFT') return <Writable {...{ report, section, lines }} />;
  return <Read lines={lines} />;
}

function Read({ lines }: { lines: readonly string[] }) {
  // Two paragraphs may say the same: they have no identity but their place.
  return lines
    .map((line, place) => ({ line, place }))
    .map(({ line, place }) => (
      <p key={place} className="report-paragraph">
        {line}
      </p>
    ));
}

interface WritableProps {
  readonly report: ReportOfPage;
  readonly section: SectionOfPage;
  readonly lines: readonly string[];
}

function Writable({ report, section, lines }: WritableProps) {
  const { word } = useReportWords();
  const draft = useDraft(`report:${report.id}:${section.code}`);
  const [writing, setWriting] = useState(false);
  if (writing) {
    return (
      <Suspense fallback={<Read lines={lines} />}>
        <TextEditor {...{ report, section, draft }} onDone={() => setWriting(false)} />
      </Suspense>
    );
  }
  return (
    <div>
      <Read lines={lines} />
      <p className="section-tools no-paper">
        <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => setWriting(true)}>
          {word('reports.editText')}
        </Button>
        {draft.found && <span className="quiet">{word('reports.unsaved')}</span>}
      </p>
    </div>
  );
}
