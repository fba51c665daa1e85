import { useRef } from 'react';
import { useAsk } from '../api.ts';
import type { Office } from '../with-office.tsx';
import { Choices } from './field.tsx';
import { SimilarDocument } from './generated/submit.ts';
import type { StepProps } from './step.ts';
import { useSubmitWords } from './words.ts';

type Option = Office['form']['categories'][number];

/** What is wanted, and what it is about: the tree of categories, a level at a time. */
export function AboutStep({ draft, change, office, problems }: StepProps) {
  const { word } = useSubmitWords();
  const { kinds, categories } = office.form;
  const below = (parent: string | null): readonly Option[] =>
    categories.filter((each) => each.parent === parent);
  const chosen = categories.find(({ code }) => code === draft.category);
  const root = chosen?.parent ? categories.find(({ code }) => code === chosen.parent) : chosen;
  const children = root ? below(root.code) : [];
  const next = useRef<HTMLDivElement>(null);
  const choose = (category: string) => {
    change({ category, sameAsOthers: false });
    // On a telephone the second question would stand below the edge, unseen. Once it is drawn.
    if (window.matchMedia('(pointer: coarse)').matches)
      setTimeout(() => next.current?.scrollIntoView({ block: 'start' }));
  };
  return (
    <>
      <Choices
        name="kind"
        legend={word('submit.kind')}
        shape="row"
        options={kinds}
        hint={
          kinds.some(({ code }) => code === draft.kind)
            ? word(`submit.kind.${draft.kind as 'COMPLAINT'}`)
            : undefined
        }
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <Choices
        name="category"
        shape="cards"
        legend={word('submit.category')}
        options={below(null)}
        value={root?.code ?? ''}
        onChange={choose}
        problem={problems['category']}
      />
      <div ref={next} className="next-question">
        {root && children.length > 0 ? (
          <Choices
            name="subcategory"
            shape="cards"
            legend={word('submit.subcategory')}
            options={[...children, { code: root.code, label: word('submit.general', { label: root.label }) }]}
            value={draft.category}
            onChange={(category) => change({ category, sameAsOthers: false })}
          />
        ) : null}
      </div>
      {office.form.restrictedCategories.includes(draft.category) ? (
        <p className="notice" role="status">
          {word('submit.restricted')}
        </p>
      ) : null}
      {draft.category ? <Similar office={office.slug} draft={draft} change={change} /> : null}
    </>
  );
}

/** How many such matters came in of late, and where they stand: numbers, and nobody's story. */
function Similar({ office, draft, change }: Pick<StepProps, 'draft' | 'change'> & { office: string }) {
  const { word } = useSubmitWords();
  const { category, sameAsOthers } = draft;
  const { data } = useAsk(SimilarDocument, { office, category });
  const similar = data?.publicSimilarMatters;
  if (!similar || similar.count === 0) return null;
  return (
    <div className="notice" role="status">
      <p>
        {word('submit.similar', { days: similar.days, count: similar.count })}{' '}
        {similar.byStage.map(({ label, count }) => `${label} ${count}`).join(' · ')}
      </p>
      <label className="choice">
        <input
          type="checkbox"
          checked={sameAsOthers}
          aria-describedby="same-hint"
          onChange={({ target }) => change({ sameAsOthers: target.checked })}
        />
        <span>{word('submit.same')}</span>
      </label>
      <p className="hint" id="same-hint">
        {word('submit.sameHint')}
      </p>
    </div>
  );
}
