import { momentText } from '../moments.ts';
import { PhoneLink } from '../phone-link.tsx';
import { useOffice } from '../with-office.tsx';
import { ActionForms } from './action-forms.tsx';
import type { Credentials, Matter } from './matter.ts';
import { Way } from './way.tsx';
import { useTrackWords } from './words.ts';

/** Nothing more is done to it unless it is taken up again. */
const OVER: ReadonlySet<Matter['stage']> = new Set(['CLOSED', 'DECLINED', 'TRANSFERRED', 'WITHDRAWN']);

/** Where it stands, what comes next, the answers, what can be done, and the story. */
export function MatterView(props: {
  readonly matter: Matter;
  readonly credentials: Credentials;
  readonly onChange: (matter: Matter) => void;
}) {
  const { matter, credentials, onChange } = props;
  const { word, locale } = useTrackWords();
  const office = useOffice();
  const moment = (at: string) => momentText(at, locale);
  return (
    <article className="matter">
      <p className="over">
        {matter.number} · {[matter.kind.label, matter.category?.label].filter(Boolean).join(' · ')}
      </p>
      <h1 tabIndex={-1}>{matter.stageLabel}</h1>
      <Way stage={matter.stage} />
      <p className="lead">{matter.stageText}</p>
      {matter.next ? <NextStep next={matter.next} /> : null}
      {matter.request ? (
        <section className="notice warn">
          <h2>{word('track.request')}</h2>
          <p className="said">{matter.request}</p>
        </section>
      ) : null}
      {matter.answers.length > 0 ? (
        <section>
          <h2>{word('track.answers')}</h2>
          {matter.answers.map(({ at, text, final }) => (
            <blockquote key={at}>
              <p className="said">{text}</p>
              <footer>
                {final ? null : `${word('track.interim')} · `}
                <time dateTime={at}>{moment(at)}</time>
              </footer>
            </blockquote>
          ))}
        </section>
      ) : null}
      {matter.stage === 'DECLINED' && office.elsewhere.length > 0 ? (
        <section>
          <h2>{word('track.elsewhere')}</h2>
          <ul className="points">
            {office.elsewhere.map((route) => (
              <li key={route}>{route}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <ActionForms matter={matter} credentials={credentials} onChange={onChange} />
      <section>
        <h2>{word('track.story')}</h2>
        <ol className="story">
          {matter.steps.map(({ at, title, text }, index) => (
            // Steps are only ever added at the end.
            // biome-ignore lint/suspicious/noArrayIndexKey: two of them may have happened in one moment.
            <li key={index}>
              <time dateTime={at}>{moment(at)}</time>
              <strong>{title}</strong>
              {text ? <p className="said">{text}</p> : null}
            </li>
          ))}
        </ol>
      </section>
      <details>
        <summary>{word('track.yours')}</summary>
        <p className="said">{matter.content}</p>
      </details>
      {matter.files.length > 0 ? (
        <details>
          <summary>{word('track.files')}</summary>
          <ul className="points">
            {matter.files.map(({ name, at }) => (
              <li key={`${name}${at}`}>{name}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {OVER.has(matter.stage) && !matter.actions.includes('REOPEN') ? (
        <p className="notice">
          {word('track.overHint')} {office.phone ? <PhoneLink phone={office.phone} /> : null}
        </p>
      ) : null}
      {matter.handlerName ? (
        <p>
          {word('track.handler')} {matter.handlerName}
        </p>
      ) : null}
    </article>
  );
}

function NextStep({ next }: { next: NonNullable<Matter['next']> }) {
  const { word, locale } = useTrackWords();
  const by = momentText(next.by, locale);
  return (
    <dl className={next.late ? 'next late' : 'next'}>
      <dt>
        {word('track.next')}
        {next.promised ? ` · ${word('track.promised')}` : ''}
      </dt>
      <dd>
        <strong>{next.text}</strong>
        <span>
          {word(next.late ? 'track.late' : 'track.by', { by })}
          {next.provisional ? word('track.provisional') : ''}
        </span>
      </dd>
    </dl>
  );
}
