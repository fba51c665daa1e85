import { CheckCircleOutlined, CloseCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { momentText } from '../../app/moments.ts';
import { Due, Paused, spanText } from '../../ui/due.tsx';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { useComplaintWords } from './words.ts';

type Clock = ComplaintOfPage['clocks'][number];
type AnswerPromise = ComplaintOfPage['promises'][number];

const GOES_ON = new Set<Clock['state']>(['RUNNING', 'OVERDUE', 'PAUSED']);

/** The clocks and promises of a complaint: what runs first, what is over folded away. */
export function Clocks({ complaint }: { complaint: ComplaintOfPage }) {
  const { word } = useComplaintWords();
  const { clocks, promises, extensionRequests } = complaint;
  const running = clocks.filter(({ state }) => GOES_ON.has(state));
  const open = promises.filter(({ status }) => status === 'OPEN');
  const over = [
    ...clocks
      .filter((clock) => !running.includes(clock))
      .map((clock) => <ClockRow key={clock.id} clock={clock} />),
    ...promises
      .filter((each) => !open.includes(each))
      .map((each) => <PromiseRow key={each.id} promise={each} />),
  ];
  return (
    <>
      {running.length + open.length === 0 && <p className="quiet">{word('complaint.noClocks')}</p>}
      <ul className="case-plain">
        {open.map((promise) => (
          <PromiseRow key={promise.id} promise={promise} />
        ))}
        {running.map((clock) => (
          <ClockRow
            key={clock.id}
            clock={clock}
            asked={extensionRequests.find((request) => request.clock.id === clock.id)?.reason}
          />
        ))}
      </ul>
      {over.length > 0 && (
        <details>
          <summary>{word('clock.over', { count: over.length })}</summary>
          <ul className="case-plain">{over}</ul>
        </details>
      )}
    </>
  );
}

/** @param asked why more time is asked for, while that waits for those who lead */
function ClockRow({ clock, asked }: { clock: Clock; asked?: string | undefined }) {
  const { word, locale } = useComplaintWords();
  const { label, dueAt, provisional, extended, explanation } = clock;
  return (
    <li className="case-clock">
      <div className="case-line">
        <strong>{label}</strong>
        <ClockState clock={clock} />
      </div>
      <div className="quiet">
        {word('clock.due', { at: momentText(dueAt, locale) })}
        {extended && ` · ${word('clock.extended')}`}
      </div>
      {asked !== undefined && <div className="case-warn">{word('clock.asked', { reason: asked })}</div>}
      {provisional && <div className="case-warn">{word('complaint.provisional')}</div>}
      <details>
        <summary>{word('clock.basis')}</summary>
        <p className="quiet">{explanation}</p>
      </details>
    </li>
  );
}

/** How a clock stands, in sign and words. */
function ClockState({ clock: { state, dueAt, endedAt, pauses, label } }: { clock: Clock }) {
  const { word, locale } = useComplaintWords();
  switch (state) {
    case 'RUNNING':
    case 'OVERDUE':
      return <Due at={dueAt} what={label} />;
    case 'PAUSED': {
      const why = pauses.filter(({ to }) => !to).map(({ reason }) => reason);
      return (
        <span>
          <Paused why={why.join(' · ')} /> <span className="quiet">{why.join(' · ')}</span>
        </span>
      );
    }
    case 'MET':
      return <Ended icon={<CheckCircleOutlined aria-hidden />} kind="met" text={word('clock.met')} />;
    case 'ENDED_LATE': {
      const late = endedAt ? Date.parse(endedAt) - Date.parse(dueAt) : 0;
      return (
        <Ended
          icon={<CloseCircleOutlined aria-hidden />}
          kind="late"
          text={word('clock.late', { span: spanText(late, locale) })}
        />
      );
    }
    case 'CANCELLED':
      return <Ended icon={<MinusCircleOutlined aria-hidden />} kind="off" text={word('clock.cancelled')} />;
  }
}

function PromiseRow({ promise: { text, dueAt, status } }: { promise: AnswerPromise }) {
  const { word, locale } = useComplaintWords();
  return (
    <li className="case-clock">
      <div className="case-line">
        <strong>{word('complaint.promises')}</strong>
        {status === 'OPEN' && <Due at={dueAt} what={word('complaint.promises')} />}
        {status === 'KEPT' && (
          <Ended icon={<CheckCircleOutlined aria-hidden />} kind="met" text={word('promise.KEPT')} />
        )}
        {status === 'BROKEN' && (
          <Ended icon={<CloseCircleOutlined aria-hidden />} kind="late" text={word('promise.BROKEN')} />
        )}
        {status === 'CANCELLED' && (
          <Ended icon={<MinusCircleOutlined aria-hidden />} kind="off" text={word('clock.cancelled')} />
        )}
      </div>
      <div className="quiet">{word('clock.due', { at: momentText(dueAt, locale) })}</div>
      <div className="said">{text}</div>
    </li>
  );
}

function Ended({ icon, kind, text }: { icon: ReactNode; kind: 'met' | 'late' | 'off'; text: string }) {
  return (
    <span className={`case-ended case-ended-${kind}`}>
      {icon} {text}
    </span>
  );
}
