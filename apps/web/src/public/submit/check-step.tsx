import type { ReactNode } from 'react';
import type { PublicField } from './detail-field.tsx';
import type { Money, Place } from './draft.ts';
import { fieldsFor, type Step } from './problems.ts';
import type { StepProps } from './step.ts';
import { useSubmitWords } from './words.ts';

/** Everything once more, each part with its way back, and what somebody agrees to. */
export function CheckStep({
  draft,
  office,
  go,
  consent,
  setConsent,
  problems,
  uploads,
}: StepProps & {
  readonly go: (step: Step) => void;
  readonly consent: boolean;
  readonly setConsent: (given: boolean) => void;
}) {
  const { word } = useSubmitWords();
  const category = office.form.categories.find(({ code }) => code === draft.category);
  const kind = office.form.kinds.find(({ code }) => code === draft.kind);
  const contact = [draft.name, draft.phone, draft.email].filter(Boolean).join(' · ');
  const part = (step: Step, children: ReactNode) => (
    <section className="part">
      <h2>{word(`submit.steps.${step}`)}</h2>
      <div>{children}</div>
      <button type="button" className="quiet" onClick={() => go(step)}>
        {word('submit.change')}
        <span className="unseen"> {word(`submit.steps.${step}`)}</span>
      </button>
    </section>
  );
  return (
    <>
      {part(
        'about',
        <>
          <p>{[kind?.label, category?.label].filter(Boolean).join(' · ')}</p>
          {draft.sameAsOthers ? <p>{word('submit.same')}</p> : null}
        </>,
      )}
      {part(
        'matter',
        <>
          <p className="said">{draft.content}</p>
          {draft.files.length > 0 ? <p>{draft.files.map(({ name }) => name).join('、')}</p> : null}
          {uploads.sending
            .filter(({ state }) => state !== 'refused')
            .map(({ key, name, sent, bytes }) => (
              <p key={key} className="hint">
                {word('submit.uploading', { name, percent: Math.floor((sent / Math.max(1, bytes)) * 100) })}
              </p>
            ))}
          {draft.demands.length > 0 ? (
            <p>
              {word('submit.demands')}：
              {draft.demands.map((code) => labelOf(office.form.demands, code)).join('、')}
            </p>
          ) : null}
        </>,
      )}
      {part('facts', <Facts draft={draft} office={office} />)}
      {part(
        'you',
        <>
          <p>{draft.disclosure ? word(`submit.${draft.disclosure}`) : ''}</p>
          {draft.disclosure === 'ANONYMOUS' ? null : <p>{contact}</p>}
          {draft.groupSize > 1 ? (
            <p>
              {word('submit.groupSize')}：{draft.groupSize}
            </p>
          ) : null}
        </>,
      )}
      <section className="privacy" aria-labelledby="privacy">
        <h2 id="privacy">{word('submit.privacy')}</h2>
        <ul className="points">
          {office.form.privacy.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <small>{word('submit.privacyVersion', { version: office.form.privacy.version })}</small>
      </section>
      <div className={problems['consent'] ? 'field bad' : 'field'}>
        <label className="choice" id="consent-label">
          <input
            id="consent"
            type="checkbox"
            checked={consent}
            aria-invalid={problems['consent'] !== undefined}
            aria-describedby={problems['consent'] ? 'consent-problem' : undefined}
            onChange={({ target }) => setConsent(target.checked)}
          />
          <span>{word('submit.consent')}</span>
        </label>
        {problems['consent'] ? (
          <p className="wrong" id="consent-problem">
            {problems['consent']}
          </p>
        ) : null}
      </div>
    </>
  );
}

/** What was filled in beside the words, each with its name. */
function Facts({ draft, office }: Pick<StepProps, 'draft' | 'office'>) {
  const { word } = useSubmitWords();
  const { respondentTypes } = office.form;
  const textOf = ({ key, kind, options, unit }: PublicField): string => {
    const value = draft.details[key];
    if (value === undefined) return '';
    if (kind === 'BOOLEAN') return word(value ? 'public.yes' : 'public.no');
    if (kind === 'CHOICE') return labelOf(options, value);
    if (kind === 'CHOICES')
      return (value as readonly string[]).map((code) => labelOf(options, code)).join('、');
    if (kind === 'MONEY') return `${(value as Money).amount / 100} ${word('submit.amount')}`;
    if (kind === 'PLACE') {
      const { address, longitude, latitude } = value as Place;
      const at = longitude === undefined ? '' : word('submit.placeAt', { longitude, latitude });
      return [address, at].filter(Boolean).join(' · ');
    }
    return `${value}${unit ? ` ${unit}` : ''}`;
  };
  const facts: readonly (readonly [string, string])[] = [
    [word('submit.occurredOn'), draft.occurredOn],
    [
      word('submit.respondent'),
      [draft.respondentName, labelOf(respondentTypes, draft.respondentType)].filter(Boolean).join(' · '),
    ],
    ...fieldsFor(office, draft.category).map((field) => [field.label, textOf(field)] as const),
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

function labelOf(
  options: readonly { readonly code: string; readonly label: string }[],
  code: unknown,
): string {
  return options.find((option) => option.code === code)?.label ?? '';
}
