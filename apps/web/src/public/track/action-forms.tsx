import { type ReactNode, useState } from 'react';
import { AskError, randomUuid } from '../api.ts';
import { FilesField, useFiles } from '../files-field.tsx';
import { momentText } from '../moments.ts';
import type { DraftFile } from '../submit/draft.ts';
import { Choices, Field } from '../submit/field.tsx';
import { useOffice } from '../with-office.tsx';
import { type Answered, carryOut, type Wish } from './carry-out.ts';
import type { Credentials, Matter } from './matter.ts';
import { useTrackWords } from './words.ts';

const MOST_CHARACTERS = 5_000;

interface Props {
  readonly matter: Matter;
  readonly credentials: Credentials;
  readonly onChange: (matter: Matter) => void;
}

/** What the complainant can do now: what is wanted of them first and open, the rest folded away. */
export function ActionForms(props: Props) {
  const { matter } = props;
  const { word, locale } = useTrackWords();
  const can = new Set(matter.actions);
  const doing = useDoing(props);
  const until = matter.reopenUntil ? momentText(matter.reopenUntil, locale) : '';
  return (
    <div className="actions">
      <p role="status" className={doing.done ? 'notice good' : 'unseen'}>
        {doing.done}
      </p>
      {doing.trouble ? (
        <p role="alert" className="notice bad">
          {doing.trouble}
        </p>
      ) : null}
      {matter.mediation ? <Mediation {...props} doing={doing} asked={can.has('ANSWER_MEDIATION')} /> : null}
      {can.has('RATE') ? <Rating doing={doing} /> : null}
      {matter.rating && !can.has('RATE') ? (
        <p className="notice">{word('track.rated', { label: matter.rating.label })}</p>
      ) : null}
      {can.has('ADD_MATERIAL') ? (
        <Folded title={word('track.add')} open={matter.request !== null}>
          <Material doing={doing} />
        </Folded>
      ) : null}
      {can.has('REOPEN') ? (
        <Folded title={word('track.reopen')} open={matter.rating?.code === 'DISSATISFIED'}>
          <p className="hint">{word('track.reopenHint', { until })}</p>
          <Reason id="reopen" doing={doing} wish={(reason) => ({ do: 'reopen', reason })} />
        </Folded>
      ) : null}
      {can.has('WITHDRAW') ? (
        <Folded title={word('track.withdraw')}>
          <Withdrawal doing={doing} />
        </Folded>
      ) : null}
    </div>
  );
}

interface Doing {
  readonly busy: boolean;
  readonly done: string;
  readonly trouble: string;
  readonly wish: (wish: Wish, said?: string) => Promise<boolean>;
}

