import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Flex, Switch, Tag } from 'antd';
import { type CSSProperties, useState } from 'react';
import { Failure, Loading } from '../../../app/states.tsx';
import type { PeopleQuery } from '../generated/people.ts';
import { DepartmentSaveDocument, PeopleDocument } from '../generated/people.ts';
import { PageFrame } from '../page-frame.tsx';
import { useSave } from '../use-save.tsx';
import { useAdministrationWords } from '../words.ts';
import { type Branch, branchesOf } from './branches.ts';
import { DepartmentForm } from './department-form.tsx';

export type Department = PeopleQuery['organization']['departments'][number];

/** The form that is open: a department, or a new one below another (`null`: below none). */
type Open = { readonly edit: string } | { readonly below: string | null } | undefined;

/** Departments and sites as the tree they are. */
export function DepartmentsPage() {
  const { word } = useAdministrationWords();
  const { data, error, refetch } = useQuery(PeopleDocument, { fetchPolicy: 'cache-and-network' });
  const [open, setOpen] = useState<Open>();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { departments, members } = data.organization;
  const close = () => setOpen(undefined);
  const isOpen = (id: string | null) => open && 'below' in open && open.below === id;
  const peopleIn = (id: string) =>
    members.filter(({ active, department }) => active && department?.id === id).length;
  return (
    <PageFrame
      title="admin.page.departments"
      intro="departments.intro"
      aside={
        <Button type="primary" onClick={() => setOpen({ below: null })}>
          {word('departments.add')}
        </Button>
      }
    >
      {isOpen(null) && <DepartmentForm departments={departments} below={null} onClose={close} />}
      {departments.length === 0 && <p className="quiet">{word('departments.none')}</p>}
      {departments.length > 0 && (
        <ul className="admin-rows">
          {branchesOf(departments).map(({ department, depth }: Branch<Department>) => (
            <li
              key={department.id}
              style={{ paddingInlineStart: `calc(16px + ${depth} * 24px)` } satisfies CSSProperties}
            >
              {open && 'edit' in open && open.edit === department.id ? (
                <DepartmentForm departments={departments} department={department} onClose={close} />
              ) : (
                <DepartmentRow department={department} people={peopleIn(department.id)} onOpen={setOpen} />
              )}
              {isOpen(department.id) && (
                <DepartmentForm departments={departments} below={department.id} onClose={close} />
              )}
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}

function DepartmentRow({
  department,
  people,
  onOpen,
}: {
  department: Department;
  people: number;
  onOpen: (open: Open) => void;
}) {
  const { word } = useAdministrationWords();
  const save = useSave();
  const [change] = useMutation(DepartmentSaveDocument);
  const { id, name, kind, active } = department;
  const put = async (on: boolean) =>
    (await change({ variables: { input: { id, active: on } } })).data?.departmentSave;
  return (
    <div className="admin-row">
      <span {...(active ? {} : { className: 'admin-off' })}>
        {name} {kind && <Tag>{kind.label}</Tag>}
        {!active && <Tag>{word('departments.off')}</Tag>}
      </span>
      <span className="quiet">{word('departments.people', { count: people })}</span>
      <Flex gap={8} align="center">
        <Button
          size="small"
          aria-label={word('departments.addBelow', { name })}
          onClick={() => onOpen({ below: id })}
        >
          {word('admin.add')}
        </Button>
        <Button size="small" aria-label={word('admin.editOf', { name })} onClick={() => onOpen({ edit: id })}>
          {word('admin.edit')}
        </Button>
        <Switch
          size="small"
          checked={active}
          aria-label={word('members.of', { what: word('departments.active'), name })}
          onChange={(on) => void save(() => put(on), { done: word('admin.saved'), undo: () => put(active) })}
        />
      </Flex>
    </div>
  );
}
