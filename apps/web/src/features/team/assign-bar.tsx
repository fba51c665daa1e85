import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { useViewer } from '../../app/viewer.tsx';
import { AssignPreview } from './assign-preview.tsx';
import { type Result, type Target, useAssigning } from './use-assigning.ts';
import { useTeamWords } from './words.ts';

interface Props {
  /** Ids of the chosen complaints. */
  readonly selected: readonly string[];
  readonly onDone: () => void;
}

/** To whom the chosen cases go; what that would become is shown first, and can be taken back afterwards. */
export function AssignBar({ selected, onDone }: Props) {
  const { word } = useTeamWords();
  const target = useTarget();
  const [previewing, setPreviewing] = useState(false);
  const { progress, result, assign, undo, close } = useAssigning();
  const name = target.chosen?.name ?? '';
  return (
    <>
      <div className="team-assign">
        <span role="status">{word('assign.chosen', { count: selected.length })}</span>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          className="team-target"
          aria-label={word('assign.to')}
          placeholder={word('assign.choose')}
          value={target.value}
          options={target.options}
          onChange={target.choose}
        />
        <Button
          type="primary"
          disabled={selected.length === 0 || !target.chosen || progress !== undefined}
          onClick={() => setPreviewing(true)}
        >
          {word('assign.preview')}
        </Button>
      </div>
      {progress && (
        <p role="status" className="quiet">
          {word('assign.working', progress)}
        </p>
      )}
      {result && !progress && (
        <Outcome
          result={result}
          onClose={close}
          onUndo={() => {
            void undo().then(onDone);
          }}
        />
      )}
      {previewing && target.chosen && (
        <AssignPreview
          ids={selected}
          target={target.chosen}
          title={word('assign.previewTitle', { name })}
          onClose={() => setPreviewing(false)}
          onConfirm={(cases) => {
            setPreviewing(false);
            if (target.chosen) void assign(cases, target.chosen).then(onDone);
          }}
        />
      )}
    </>
  );
}

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

/** The people and departments of the office, one of them chosen. */
function useTarget() {
  const { word } = useTeamWords();
  const { organization } = useViewer();
  const [value, setValue] = useState<string>();
  const optionsOf = (kind: 'member' | 'department', things: readonly Choice[]) =>
    things.filter(({ active }) => active).map(({ id, name }) => ({ value: `${kind}:${id}`, label: name }));
  const members = optionsOf('member', organization.members);
  const departments = optionsOf('department', organization.departments);
  const name = [...members, ...departments].find((option) => option.value === value)?.label;
  const [kind, id = ''] = value?.split(':') ?? [];
  const chosen: Target | undefined =
    name === undefined
      ? undefined
      : { ...(kind === 'member' ? { memberId: id } : { departmentId: id }), name };
  return {
    ...{ value: value ?? null, chosen, choose: (next: string | null) => setValue(next ?? undefined) },
    options: [
      { label: word('assign.members'), options: members },
      { label: word('assign.departments'), options: departments },
    ],
  };
}

/** What was done, what was not and why; and the way back. */
function Outcome({ result, onUndo, onClose }: { result: Result; onUndo: () => void; onClose: () => void }) {
  const { word } = useTeamWords();
  const { kind, name, done, failed } = result;
  const assigned = kind === 'assigned';
  return (
    <Alert
      role="status"
      className="team-outcome"
      type={failed.length > 0 ? 'warning' : 'success'}
      showIcon
      title={word(assigned ? 'assign.done' : 'assign.undone', { count: done.length, name })}
      description={
        failed.length > 0 && (
          <>
            {word(assigned ? 'assign.failed' : 'assign.notUndone', { count: failed.length })}
            <ul>
              {failed.map(({ number, message }) => (
                <li key={number}>
                  {number} {message}
                </li>
              ))}
            </ul>
          </>
        )
      }
      action={
        assigned && done.length > 0 ? (
          <Button onClick={onUndo}>{word('assign.undo')}</Button>
        ) : (
          <Button onClick={onClose}>{word('assign.close')}</Button>
        )
      }
    />
  );
}