/** Carries out a wish and shows what became of it. A try that fails keeps its key, so that it counts once. */
function useDoing({ credentials, onChange }: Props): Doing {
  const { word } = useTrackWords();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState('');
  const [trouble, setTrouble] = useState('');
  const [keys] = useState(() => new Map<string, string>());
  const wish = async (wanted: Wish, said = word('track.done')): Promise<boolean> => {
    setBusy(true);
    setTrouble('');
    setDone('');
    const name = JSON.stringify(wanted);
    const key = keys.get(name) ?? randomUuid();
    keys.set(name, key);
    try {
      const { matter, userErrors }: Answered = await carryOut(wanted, credentials, key);
      const refused = userErrors.map(({ message }) => message).join(' ');
      if (refused) setTrouble(refused);
      else {
        keys.delete(name);
        setDone(said);
      }
      if (matter) onChange(matter);
      return refused === '';
    } catch (error) {
      setTrouble(word(`public.${error instanceof AskError ? error.reason : 'failed'}`));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, done, trouble, wish };
}

function Folded({ title, open = false, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="fold" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function Mediation({ matter, doing, asked }: Props & { readonly doing: Doing; readonly asked: boolean }) {
  const { word } = useTrackWords();
  const { mediation } = matter;
  if (!mediation) return null;
  if (!asked) {
    return mediation.answer === 'AWAITED' ? null : (
      <p className="notice">{word(mediation.answer === 'AGREED' ? 'track.agreed' : 'track.disagreed')}</p>
    );
  }
  const answer = (agreed: boolean) => void doing.wish({ do: 'answerMediation', agreed });
  return (
    <section className="notice warn">
      <h2>{word('track.mediation')}</h2>
      <p className="said">{mediation.text}</p>
      <p className="hint">{word('track.mediationHint')}</p>
      <div className="row">
        <button type="button" className="button main" disabled={doing.busy} onClick={() => answer(true)}>
          {word('track.agree')}
        </button>
        <button type="button" className="button" disabled={doing.busy} onClick={() => answer(false)}>
          {word('track.disagree')}
        </button>
      </div>
    </section>
  );
}

const RATINGS = ['SATISFIED', 'ACCEPTABLE', 'DISSATISFIED'] as const;

function Rating({ doing }: { doing: Doing }) {
  const { word } = useTrackWords();
  const [result, setResult] = useState<'' | (typeof RATINGS)[number]>('');
  const [resolved, setResolved] = useState('');
  const [remark, setRemark] = useState('');
  const [problem, setProblem] = useState(false);
  const send = () => {
    setProblem(!result || !resolved);
    if (result && resolved) void doing.wish({ do: 'rate', result, resolved: resolved === 'YES', remark });
  };
  const needed = word('public.required');
  return (
    <section className="card-box">
      <h2 className="unseen">{word('track.rate')}</h2>
      <Choices
        name="rating"
        legend={word('track.rate')}
        options={RATINGS.map((code) => ({ code, label: word(`track.${code}`) }))}
        value={result}
        onChange={setResult}
        problem={problem && !result ? needed : undefined}
      />
      <Choices
        name="resolved"
        legend={word('track.resolved')}
        options={[
          { code: 'YES', label: word('track.solved') },
          { code: 'NO', label: word('track.unsolved') },
        ]}
        value={resolved}
        onChange={setResolved}
        problem={problem && !resolved ? needed : undefined}
      />
      <Words
        id="rating-remark"
        label={word(result === 'DISSATISFIED' ? 'track.why' : 'track.remark')}
        value={remark}
        onChange={setRemark}
      />
      {result === 'DISSATISFIED' ? <p className="hint">{word('track.dissatisfiedHint')}</p> : null}
      <Send doing={doing} onClick={send} label={word('track.sendRating')} />
    </section>
  );
}

function Material({ doing }: { doing: Doing }) {
  const { word } = useTrackWords();
  const office = useOffice();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly DraftFile[]>([]);
  const uploads = useFiles(office, files, setFiles);
  const send = async () => {
    const wish: Wish = { do: 'addMaterial', text, files: files.map(({ id }) => id) };
    if (await doing.wish(wish, word('track.added'))) {
      setText('');
      setFiles([]);
    }
  };
  return (
    <>
      <Words id="material" label={word('track.addText')} value={text} onChange={setText} />
      <FilesField office={office} files={files} onChange={setFiles} uploads={uploads} />
      <Send
        doing={doing}
        label={word('track.sendMaterial')}
        waits={uploads.sending.some(({ state }) => state !== 'refused')}
        onClick={() => void send()}
      />
    </>
  );
}

const REASONS = ['SETTLED', 'NO_LONGER_WISHED', 'MISTAKE', 'OTHER'] as const;

function Withdrawal({ doing }: { doing: Doing }) {
  const { word } = useTrackWords();
  const [reason, setReason] = useState<'' | (typeof REASONS)[number]>('');
  const [problem, setProblem] = useState(false);
  return (
    <>
      <p className="hint">{word('track.withdrawHint')}</p>
      <Choices
        name="withdraw"
        legend={word('track.reason')}
        options={REASONS.map((code) => ({ code, label: word(`track.${code}`) }))}
        value={reason}
        onChange={setReason}
        problem={problem && !reason ? word('public.required') : undefined}
      />
      <Send
        doing={doing}
        label={word('track.withdraw')}
        onClick={() => {
          setProblem(!reason);
          if (reason) void doing.wish({ do: 'withdraw', reason });
        }}
      />
    </>
  );
}

function Reason({ id, doing, wish }: { id: string; doing: Doing; wish: (reason: string) => Wish }) {
  const { word } = useTrackWords();
  const [reason, setReason] = useState('');
  return (
    <>
      <Words id={id} label={word('track.reason')} value={reason} onChange={setReason} required />
      <Send doing={doing} label={word('track.reopen')} onClick={() => void doing.wish(wish(reason))} />
    </>
  );
}

function Words(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly required?: boolean;
}) {
  const { id, label, value, onChange, required = false } = props;
  return (
    <Field id={id} label={label} required={required} count={{ length: value.length, limit: MOST_CHARACTERS }}>
      {(described) => (
        <textarea
          {...described}
          rows={3}
          maxLength={MOST_CHARACTERS}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

function Send(props: {
  readonly doing: Doing;
  readonly onClick: () => void;
  readonly waits?: boolean;
  readonly label: string;
}) {
  const { doing, onClick, waits = false, label } = props;
  return (
    <button type="button" className="button main" disabled={doing.busy || waits} onClick={onClick}>
      {label}
    </button>
  );
}
