import { FilesField } from '../files-field.tsx';
import { Field, Ticks } from './field.tsx';
import type { StepProps } from './step.ts';
import { useSubmitWords } from './words.ts';

const MOST_CHARACTERS = 20_000;

/** What happened, in the person's own words, with what shows it, and what they want. */
export function MatterStep({ draft, change, office, problems, uploads }: StepProps) {
  const { word } = useSubmitWords();
  return (
    <>
      <Field
        id="content"
        label={word('submit.content')}
        hint={word('submit.contentHint')}
        required
        problem={problems['content']}
        count={{ length: draft.content.length, limit: MOST_CHARACTERS }}
      >
        {(described) => (
          <textarea
            {...described}
            rows={7}
            maxLength={MOST_CHARACTERS}
            value={draft.content}
            onChange={({ target }) => change({ content: target.value })}
          />
        )}
      </Field>
      <FilesField
        office={office}
        files={draft.files}
        onChange={(files) => change({ files })}
        uploads={uploads}
        problem={problems['files']}
      />
      <Ticks
        legend={
          <>
            {word('submit.demands')} <small>{word('public.optional')}</small>
          </>
        }
        options={office.form.demands}
        value={draft.demands}
        onChange={(codes) => change({ demands: codes })}
      />
    </>
  );
}
