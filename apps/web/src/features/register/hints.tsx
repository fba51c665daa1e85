import { useQuery } from '@apollo/client/react';
import { Button, Form } from 'antd';
import { useSector } from '../../app/sector.ts';
import { detailsInput } from '../../forms/detail-fields.tsx';
import type { SimilarComplaintsInput } from '../../generated/schema.ts';
import { CaseGlances, type Glance } from '../../ui/case-glance.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { SimilarComplaintsDocument } from './generated/register.ts';
import { SuggestedHints } from './suggested.tsx';
import type { Suggestions } from './suggestions.ts';
import type { Typed } from './typed.ts';
import { useRegisterWords } from './words.ts';

/** Shorter texts are like everything. */
const ENOUGH_SAID = 6;

interface Props {
  /** The caller, where the office knows them. */
  readonly caller: { readonly id: string; readonly complaints: readonly Glance[] } | undefined;
  /** The complaint into which this one is to be merged once it is registered. */
  readonly into: string | undefined;
  readonly onMerge: (into: string | undefined) => void;
  readonly suggestions: Suggestions | undefined;
}

/** What the office knows already: earlier cases of the caller, and open ones that may be the same trouble. */
export function Hints({ caller, into, onMerge, suggestions }: Props) {
  const { word } = useRegisterWords();
  const { complaints: earlier = [], id: complainantId } = caller ?? {};
  const similar = useSimilar(complainantId);
  return (
    <aside className="register-card register-hints" aria-live="polite" aria-label={word('register.hints')}>
      {earlier.length + similar.length === 0 && <p className="quiet">{word('register.hintsLater')}</p>}
      <SuggestedHints suggestions={suggestions} />
      <CaseGlances title={word('register.ofCaller')} cases={earlier} />
      {[true, false].map((asked) => (
        <CaseGlances
          key={String(asked)}
          title={word(asked ? 'register.similar' : 'register.perhaps')}
          cases={similar.filter(({ likely }) => likely === asked)}
          offer={({ id }) => (
            <Button
              size="small"
              aria-pressed={into === id}
              {...(into === id ? { type: 'primary', ghost: true } : {})}
              onClick={() => onMerge(into === id ? undefined : id)}
            >
              {word(into === id ? 'register.merges' : 'register.merge')}
            </Button>
          )}
        />
      ))}
    </aside>
  );
}

/** Open complaints that may be about what is being typed. */
function useSimilar(complainantId: string | undefined): readonly (Glance & { readonly likely: boolean })[] {
  const sector = useSector();
  const content = (Form.useWatch('content') as string | undefined) ?? '';
  const category = Form.useWatch('category') as string | undefined;
  const respondentName = Form.useWatch(['respondent', 'name']) as string | undefined;
  const details = Form.useWatch('details') as Typed['details'];
  const where = (sector.clusteredBy ?? []).map((key) => [key, details?.[key]] as const);
  const asked = useSettled(
    JSON.stringify({
      content: content.trim(),
      ...(category ? { category } : {}),
      ...(respondentName ? { respondentName } : {}),
      ...(complainantId ? { complainantId } : {}),
      details: detailsInput(sector, Object.fromEntries(where)),
    }),
    600,
  );
  const input = JSON.parse(asked) as SimilarComplaintsInput;
  const enough = input.content.length >= ENOUGH_SAID;
  const { data, previousData } = useQuery(SimilarComplaintsDocument, { variables: { input }, skip: !enough });
  // What was found stays while what is typed meanwhile is asked about: the list does not jump.
  const found = enough ? ((data ?? previousData)?.similarComplaints ?? []) : [];
  return found.map(({ complaint, why, likely }) => ({ ...complaint, why, likely }));
}
