import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { AskError, ask } from '../api.ts';
import { useFiles } from '../files-field.tsx';
import { usePageTitle } from '../page-title.ts';
import { useOffice } from '../with-office.tsx';
import { AboutStep } from './about-step.tsx';
import { CheckStep } from './check-step.tsx';
import { type Draft, forgetDraft, useDraft } from './draft.ts';
import { FactsStep } from './facts-step.tsx';
import { SubmitDocument, type SubmitMutation } from './generated/submit.ts';
import { MatterStep } from './matter-step.tsx';
import { missingIn, STEPS, type Step, stepOf } from './problems.ts';
import { useProof } from './proof.ts';
import { keepReceipt } from './receipt.ts';
import { inputOf } from './to-input.ts';
import { useSubmitWords } from './words.ts';
import { YouStep } from './you-step.tsx';
import './submit.css';

type Sending = 'no' | 'proving' | 'sending';

/** A complaint in five steps. The step stands in the address, so that the browser's own "back" goes a step back. */
export function SubmitPage() {
  const { word } = useSubmitWords();
  const office = useOffice();
  const navigate = useNavigate();
  const { slug } = office;
  const { draft, restored, change, replace, clear } = useDraft(slug);
  const [search, setSearch] = useSearchParams();
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [cleared, setCleared] = useState<Draft>();
  const [consent, setConsent] = useState(false);
  const [sending, setSending] = useState<Sending>('no');
  const [trouble, setTrouble] = useState('');
  const prove = useProof(slug);
  const uploads = useFiles(office, draft.files, (files) => change({ files }));
  const heading = useRef<HTMLHeadingElement>(null);

  const wanted = STEPS.find((each) => each === search.get('step')) ?? 'about';
  // A step is open once everything before it is filled in, however one came to it.
  const open = STEPS.find((each) => missingIn(each, draft, office).length > 0) ?? 'check';
  const step: Step = STEPS.indexOf(wanted) <= STEPS.indexOf(open) ? wanted : open;
  const index = STEPS.indexOf(step);

  const shown = useRef(step);
  usePageTitle(word(`submit.steps.${step}`), office.name);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [step]);

  // What is mended no longer stands there as wrong.
  const edit = (part: Partial<Draft>) => {
    change(part);
    setProblems((before) => {
      const left = Object.entries(before).filter(([field]) => !mends(part, field, draft));
      return left.length === Object.keys(before).length ? before : Object.fromEntries(left);
    });
  };
  const go = (to: Step) => {
    setTrouble('');
    setSearch({ step: to });
  };
  const show = (found: Readonly<Record<string, string>>) => {
    setProblems(found);
    const [first] = Object.keys(found);
    // Once it is drawn.
    if (first) setTimeout(() => document.getElementById(first.replace('complainant.', ''))?.focus());
  };

  /** Sent with a proof of work; one that is used up or too old is made anew, and nobody need know of it. */
  const submitted = async (anew = false): Promise<SubmitMutation['publicComplaintSubmit']> => {
    setSending('proving');
    const captcha = await prove(anew);
    setSending('sending');
    const input = inputOf({ draft, office, captcha, consent });
    const { publicComplaintSubmit: answer } = await ask(SubmitDocument, { input });
    const [first] = answer.userErrors;
    return first?.field === 'captcha' && !anew ? submitted(true) : answer;
  };
  const send = async () => {
    setTrouble('');
    if (!consent) return show({ consent: word('submit.consentNeeded') });
    try {
      const answer = await submitted();
      if (answer.receipt) {
        keepReceipt(slug, answer.receipt);
        forgetDraft(slug);
        await navigate(`/o/${slug}/receipt`, { replace: true });
        return;
      }
      const [first] = answer.userErrors;
      const where = stepOf(first?.field ?? null);
      if (where !== 'check') setSearch({ step: where });
      setTrouble(answer.userErrors.map(({ message }) => message).join(' '));
      show(
        Object.fromEntries(
          answer.userErrors.flatMap(({ field, message }) => (field ? [[field, message]] : [])),
        ),
      );
    } catch (error) {
      setTrouble(
        error instanceof AskError ? error.message || word(`public.${error.reason}`) : word('submit.noProof'),
      );
    } finally {
      setSending('no');
    }
  };

  const wordOfMissing = (field: string): string =>
    field === 'category' || field === 'disclosure' || field === 'phone'
      ? word(`submit.needed.${field}`)
      : word('public.required');
  const forward = (event: FormEvent) => {
    event.preventDefault();
    const missing = missingIn(step, draft, office);
    if (missing.length > 0) {
      return show(Object.fromEntries(missing.map((field) => [field, wordOfMissing(field)])));
    }
    setProblems({});
    if (step === 'check') {
      if (uploads.sending.some(({ state }) => state !== 'refused'))
        return setTrouble(word('submit.filesPending'));
      return void send();
    }
    go(STEPS[index + 1] ?? 'check');
  };

  const props = { draft, change: edit, office, problems, uploads };
  const count = Object.keys(problems).length;
  return (
    <form className="form" noValidate onSubmit={forward}>
      <p className="over">{word('submit.title', { office: office.name })}</p>
      <h1 tabIndex={-1} ref={heading}>
        {word(`submit.steps.${step}`)}
      </h1>
      <p className="steps">
        <progress max={STEPS.length} value={index + 1} aria-hidden="true" />
        {word('submit.step', { step: index + 1, steps: STEPS.length })}
        <small>{word('submit.kept')}</small>
      </p>
      {restored && step === 'about' ? (
        <div className="notice" role="status">
          <p>{word('submit.draft')}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              setCleared(draft);
              clear();
            }}
          >
            {word('submit.startAnew')}
          </button>
        </div>
      ) : null}
      {cleared && !restored ? (
        <div className="notice" role="status">
          <p>{word('submit.cleared')}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              replace(cleared);
              setCleared(undefined);
            }}
          >
            {word('submit.undo')}
          </button>
        </div>
      ) : null}
      {step === 'about' ? <AboutStep {...props} /> : null}
      {step === 'matter' ? <MatterStep {...props} /> : null}
      {step === 'facts' ? <FactsStep {...props} /> : null}
      {step === 'you' ? <YouStep {...props} /> : null}
      {step === 'check' ? <CheckStep {...props} go={go} consent={consent} setConsent={setConsent} /> : null}
      <div className="foot">
        {trouble || count > 0 ? (
          <p className="wrong" role="alert">
            {trouble || word('public.problems', { count })}
          </p>
        ) : null}
        {index > 0 ? (
          <button type="button" className="button" onClick={() => go(STEPS[index - 1] ?? 'about')}>
            {word('public.back')}
          </button>
        ) : null}
        <button type="submit" className="button main" disabled={sending !== 'no'}>
          {sending === 'no'
            ? word(step === 'check' ? 'submit.send' : 'public.next')
            : word(`submit.${sending}`)}
        </button>
      </div>
    </form>
  );
}

/** Whether a change touches the field of a problem: by its name, or by its place among the details. */
function mends(part: Partial<Draft>, field: string, before: Draft): boolean {
  const name = field.replace('complainant.', '');
  if (name.startsWith('details.') && part.details) {
    const key = name.slice('details.'.length);
    return part.details[key] !== before.details[key];
  }
  return name in part || (name === 'phone' && 'email' in part);
}
