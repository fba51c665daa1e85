import { FilesField } from '../files-field.tsx';
import { DetailField, type PublicField } from './detail-field.tsx';
import { Field, Ticks } from './field.tsx';
import { fieldsFor } from './problems.ts';
import type { StepProps } from './step.ts';
import { useSubmitWords } from './words.ts';

/** What happened: in the person's own words first, then only what helps for what they chose. */
export function MatterStep({ draft, change, office, problems, uploads }: StepProps) {
  const { word } = useSubmitWords();
  const { demands, respondentTypes } = office.form;
  const today = new Date().toLocaleDateString('sv-SE');
  const fields = fieldsFor(office, draft.category);
  const isNeeded = ({ requiredFor }: PublicField) => requiredFor.includes(draft.category);
  // What is needed, and the place, stand open; the rest is there for those who know it.
  const first = fields.filter((field) => isNeeded(field) || field.kind === 'PLACE');
  const more = fields.filter((field) => !first.includes(field));
  const detail = (field: PublicField) => (
    <DetailField
      key={field.key}
      field={field}
      required={isNeeded(field)}
      value={draft.details[field.key]}
      problem={problems[`details.${field.key}`]}
      onChange={(value) => {
        const { [field.key]: _before, ...others } = draft.details;
        change({ details: value === undefined ? others : { ...others, [field.key]: value } });
      }}
    />
  );
  return (
    <>
      <Field
        id="content"
        label={word('submit.content')}
        hint={word('submit.contentHint')}
        required
        problem={problems['content']}
      >
        {(described) => (
          <textarea
            {...described}
            rows={7}
            maxLength={20_000}
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
      />
      <Field id="occurredOn" label={word('submit.occurredOn')} problem={problems['occurredOn']}>
        {(described) => (
          <input
            {...described}
            type="date"
            max={today}
            value={draft.occurredOn}
            onChange={({ target }) => change({ occurredOn: target.value })}
          />
        )}
      </Field>
      {respondentTypes.length > 0 ? (
        <>
          <Field id="respondentName" label={word('submit.respondent')} problem={problems['respondent.name']}>
            {(described) => (
              <input
                {...described}
                type="text"
                maxLength={200}
                value={draft.respondentName}
                onChange={({ target }) => change({ respondentName: target.value })}
              />
            )}
          </Field>
          <Field
            id="respondentType"
            label={word('submit.respondentType')}
            problem={problems['respondent.type']}
          >
            {(described) => (
              <select
                {...described}
                value={draft.respondentType}
                onChange={({ target }) => change({ respondentType: target.value })}
              >
                <option value="">{word('public.choose')}</option>
                {respondentTypes.map(({ code, label }) => (
                  <option key={code} value={code}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </>
      ) : null}
      {first.map(detail)}
      {more.length > 0 ? (
        <details className="fold" open={more.some(({ key }) => draft.details[key] !== undefined)}>
          <summary>{word('submit.more')}</summary>
          <p className="hint">{word('submit.moreHint')}</p>
          {more.map(detail)}
        </details>
      ) : null}
      <Ticks
        legend={
          <>
            {word('submit.demands')} <small>{word('public.optional')}</small>
          </>
        }
        options={demands}
        value={draft.demands}
        onChange={(codes) => change({ demands: codes })}
      />
    </>
  );
}
