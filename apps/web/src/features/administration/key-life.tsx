import { useMutation } from '@apollo/client/react';
import { Button, Popconfirm, Radio } from 'antd';
import { useState } from 'react';
import { ApiKeyRenewDocument, type ApiKeysQuery } from './generated/words-and-keys.ts';
import { useSave } from './use-save.tsx';
import { useAdministrationWords } from './words.ts';

type Key = ApiKeysQuery['apiKeys'][number];

/** Hours for which the old secret goes on; none, where it has come into the wrong hands. */
const GRACES = [0, 24, 168] as const;

/** Gives a key a new secret; the old one goes on for a while, so that no program stands still. */
export function RenewKey({ apiKey, onRenewed }: { apiKey: Key; onRenewed: (secret: string) => void }) {
  const { word } = useAdministrationWords();
  const save = useSave();
  const [renew] = useMutation(ApiKeyRenewDocument);
  const [graceHours, setGraceHours] = useState<number>(24);
  const { id, name } = apiKey;
  const send = async () => {
    await save(
      async () => {
        const { data } = await renew({ variables: { input: { id, graceHours } } });
        if (data?.apiKeyRenew.secret) onRenewed(data.apiKeyRenew.secret);
        return data?.apiKeyRenew;
      },
      { done: word('admin.saved') },
    );
  };
  return (
    <Popconfirm
      title={word('keys.renewOf', { name })}
      description={
        <div className="stack">
          {word('keys.renewHow')}
          <Radio.Group
            aria-label={word('keys.renewHow')}
            value={graceHours}
            onChange={({ target }) => setGraceHours(Number(target.value))}
            options={GRACES.map((value) => ({ value, label: word(`keys.grace.${value}`) }))}
          />
        </div>
      }
      okText={word('keys.renew')}
      onConfirm={() => send()}
    >
      <Button size="small" aria-label={word('keys.renewOf', { name })}>
        {word('keys.renew')}
      </Button>
    </Popconfirm>
  );
}

/** What was done with a key in thirty days, in one line, and by day where somebody wants to see it. */
export function KeyUsage({ usage }: Pick<Key, 'usage'>) {
  const { word, locale } = useAdministrationWords();
  if (usage.length === 0) return null;
  const number = (value: number): string => value.toLocaleString(locale);
  const sum = (of: (day: Key['usage'][number]) => number): string =>
    number(usage.reduce((total, day) => total + of(day), 0));
  const heads = [
    'keys.usage.day',
    'keys.usage.requests',
    'keys.usage.points',
    'keys.usage.throttled',
  ] as const;
  return (
    <details className="admin-usage">
      <summary>
        {word('keys.usage', {
          requests: sum(({ requests }) => requests),
          points: sum(({ points }) => points),
          throttled: sum(({ throttled }) => throttled),
        })}
      </summary>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {word(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {usage.toReversed().map(({ day, requests, points, throttled }) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              <td>{number(requests)}</td>
              <td>{number(points)}</td>
              <td>{number(throttled)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
