import { useMutation, useQuery } from '@apollo/client/react';
import { ROLE_LABELS, type Role } from '@huiyin/domain';
import { Checkbox, Select, Switch, Typography } from 'antd';
import Search from 'antd/es/input/Search';
import { useState } from 'react';
import { Failure, Loading } from '../../../app/states.tsx';
import { useViewer } from '../../../app/viewer.tsx';
import { choicesOf } from '../../../forms/options.ts';
import type { PeopleQuery } from '../generated/people.ts';
import { MemberChangeDocument, PeopleDocument } from '../generated/people.ts';
import { PageFrame } from '../page-frame.tsx';
import { useSave } from '../use-save.tsx';
import { useAdministrationWords } from '../words.ts';
import { Invitations } from './invitations.tsx';

type Member = PeopleQuery['organization']['members'][number];
type Department = PeopleQuery['organization']['departments'][number];

/** Who works here, as what, and where; and who is invited to. */
export function MembersPage() {
  const { word } = useAdministrationWords();
  const { data, error, refetch } = useQuery(PeopleDocument, { fetchPolicy: 'cache-and-network' });
  const [search, setSearch] = useState('');
  const [showLeft, setShowLeft] = useState(false);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { members, departments } = data.organization;
  const shown = members.filter(
    ({ name, active }) => (active || showLeft) && name.toLowerCase().includes(search.trim().toLowerCase()),
  );
  return (
    <PageFrame title="admin.page.members" intro="members.intro">
      <Invitations departments={departments} />
      <div className="admin-tools">
        <Search
          allowClear
          style={{ width: 240 }}
          aria-label={word('members.search')}
          placeholder={word('members.search')}
          onChange={({ target }) => setSearch(target.value)}
        />
        <Checkbox checked={showLeft} onChange={({ target }) => setShowLeft(target.checked)}>
          {word('members.showLeft')}
        </Checkbox>
        <span className="quiet">{word('members.count', { count: shown.length })}</span>
      </div>
      {shown.length === 0 ? (
        <p className="quiet">{word('members.none')}</p>
      ) : (
        <ul className="admin-rows">
          {shown.map((member) => (
            <li key={member.id}>
              <MemberRow member={member} departments={departments} />
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}

interface Change {
  readonly name?: string;
  readonly role?: Role;
  readonly departmentId?: string | null;
  readonly active?: boolean;
}

/** A member whose every part is changed where it stands; what was before can be had back. */
function MemberRow({ member, departments }: { member: Member; departments: readonly Department[] }) {
  const { word, locale } = useAdministrationWords();
  const { memberId } = useViewer();
  const save = useSave();
  const [change, { loading }] = useMutation(MemberChangeDocument);
  const { id, name, role, active, department } = member;
  const send = async (input: Change) =>
    (await change({ variables: { input: { id, ...input } } })).data?.memberChange;
  const put = (next: Change, before: Change) =>
    void save(() => send(next), {
      ...{ done: word('members.changed', { name }), undo: () => send(before) },
    });
  const labelled = (what: 'members.role' | 'members.department' | 'members.active') =>
    word('members.of', { what: word(what), name });
  const offered = departments.filter((each) => each.active || each.id === department?.id);
  return (
    <div className="admin-member" aria-busy={loading}>
      <Typography.Text
        {...(active ? {} : { className: 'admin-off' })}
        editable={{
          onChange: (text) => {
            if (text.trim() && text !== name) put({ name: text }, { name });
          },
        }}
      >
        {name}
      </Typography.Text>
      <Select<Role>
        value={role}
        aria-label={labelled('members.role')}
        options={choicesOf(ROLE_LABELS, locale)}
        onChange={(chosen) => put({ role: chosen }, { role })}
      />
      <Select<string>
        allowClear
        value={department?.id ?? null}
        aria-label={labelled('members.department')}
        placeholder={word('members.noDepartment')}
        options={offered.map((each) => ({ value: each.id, label: each.name }))}
        onChange={(chosen) => put({ departmentId: chosen ?? null }, { departmentId: department?.id ?? null })}
      />
      <Switch
        checked={active}
        disabled={id === memberId}
        aria-label={labelled('members.active')}
        checkedChildren={word('members.active')}
        onChange={(on) => put({ active: on }, { active })}
      />
    </div>
  );
}
