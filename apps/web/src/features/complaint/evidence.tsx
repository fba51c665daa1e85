import { FileImageOutlined, FileOutlined, FilePdfOutlined, FileTextOutlined } from '@ant-design/icons';
import { App, Button, Spin } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { download, fetchFile } from '../../app/download.ts';
import { momentText } from '../../app/moments.ts';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { useComplaintWords } from './words.ts';

type Item = ComplaintOfPage['evidence'][number];

/** What stands for what was said: who added it, when, and by which hash it is known; to be looked at in place. */
export function EvidenceList({ complaint }: { complaint: ComplaintOfPage }) {
  const { word } = useComplaintWords();
  const { evidence } = complaint;
  if (evidence.length === 0) return null;
  return (
    <section className="case-card" aria-labelledby="case-evidence-title">
      <h3 id="case-evidence-title">
        {word('complaint.evidence')} <span className="quiet">{evidence.length}</span>
      </h3>
      <ul className="case-plain">
        {evidence.map((item) => (
          <EvidenceItem key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

/** How a file can be shown here; what a browser could run is only saved. */
export function previewOf(mediaType: string | null | undefined): 'picture' | 'pdf' | 'text' | undefined {
  if (!mediaType) return undefined;
  if (/^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(mediaType)) return 'picture';
  if (mediaType === 'application/pdf') return 'pdf';
  return /^text\/(plain|csv)/.test(mediaType) ? 'text' : undefined;
}

const ICONS: Readonly<Record<'picture' | 'pdf' | 'text', ReactNode>> = {
  picture: <FileImageOutlined aria-hidden />,
  pdf: <FilePdfOutlined aria-hidden />,
  text: <FileTextOutlined aria-hidden />,
};

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function EvidenceItem({ item }: { item: Item }) {
  const { word, locale } = useComplaintWords();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const { title, text, url, mediaType, bytes, sha256, at, addedBy, supersededBy } = item;
  const kind = previewOf(mediaType);
  const save = async () => {
    try {
      await download(url ?? '');
    } catch (error) {
      void message.error((error as Error).message);
    }
  };
  return (
    <li className="case-evidence">
      <div className="case-line">
        <span>
          {url ? kind ? ICONS[kind] : <FileOutlined aria-hidden /> : <FileTextOutlined aria-hidden />}{' '}
          {supersededBy ? <del>{title}</del> : <strong>{title}</strong>}
          {supersededBy && <span className="quiet"> {word('evidence.superseded')}</span>}
        </span>
        {url && (
          <span className="no-print">
            {kind && (
              <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
                {word(open ? 'evidence.hide' : 'evidence.show')}
              </Button>
            )}{' '}
            <Button size="small" onClick={() => void save()}>
              {word('evidence.save')}
            </Button>
          </span>
        )}
      </div>
      {text && <p className="said">{text}</p>}
      <p className="quiet case-small">
        {[addedBy?.name, momentText(at, locale), bytes ? sizeText(bytes) : undefined]
          .filter(Boolean)
          .join(' · ')}{' '}
        · <code title={`SHA-256 ${sha256}`}>{sha256.slice(0, 12)}</code>
      </p>
      {open && url && kind && <Preview {...{ url, kind, title }} mediaType={mediaType ?? ''} />}
    </li>
  );
}

interface PreviewProps {
  readonly url: string;
  readonly kind: 'picture' | 'pdf' | 'text';
  readonly title: string;
  readonly mediaType: string;
}

/** A file in place, as what it says it is and nothing else: the type is set here, never found out by the browser. */
function Preview({ url, kind, title, mediaType }: PreviewProps) {
  const [shown, setShown] = useState<{
    readonly address?: string;
    readonly text?: string;
    readonly problem?: string;
  }>();
  useEffect(() => {
    let address: string | undefined;
    let gone = false;
    fetchFile(url)
      .then(async (file) => {
        if (gone) return;
        if (kind === 'text') return setShown({ text: await file.text() });
        address = URL.createObjectURL(new Blob([file], { type: mediaType }));
        setShown({ address });
      })
      .catch((error: unknown) => !gone && setShown({ problem: (error as Error).message }));
    return () => {
      gone = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [url, kind, mediaType]);
  if (!shown) return <Spin className="case-preview" />;
  if (shown.problem) return <p role="alert">{shown.problem}</p>;
  if (shown.text !== undefined) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
      <pre className="case-preview" tabIndex={0}>
        {shown.text}
      </pre>
    );
  }
  return kind === 'picture' ? (
    <img className="case-preview" src={shown.address} alt={title} />
  ) : (
    <iframe className="case-preview case-preview-pdf" src={shown.address} title={title} sandbox="" />
  );
}
