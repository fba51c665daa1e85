import { useState } from 'react';
import { Choices, Field } from './field.tsx';
import type { StepProps } from './step.ts';
import { useSubmitWords } from './words.ts';

const DISCLOSURES = ['NAMED', 'CONFIDENTIAL', 'ANONYMOUS'] as const;

const INPUT_MODES = { name: 'text', phone: 'tel', email: 'email' } as const;

/** How far somebody wants to be known, in plain words, and how to reach them if they are. */
export function YouStep({ draft, change, problems }: StepProps) {
  const { word } = useSubmitWords();
  const [isGroup, setIsGroup] = useState(draft.groupSize !== 1);
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
          inputMode={INPUT_MODES[id]}
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
      <Choices
        name="people"
        shape="row"
        legend={word('submit.people')}
        options={[
          { code: 'ALONE', label: word('submit.alone') },
          { code: 'GROUP', label: word('submit.group') },
        ]}
        value={isGroup ? 'GROUP' : 'ALONE'}
        onChange={(people) => {
          setIsGroup(people === 'GROUP');
          change({ groupSize: people === 'GROUP' ? 2 : 1 });
        }}
      />
      {isGroup ? (
        <Field
          id="groupSize"
          label={word('submit.groupSize')}
          hint={word('submit.groupHint')}
          required
          problem={problems['groupSize']}
        >
          {(described) => (
            <input
              {...described}
              type="number"
              inputMode="numeric"
              min={2}
              defaultValue={draft.groupSize}
              onChange={({ target }) => change({ groupSize: target.value === '' ? 0 : Number(target.value) })}
            />
          )}
        </Field>
      ) : null}
      {reachable ? (
        <>
          {text('name', 'text', 'name', true)}
          {text('phone', 'tel', 'tel', !draft.email.trim())}
          {text('email', 'email', 'email', false)}
        </>
      ) : null}
    </>
  );
}
