import { App, Button } from 'antd';
import { download } from '../../app/download.ts';
import { momentText } from '../../app/moments.ts';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { useComplaintWords } from './words.ts';

/** Saves the case file that was just taken. */
export function saveCaseFile(id: string): Promise<void> {
  return download(`/case-files/${id}`);
}

/** The case file that the viewer took last, to be saved again until anything else happens. */
export function CaseFile({ complaint: { id, caseFile } }: { complaint: ComplaintOfPage }) {
  const { word, locale } = useComplaintWords();
  const { message } = App.useApp();
  if (!caseFile) return null;
  return (
    <section className="case-card" aria-labelledby="case-file-title">
      <h3 id="case-file-title">{word('caseFile.title')}</h3>
      <p className="case-line">
        <span className="quiet">{word('caseFile.taken', { at: momentText(caseFile.takenAt, locale) })}</span>
        <Button
          size="small"
          className="no-print"
          onClick={() => void saveCaseFile(id).catch((failure: Error) => message.error(failure.message))}
        >
          {word('caseFile.save')}
        </Button>
      </p>
    </section>
  );
}
