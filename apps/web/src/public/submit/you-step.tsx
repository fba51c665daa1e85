import { Choices, Field } from './field.tsx';
import type { StepProps } from './step.ts';
import { useSubmitWords } from './words.ts';

const DISCLOSURES = ['NAMED', 'CONFIDENTIAL', 'ANONYMOUS'] as const;

/** How far somebody wants to be known, in plain words, and how to reach them if they are. */
export function YouStep({ draft, change, problems }: StepProps) {
  const { word } = useSubmitWords();
  const reachable = draft.disclosure === 'NAMED' || draft.disclosure === 'CONFIDENTIAL';
  const text = (id: 'name' | 'phone' | 'email', type: string, autoComplete: string, required: boolean) => (
    <Field
      id={id}
      label={word(`submit.${id}`)}
      hint={id === 'phone' ? word('submit.reachHint') : undefined}
      required={required}
      problem={problems[id] ?? problems[`complainant.${id}`]}
    >
      {(described) => (
        <input
          {...described}
          type={type}
          autoComplete={autoComplete}
          maxLength={200}
          value={draft[id]}
          onChange={({ target }) => change({ [id]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <Choices
        name="disclosure"
        shape="cards"
        legend={word('submit.disclosure')}
        options={DISCLOSURES.map((code) => ({
          code,
          label: word(`submit.${code}`),
          hint: word(`submit.${code}.hint`),
        }))}
        value={draft.disclosure}
        onChange={(disclosure) => change({ disclosure })}
        problem={problems['disclosure']}
      />
      {reachable ? (
        <>
          {text('name', 'text', 'name', true)}
          {text('phone', 'tel', 'tel', true)}
          {text('email', 'email', 'email', false)}
        </>
      ) : null}
    </>
  );
}
