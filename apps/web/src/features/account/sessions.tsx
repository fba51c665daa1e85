import { App, Button, Card, Tag } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { auth } from '../../app/auth.ts';
import { momentText } from '../../app/moments.ts';
import { Loading } from '../../app/states.tsx';
import { useAccountWords } from './words.ts';

interface Session {
  readonly token: string;
  readonly createdAt: Date;
  readonly userAgent?: string | null | undefined;
}

/** `Chrome · Windows` of what a browser says of itself. */
function deviceOf(userAgent: string): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(userAgent)?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS|Linux)/.exec(userAgent)?.[1];
  return [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(' · ');
}

/** Where one is signed in, and ending it. */
export function Sessions() {
  const { word, locale } = useAccountWords();
  const { message } = App.useApp();
  const [sessions, setSessions] = useState<readonly Session[]>();
  const [own, setOwn] = useState<string>();
  const read = useCallback(async () => {
    const [all, here] = await Promise.all([auth.listSessions(), auth.getSession()]);
    setSessions(all.data ?? []);
    setOwn(here.data?.session.token);
  }, []);
  useEffect(() => {
    read().catch(() => setSessions([]));
  }, [read]);
  if (!sessions) return <Loading />;
  const end = async (ending: Promise<{ readonly error: unknown }>) => {
    const { error } = await ending;
    if (error) void message.error(word('account.failed'));
    else void message.success(word('sessions.ended'));
    await read();
  };
  return (
    <Card title={<h2 className="card-title">{word('sessions.title')}</h2>}>
      <p className="quiet account-said">{word('sessions.limits')}</p>
      <ul className="account-list">
        {sessions.map(({ token, createdAt, userAgent }) => {
          const device = deviceOf(userAgent ?? '') || word('sessions.unknown');
          return (
            <li key={token}>
              <span>
                {device} {token === own && <Tag>{word('sessions.this')}</Tag>}
                <br />
                <span className="quiet">
                  {word('sessions.since', { at: momentText(new Date(createdAt).toISOString(), locale) })}
                </span>
              </span>
              {token !== own && (
                <Button
                  size="small"
                  aria-label={word('sessions.endOf', { what: device })}
                  onClick={() => void end(auth.revokeSession({ token }))}
                >
                  {word('sessions.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <Button onClick={() => void end(auth.revokeOtherSessions())}>{word('sessions.endOthers')}</Button>
      )}
    </Card>
  );
}
