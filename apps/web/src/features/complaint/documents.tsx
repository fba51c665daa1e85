import { DELIVERY_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { App, Button } from 'antd';
import { useState } from 'react';
import { download } from '../../app/download.ts';
import { momentText } from '../../app/moments.ts';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { useComplaintWords } from './words.ts';

type Issued = ComplaintOfPage['documents'][number];

/** What went out in writing: number, to whom, delivered and signed for when; to be read in place or saved as Word. */
export function DocumentList({ complaint: { documents } }: { complaint: ComplaintOfPage }) {
  const { word } = useComplaintWords();
  if (documents.length === 0) return null;
  return (
    <section className="case-card" aria-labelledby="case-documents-title">
      <h3 id="case-documents-title">
        {word('documents.title')} <span className="quiet">{documents.length}</span>
      </h3>
      <ul className="case-plain">
        {documents.map((issued) => (
          <DocumentItem key={issued.id} issued={issued} />
        ))}
      </ul>
    </section>
  );
}

function DocumentItem({ issued }: { issued: Issued }) {
  const { word, locale } = useComplaintWords();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const { document, number, addressedTo, text, issuedAt, deliveries, acknowledged, supersededBy, url } =
    issued;
  const save = async () => {
    try {
      await download(url);
    } catch (error) {
      void message.error((error as Error).message);
    }
  };
  const labelled = (what: string) => word('documents.of', { what, name: document.label, number });
  const toggle = word(open ? 'documents.hide' : 'documents.show');
  const course = [
    word('documents.to', { name: addressedTo }),
    word('documents.issued', { at: momentText(issuedAt, locale) }),
    ...deliveries.map(({ delivery, on }) =>
      word('documents.delivered', { on, how: inLocale(DELIVERY_LABELS[delivery], locale) }),
    ),
    ...(deliveries.length === 0 && !supersededBy ? [word('documents.notDelivered')] : []),
    ...(acknowledged
      ? [word('documents.received', { name: acknowledged.receivedBy, on: acknowledged.on })]
      : []),
  ];
  return (
    <li className="case-evidence">
      <div className="case-line">
        <span>
          {supersededBy ? <del>{document.label}</del> : <strong>{document.label}</strong>}{' '}
          <span className="quiet">{number}</span>
          {supersededBy && <span className="quiet"> {word('evidence.superseded')}</span>}
        </span>
        <span className="no-print">
          <Button
            size="small"
            aria-expanded={open}
            aria-label={labelled(toggle)}
            onClick={() => setOpen(!open)}
          >
            {toggle}
          </Button>{' '}
          <Button size="small" aria-label={labelled(word('evidence.save'))} onClick={() => void save()}>
            {word('evidence.save')}
          </Button>
        </span>
      </div>
      <p className="quiet case-small">{course.join(' · ')}</p>
      {open && <p className="said">{text}</p>}
    </li>
  );
}
