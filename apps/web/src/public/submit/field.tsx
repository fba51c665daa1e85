import type { ReactNode } from 'react';
import { usePublicWords } from '../words.ts';

/** What ties a control to its label, its hint and its problem. */
export interface Described {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
  readonly 'aria-required': boolean;
}

/** A labelled control with its hint and what is wrong with it. */
export function Field(props: {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: string | null | undefined;
  readonly required?: boolean;
  readonly problem?: string | undefined;
  /** How much is written of how much can be. */
  readonly count?: { readonly length: number; readonly limit: number } | undefined;
  readonly children: (described: Described) => ReactNode;
}) {
  const { id, label, hint, required = false, problem, count, children } = props;
  const { word } = usePublicWords();
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return (
    <div className={problem ? 'field bad' : 'field'}>
      <label htmlFor={id}>
        {label} {required ? null : <small>{word('public.optional')}</small>}
      </label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': problem !== undefined,
        'aria-required': required,
      })}
      {count ? (
        // Read out once little is left: at every letter it would be in the way.
        <p className="count" aria-live={count.length > 0.95 * count.limit ? 'polite' : 'off'}>
          {word('public.count', count)}
        </p>
      ) : null}
      {problem ? (
        <p className="wrong" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}

/** Choices of which one is taken, each a large target. */
export function Choices<Code extends string>(props: {
  readonly name: string;
  readonly legend: ReactNode;
  readonly options: readonly { readonly code: Code; readonly label: string; readonly hint?: string }[];
  readonly value: string;
  readonly onChange: (code: Code) => void;
  readonly problem?: string | undefined;
  /** Below one another, side by side as far as there is room, or as cards. */
  readonly shape?: 'column' | 'row' | 'cards';
  readonly hint?: string | undefined;
}) {
  const { name, legend, options, value, onChange, problem, shape = 'column', hint: said } = props;
  return (
    <fieldset className={problem ? 'field bad' : 'field'} id={name} tabIndex={-1}>
      <legend>{legend}</legend>
      <div className={`choices ${shape}`}>
        {options.map(({ code, label, hint }) => (
          <label key={code} className="choice">
            <input
              type="radio"
              name={name}
              checked={value === code}
              onChange={() => onChange(code)}
              aria-labelledby={`${name}-${code}`}
              aria-describedby={hint ? `${name}-${code}-hint` : undefined}
            />
            <span>
              <span id={`${name}-${code}`}>{label}</span>
              {hint ? <small id={`${name}-${code}-hint`}>{hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
      {said ? <p className="hint">{said}</p> : null}
      {problem ? <p className="wrong">{problem}</p> : null}
    </fieldset>
  );
}

/** Choices of which any number is taken. */
export function Ticks(props: {
  readonly legend: ReactNode;
  readonly options: readonly { readonly code: string; readonly label: string }[];
  readonly value: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}) {
  const { legend, options, value, onChange } = props;
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="choices row">
        {options.map(({ code, label }) => (
          <label key={code} className="choice">
            <input
              type="checkbox"
              checked={value.includes(code)}
              onChange={({ target }) =>
                onChange(target.checked ? [...value, code] : value.filter((each) => each !== code))
              }
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
