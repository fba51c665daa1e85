import { useState } from 'react';
import { Link, Navigate } from 'react-router';
import { encode } from 'uqr';
import { momentText } from '../moments.ts';
import { usePageTitle } from '../page-title.ts';
import { PhoneLink } from '../phone-link.tsx';
import { useOffice } from '../with-office.tsx';
import { keptReceipt, trackingPath } from './receipt.ts';
import { useSubmitWords } from './words.ts';
import './receipt.css';

/** Number and code, to be written down, copied, printed or scanned. */
export function ReceiptPage() {
  const { word, locale } = useSubmitWords();
  const office = useOffice();
  const [receipt] = useState(() => keptReceipt(office.slug));
  const [copied, setCopied] = useState(false);
  usePageTitle(word('submit.receipt'), office.name);
  if (!receipt) return <Navigate to={`/o/${office.slug}/track`} replace />;
  const { number, code, matter } = receipt;
  const path = trackingPath(office.slug, receipt);
  const link = `${window.location.origin}${path}`;
  const text = [
    office.name,
    `${word('submit.number')} ${number}`,
    `${word('submit.code')} ${code}`,
    `${word('submit.follow')} ${link}`,
    ...(office.phone ? [`${word('public.phone')} ${office.phone}`] : []),
  ].join('\n');
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <article className="receipt">
      <p className="over">{office.name}</p>
      <h1 tabIndex={-1}>{word('submit.receipt')}</h1>
      <p className="notice warn">{word('submit.keep')}</p>
      <dl className="secret">
        <div>
          <dt>{word('submit.number')}</dt>
          <dd>{number}</dd>
        </div>
        <div>
          <dt>{word('submit.code')}</dt>
          <dd>{code}</dd>
        </div>
      </dl>
      <div className="row no-print">
        {'clipboard' in navigator ? (
          <button type="button" className="button" onClick={() => void copy()} aria-live="polite">
            {word(copied ? 'submit.copied' : 'submit.copy')}
          </button>
        ) : null}
        <a
          className="button"
          download={`${number}.txt`}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`\uFEFF${text}\n`)}`}
        >
          {word('submit.save')}
        </a>
        <button type="button" className="button" onClick={() => window.print()}>
          {word('submit.print')}
        </button>
      </div>
      <figure>
        <Qr text={link} label={word('submit.qr')} />
        <figcaption>{word('submit.qr')}</figcaption>
      </figure>
      <p>
        {word('submit.receivedAt')} {momentText(matter.receivedAt, locale)}
      </p>
      <p>{matter.stageText}</p>
      {matter.next ? (
        <p>
          <strong>
            {word('submit.nextBy', { what: matter.next.text, by: momentText(matter.next.by, locale) })}
          </strong>
        </p>
      ) : null}
      {office.phone ? (
        <p>
          {word('public.phone')} <PhoneLink phone={office.phone} />
        </p>
      ) : null}
      <Link to={path} className="button main no-print">
        {word('submit.follow')}
      </Link>
    </article>
  );
}

/** Drawn here: the code is told to nobody else. */
function Qr({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
