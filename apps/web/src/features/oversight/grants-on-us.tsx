import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Card, Popconfirm, Skeleton, Tag } from 'antd';
import { momentText } from '../../app/moments.ts';
import { may } from '../../app/places.tsx';
import { Failure } from '../../app/states.tsx';
import { useViewer } from '../../app/viewer.tsx';
import type { GrantOnUsFragment } from './generated/looks.ts';
import { OversightGrantRevokeDocument, OversightGrantsDocument } from './generated/looks.ts';
import { GrantForm } from './grant-form.tsx';
import { Holds, Shows } from './grants.tsx';
import { useOversightWords } from './words.ts';

/** Who may look at the organisation, by what right; what it granted of its own will it takes back here. */
export function GrantsOnUs() {
  const { word } = useOversightWords();
  const { role } = useViewer();
  const { data, error, loading, refetch } = useQuery(OversightGrantsDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const changed = () => void refetch();
  const grants = data?.oversightGrants ?? [];
  return (
    <>
      <Card title={<h2>{word('looks.grants')}</h2>}>
        {error && <Failure error={error} onRetry={changed} />}
        {loading && !data && <Skeleton active />}
        {data && grants.length === 0 && word('looks.noGrants')}
        <ul className="oversight-grants">
          {grants.map((grant) => (
            <li key={grant.id}>
              <GrantLine grant={grant} onChanged={changed} />
            </li>
          ))}
        </ul>
      </Card>
      {may('grantOversight')(role) && (
        <Card title={<h2>{word('grant.title')}</h2>}>
          <GrantForm onGiven={changed} />
        </Card>
      )}
    </>
  );
}

function GrantLine({ grant, onChanged }: { grant: GrantOnUsFragment; onChanged: () => void }) {
  const { word, locale } = useOversightWords();
  const { role } = useViewer();
  const { id, name, lastLookAt } = grant;
  const last = lastLookAt ? word('looks.lastLook', { at: momentText(lastLookAt, locale) }) : null;
  return (
    <div className="oversight-grant">
      <div>
        <div>
          <strong>{name}</strong> <State grant={grant} />
        </div>
        <div>
          {grant.covers} · <Shows grant={grant} /> · {word(`oversight.basis.${grant.basis}`)}
          {grant.regulation && ` · ${grant.regulation}`}
        </div>
        <div className="quiet">
          {word('oversight.grantedBy')} {grant.grantedBy} · <Holds grant={grant} /> ·{' '}
          {last ?? word('looks.neverLooked')}
        </div>
      </div>
      {grant.revocable && may('grantOversight')(role) && <Revoke id={id} name={name} onDone={onChanged} />}
    </div>
  );
}

function Revoke({ id, name, onDone }: { id: string; name: string; onDone: () => void }) {
  const { word } = useOversightWords();
  const { message } = App.useApp();
  const [revoke] = useMutation(OversightGrantRevokeDocument);
  const end = async () => {
    try {
      const { data } = await revoke({ variables: { input: { id } } });
      const [problem] = data?.oversightGrantRevoke.userErrors ?? [];
      if (problem) void message.error(problem.message);
      else void message.success(word('looks.revokedNow'));
    } catch (error) {
      void message.error((error as Error).message);
    }
    onDone();
  };
  return (
    <Popconfirm
      title={word('looks.revokeOf', { name })}
      description={word('looks.revokeSure')}
      okText={word('looks.revoke')}
      onConfirm={() => end()}
    >
      <Button size="small" danger aria-label={word('looks.revokeOf', { name })}>
        {word('looks.revoke')}
      </Button>
    </Popconfirm>
  );
}

function State({ grant: { inForce, revokedAt } }: { grant: GrantOnUsFragment }) {
  const { word, locale } = useOversightWords();
  if (revokedAt !== null) return <Tag>{word('looks.revoked', { at: momentText(revokedAt, locale) })}</Tag>;
  return <Tag>{word(inForce ? 'looks.inForce' : 'looks.ended')}</Tag>;
}
