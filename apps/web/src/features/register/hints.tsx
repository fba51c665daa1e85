import { useQuery } from '@apollo/client/react';
import { Form } from 'antd';
import { CaseGlances, type Glance } from '../../ui/case-glance.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { SimilarComplaintsDocument } from './generated/register.ts';
import { useRegisterWords } from './words.ts';

/** Shorter texts are like everything. */
const ENOUGH_SAID = 6;

/** What the office knows already: earlier cases of the caller, and open matters like this one. */
export function Hints({ earlier }: { earlier: readonly Glance[] }) {
  const { word } = useRegisterWords();
  const content = (Form.useWatch('content') as string | undefined) ?? '';
  const category = Form.useWatch('category') as string | undefined;
  const respondentName = Form.useWatch(['respondent', 'name']) as string | undefined;
  const asked = useSettled(content.trim(), 600);
  const { data } = useQuery(SimilarComplaintsDocument, {
    variables: {
      input: {
        content: asked,
        ...(category ? { category } : {}),
        ...(respondentName ? { respondentName } : {}),
      },
    },
    skip: asked.length < ENOUGH_SAID,
  });
  const similar = asked.length < ENOUGH_SAID ? [] : (data?.similarComplaints ?? []);
  return (
    <aside className="register-hints" aria-live="polite" aria-label={word('register.hints')}>
      {earlier.length + similar.length === 0 && <p className="quiet">{word('register.hintsLater')}</p>}
      <CaseGlances title={word('register.ofCaller')} cases={earlier} />
      <CaseGlances title={word('register.similar')} cases={similar} />
    </aside>
  );
}
