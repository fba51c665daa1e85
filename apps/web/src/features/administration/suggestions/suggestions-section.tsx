import { useMutation, useQuery } from '@apollo/client/react';
import { OFFICE_ACTIONS, type Role } from '@huiyin/domain';
import { Button, Descriptions } from 'antd';
import { useEffect } from 'react';
import { momentText } from '../../../app/moments.ts';
import { Failure, Loading } from '../../../app/states.tsx';
import { useViewer } from '../../../app/viewer.tsx';
import { useSave } from '../use-save.tsx';
import {
  type LearningFragment,
  SuggestionLearningDocument,
  SuggestionsTrainDocument,
} from './generated/suggestions.ts';
import { useSuggestionWords } from './words.ts';

const LOOK_AGAIN_MS = 2_000;

/** What suggestions are learned from, how good they are, how they are taken; and that they be learned anew. */
export function SuggestionsSection() {
  const { word } = useSuggestionWords();
  const { role } = useViewer();
  const save = useSave();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(SuggestionLearningDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const [train, { loading }] = useMutation(SuggestionsTrainDocument);
  const learning = data?.suggestionLearning.learning ?? false;
  useEffect(() => {
    if (!learning) return;
    startPolling(LOOK_AGAIN_MS);
    return stopPolling;
  }, [learning, startPolling, stopPolling]);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const learn = async () => {
    const { data: answer } = await train({ variables: { input: {} } });
    await refetch();
    return answer?.suggestionsTrain;
  };
  const roles: readonly Role[] = OFFICE_ACTIONS.manageOrganization.roles;
  return (
    <section aria-labelledby="suggestions-title">
      <h3 id="suggestions-title">{word('suggestions.title')}</h3>
      <p className="quiet">{word('suggestions.intro')}</p>
      <Learned learning={data.suggestionLearning} />
      {roles.includes(role) && (
        <Button
          loading={loading || learning}
          onClick={() => void save(learn, { done: word('suggestions.asked') })}
        >
          {word(learning ? 'suggestions.learning' : 'suggestions.learn')}
        </Button>
      )}
    </section>
  );
}

function Learned({ learning }: { learning: LearningFragment }) {
  const { word, locale } = useSuggestionWords();
  const { learnedAt, cases, leastCases: least, accuracy, taken, other } = learning;
  if (!learnedAt) return <p>{word('suggestions.never', { least })}</p>;
  if (cases < least) return <p>{word('suggestions.few', { cases, least })}</p>;
  return (
    <>
      <p>{word('suggestions.learned', { at: momentText(learnedAt, locale), cases })}</p>
      {accuracy && <p>{word('suggestions.measured', { asked: accuracy.asked })}</p>}
      {accuracy && <Measured accuracy={accuracy} />}
      <p>{taken + other === 0 ? word('suggestions.unused') : word('suggestions.used', { taken, other })}</p>
    </>
  );
}

function Measured({ accuracy }: { accuracy: NonNullable<LearningFragment['accuracy']> }) {
  const { word } = useSuggestionWords();
  const shares = ['first', 'mostFrequent', 'firstThree', 'said', 'saidRight'] as const;
  return (
    <Descriptions
      size="small"
      column={1}
      items={shares.map((key) => ({
        key,
        label: word(`suggestions.${key}`),
        children: `${(accuracy[key] * 100).toFixed(1)} %`,
      }))}
    />
  );
}
