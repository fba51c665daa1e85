import { DetailField, type PublicField } from './detail-field.tsx';
import { Field } from './field.tsx';
import { fieldsFor } from './problems.ts';
import type { StepProps } from './step.ts';
import { useSubmitWords } from './words.ts';

/** When, who and where, and only what helps for what was chosen. */
export function FactsStep({ draft, change, office, problems }: StepProps) {
  const { word } = useSubmitWords();
  const { respondentTypes } = office.form;
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
    </>
  );
}
