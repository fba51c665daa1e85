import { DownOutlined } from '@ant-design/icons';
import { useApolloClient } from '@apollo/client/react';
import { App, Button, Checkbox, Flex, Popover } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { ComplaintAction } from '../../generated/schema.ts';
import { type PageAction, useOfferActions } from '../../ui/page-actions.ts';
import { useShortcuts } from '../../ui/shortcuts.ts';
import { type Action, ActionForm, type Submit } from './action-form.tsx';
import { carryOut } from './carry-out.ts';
import { saveCaseFile } from './case-file.tsx';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { CorrectForm } from './correct-form.tsx';
import { MoreActions } from './more-actions.tsx';
import { News, useNews } from './news.tsx';
import { isLeft, useGoesOn, useNextDue } from './next-due.ts';
import { offersOf } from './next-step.ts';
import { useOpenAction } from './open-action.ts';
import { ACTION_KEYS, MORE_KEY, NEXT_DUE_KEY, NEXT_KEY } from './shortcuts-of-actions.ts';
import { type ComplaintWord, useComplaintWords } from './words.ts';

interface Props {
  readonly complaint: ComplaintOfPage;
  /** Reads the complaint anew. @returns its version */
  readonly onChange: () => Promise<number>;
  /** Told in which action the viewer is writing, and when they have sent it. */
  readonly onTyping: (action: ComplaintAction | undefined) => void;
}

/** The one next step with its form in place; what is frequent beside it, the rest one search away. */
export function ActionPanel({ complaint, onChange, onTyping }: Props) {
  const { word } = useComplaintWords();
  const offers = useMemo(() => offersOf(complaint), [complaint]);
  const { next, beside, more, impossible } = offers;
  const [asked, open, filled] = useOpenAction();
  const [searching, setSearching] = useState(false);
  const all = [...(next ? [next] : []), ...beside, ...more];
  const shown = all.find(({ action }) => action === asked) ?? next;
  const heading = useRef<HTMLHeadingElement>(null);
  const news = useNews(complaint);
  const goOn = useNextDue(complaint.id);
  const [goesOn, setGoesOn] = useGoesOn();
  const submit = useSubmit({
    ...{ complaint, news, onChange, goOn, goesOn },
    onDone: () => {
      onTyping(undefined);
      heading.current?.focus();
    },
  });
  const moreLabel = word('action.more');
  const goOnLabel = word('action.goOn');
  const offered = useMemo(
    () => [
      ...[next, ...beside, ...more].flatMap((each): PageAction[] =>
        each
          ? [
              {
                ...{ id: each.action, label: each.label, run: () => open(each.action) },
                key: ACTION_KEYS[each.action] ?? (each === next ? NEXT_KEY : undefined),
              },
            ]
          : [],
      ),
      { id: 'more', label: moreLabel, key: MORE_KEY, run: () => setSearching(true) },
      { id: 'goOn', label: goOnLabel, key: NEXT_DUE_KEY, run: () => void goOn() },
    ],
    [next, beside, more, open, moreLabel, goOn, goOnLabel],
  );
  useOfferActions(offered);

  useShortcuts({
    ...Object.fromEntries(
      all.flatMap(({ action }) => {
        const key = ACTION_KEYS[action];
        return key ? [[key, () => open(action)]] : [];
      }),
    ),
    [NEXT_KEY]: next ? () => open(next.action) : undefined,
    [MORE_KEY]: () => setSearching(true),
    [NEXT_DUE_KEY]: () => void goOn(),
  });

  const isNext = shown !== undefined && shown === next;
  return (
    <section className="case-card case-next" aria-labelledby="case-next-title">
      <h3 id="case-next-title" ref={heading} tabIndex={-1}>
        {isNext && <span className="case-eyebrow">{word('next.title')}</span>}
        {shown ? shown.label : word('next.none')}
      </h3>
      <p className="quiet case-why">
        {isNext ? word(`next.${shown.action}` as ComplaintWord) : shown ? '' : word('next.noneWhy')}
      </p>
      <Flex wrap gap={8} role="toolbar" aria-label={word('complaint.actions')} className="no-print">
        {next && <Choice action={next} shown={shown} onChoose={open} hint={NEXT_KEY} />}
        {beside.map((action) => (
          <Choice key={action.action} action={action} shown={shown} onChoose={open} />
        ))}
        {shown && !isNext && !beside.includes(shown) && (
          <Choice action={shown} shown={shown} onChoose={open} />
        )}
        <Popover
          open={searching}
          onOpenChange={setSearching}
          trigger="click"
          placement="bottomRight"
          destroyOnHidden
          content={
            <MoreActions
              {...{ more, impossible }}
              onChoose={(action) => {
                setSearching(false);
                open(action);
              }}
            />
          }
        >
          <Button title={`${word('action.more')} (${MORE_KEY})`} aria-expanded={searching}>
            {word('action.more')} <DownOutlined aria-hidden />
          </Button>
        </Popover>
      </Flex>
      <News news={news} version={complaint.version} />
      {shown && (
        <div className="case-form-box">
          {shown.action === 'CORRECT' ? (
            <CorrectForm
              key={filled['category'] ?? ''}
              complaint={complaint}
              filled={filled}
              onSubmit={(...inputs) => submit(shown, ...inputs)}
            />
          ) : (
            <ActionForm
              key={`${shown.action} ${Object.values(filled).join(' ')}`}
              action={shown}
              complaint={complaint}
              focused={asked === shown.action}
              filled={asked === shown.action ? filled : undefined}
              onSubmit={(...inputs) => submit(shown, ...inputs)}
              onTyping={() => onTyping(shown.action)}
            />
          )}
          {isLeft(shown.action) && (
            <Checkbox checked={goesOn} onChange={({ target }) => setGoesOn(target.checked)}>
              {word('action.goesOn')}
            </Checkbox>
          )}
        </div>
      )}
    </section>
  );
}

