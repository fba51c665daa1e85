import { FlagOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Checkbox, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useChanges, useRefresh } from '../../app/live.ts';
import { Failure } from '../../app/states.tsx';
import { Due } from '../../ui/due.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { AssignBar } from './assign-bar.tsx';
import { TeamCasesDocument, type TeamCasesQuery } from './generated/team.ts';
import { type Filters, inboxOf } from './numbers-of-board.ts';
import { useTeamWords } from './words.ts';

type Case = TeamCasesQuery['complaints']['edges'][number]['node'];

const LISTS = ['risk', 'unassigned', 'attention', 'extendable', 'all'] as const;
type List = (typeof LISTS)[number];
const SHOWN = 50;

/** The cases that need somebody first, to be chosen and given to somebody together. */
export function WorkList({ filters }: { filters: Filters }) {
  const { word } = useTeamWords();
  const [list, setList] = useState<List>('risk');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const filter = filters[list];
  const { data, previousData, error, refetch } = useQuery(TeamCasesDocument, {
    variables: { filter, first: SHOWN },
    fetchPolicy: 'cache-and-network',
  });
  const refresh = useRefresh(refetch);
  useChanges(refresh);
  const found = (data ?? previousData)?.complaints;
  const cases = found?.edges.map(({ node }) => node) ?? [];
  // What has left the list meanwhile is not assigned unseen.
  const selected = cases.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  const beyond = (found?.totalCount ?? 0) - cases.length;
  return (
    <section className="team-card" aria-labelledby="team-list-title">
      <div className="team-head">
        <h2 id="team-list-title">{word('list.title')}</h2>
        <Select<List>
          aria-label={word('list.which')}
          className="team-which"
          value={list}
          options={LISTS.map((value) => ({ value, label: word(`list.${value}`) }))}
          onChange={(value) => {
            setList(value);
            setChosen([]);
          }}
        />
      </div>
      <AssignBar
        selected={selected}
        onDone={() => {
          setChosen([]);
          refresh();
        }}
      />
      {error && !found && <Failure error={error} onRetry={() => void refetch()} />}
      {!found && !error && <Skeleton active />}
      {found && cases.length === 0 && <p className="quiet">{word('list.empty')}</p>}
      {cases.length > 0 && (
        <>
          <Checkbox
            checked={selected.length === cases.length}
            indeterminate={selected.length > 0 && selected.length < cases.length}
            onChange={({ target }) => setChosen(target.checked ? cases.map(({ id }) => id) : [])}
          >
            {word('list.selectAll')}
          </Checkbox>
          <ul className="team-cases">
            {cases.map((each) => (
              <CaseLine
                key={each.id}
                each={each}
                chosen={chosen.includes(each.id)}
                extends={list === 'extendable'}
                onChoose={(is) =>
                  setChosen(is ? [...chosen, each.id] : chosen.filter((id) => id !== each.id))
                }
              />
            ))}
          </ul>
          {beyond > 0 && <Link to={inboxOf(filter)}>{word('list.more', { count: beyond })}</Link>}
        </>
      )}
    </section>
  );
}

interface LineProps {
  readonly each: Case;
  readonly chosen: boolean;
  /** The way to its extension stands beside it. */
  readonly extends: boolean;
  readonly onChoose: (is: boolean) => void;
}

function CaseLine({ each, chosen, extends: extendable, onChoose }: LineProps) {
  const { word } = useTeamWords();
  const { id, number, title, status, handler, department, nextDue, attention } = each;
  return (
    <li className={chosen ? 'team-case team-case-chosen' : 'team-case'}>
      <Checkbox
        checked={chosen}
        aria-label={word('list.select', { number })}
        onChange={({ target }) => onChoose(target.checked)}
      />
      <div className="team-case-what">
        <Link to={`/complaints/${id}`}>
          {attention.length > 0 && <FlagOutlined aria-label={word('board.attention')} />} {title}
        </Link>
        <span className="quiet team-small">
          {number} · {handler?.name ?? department?.name ?? word('board.nobody')}
        </span>
      </div>
      <span className="team-case-stand">
        {nextDue && <Due at={nextDue.at} what={nextDue.what} />}
        <StatusTag status={status} />
        {extendable && <Link to={`/complaints/${id}#do=EXTEND_CLOCK`}>{word('list.extend')}</Link>}
      </span>
    </li>
  );
}
