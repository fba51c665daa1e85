import { DELIVERY_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { App, Button } from 'antd';
import { useState } from 'react';
import { download } from '../../app/download.ts';
import { momentText } from '../../app/moments.ts';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { useComplaintWords } from './words.ts';

type Issued = ComplaintOfPage['documents'][number];

/** What went out in writing, with what confirms it: documents to be read or saved as Word, and what was forwarded. */
export function DocumentList({ complaint: { documents, forwardings } }: { complaint: ComplaintOfPage }) {
  const { word } = useComplaintWords();
  const count = documents.length + forwardings.length;
  if (count === 0) return null;
  return (
    <section className="case-card" aria-labelledby="case-documents-title">
      <h3 id="case-documents-title">
        {word('documents.title')} <span className="quiet">{count}</span>
      </h3>
      <ul className="case-plain">
        {documents.map((issued) => (
          <DocumentItem key={issued.id} issued={issued} />
        ))}
        {forwardings.map((sent) => (
          <ForwardingItem key={`${sent.to.code} ${sent.at}`} sent={sent} />
        ))}
      </ul>
    </section>
  );
}

/** A copy that went to another body, and the receipt by which that body confirmed it. */
function ForwardingItem({
  sent: { to, text, at, receipt },
}: {
  sent: ComplaintOfPage['forwardings'][number];
}) {
  const { word, locale } = useComplaintWords();
  const course = [
    word('documents.forwarded', { at: momentText(at, locale) }),
    receipt ? word('documents.receipt', receipt) : word('documents.noReceipt'),
  ];
  return (
    <li className="case-evidence">
      <strong>{to.label}</strong>
      <p className="quiet case-small">{course.join(' · ')}</p>
      {text && <p className="said">{text}</p>}
    </li>
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