function Choice(props: {
  action: Action;
  shown: Action | undefined;
  onChoose: (action: string) => void;
  hint?: string;
}) {
  const { action, shown, onChoose, hint = ACTION_KEYS[action.action] } = props;
  return (
    <Button
      type={action === shown ? 'primary' : 'default'}
      ghost={action === shown}
      aria-pressed={action === shown}
      title={hint ? `${action.label} (${hint})` : action.label}
      onClick={() => onChoose(action.action)}
    >
      {action.label}
    </Button>
  );
}

/** Carries an action out on the version that was seen, and says how it went. */
function useSubmit(options: {
  readonly complaint: ComplaintOfPage;
  readonly news: ReturnType<typeof useNews>;
  readonly onChange: () => Promise<number>;
  readonly onDone: () => void;
  /** Opens the complaint that is due next; by itself where the viewer chose so. */
  readonly goOn: () => Promise<void>;
  readonly goesOn: boolean;
}) {
  const { complaint, news, onChange, onDone, goOn, goesOn } = options;
  const { word } = useComplaintWords();
  const client = useApolloClient();
  const { message } = App.useApp();
  const [, open] = useOpenAction();
  return async ({ action, label }: Action, ...[first, ...more]: Parameters<Submit>) => {
    const { id } = complaint;
    let payload = await carryOut(client, action, { id, version: news.seen, ...first });
    for (const input of more) {
      if (payload.userErrors.length > 0) break;
      payload = await carryOut(client, action, { id, version: payload.complaint?.version, ...input });
    }
    const { userErrors, complaint: after } = payload;
    if (userErrors.some(({ code }) => code === 'CONFLICT')) {
      news.conflict(await onChange());
    }
    if (userErrors.length > 0) return payload;
    const left = isLeft(action);
    if (action === 'TAKE_CASE_FILE')
      void saveCaseFile(id).catch((failure: Error) => message.error(failure.message));
    void message.success(
      action === 'SPLIT' && after ? (
        <>
          {word('action.split')} <Link to={`/complaints/${after.id}`}>{after.number}</Link>
        </>
      ) : (
        <>
          {word('complaint.done', { action: label })}
          {left && !goesOn && (
            <Button type="link" size="small" onClick={() => void goOn()}>
              {word('action.goOn')} ({NEXT_DUE_KEY.toUpperCase()})
            </Button>
          )}
        </>
      ),
    );
    news.own();
    if (after) news.look(after.version);
    if (!left || !goesOn) {
      open(undefined);
      onDone();
    }
    // Not waited for: what is typed into the form meanwhile would be cleared away with what was sent.
    const goThere = async () => {
      news.look(await onChange());
      if (left && goesOn) await goOn();
    };
    void goThere().catch((failure: Error) => message.error(failure.message));
    return payload;
  };
}
