import { useMutation, useQuery } from '@apollo/client/react';
import { OFFICE_ACTIONS, type Role } from '@huiyin/domain';
import { App, Button } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { Failure, Loading } from '../../app/states.tsx';
import { useViewer } from '../../app/viewer.tsx';
import type { TrainingSaveInput } from '../../generated/schema.ts';
import { DateRangeField } from '../../ui/date-field.tsx';
import { CertificatesDue } from './certificates-due.tsx';
import { FiguresTable } from './figures-table.tsx';
import type { TrainingPartsFragment } from './generated/training.ts';
import { TrainingDocument, TrainingRemoveDocument, TrainingSaveDocument } from './generated/training.ts';
import { SessionForm } from './session-form.tsx';
import { SessionList } from './session-list.tsx';
import { SheetImport } from './sheet-import.tsx';
import './training.css';
import { useTrainingWords } from './words.ts';

const DAY = 'YYYY-MM-DD';
const UNDO_SECONDS = 8;

/** What the centre taught its people in a span of days, and whose certificates end. */
export function TrainingPage() {
  const { word } = useTrainingWords();
  const { message } = App.useApp();
  const { role } = useViewer();
  const [span, setSpan] = useState<readonly [Dayjs, Dayjs]>(() => [
    dayjs().startOf('year'),
    dayjs().endOf('year'),
  ]);
  const [imports, setImports] = useState(false);
  /** The session in the form; `new` for one that is not written down yet. */
  const [open, setOpen] = useState<TrainingPartsFragment | 'new'>();
  const edit = (session: TrainingPartsFragment | 'new') => {
    setImports(false);
    setOpen(session);
  };
  const [remove] = useMutation(TrainingRemoveDocument);
  const [save] = useMutation(TrainingSaveDocument);
  const variables = { from: span[0].format(DAY), to: span[1].format(DAY) };
  const { data, error, refetch } = useQuery(TrainingDocument, {
    ...{ variables, fetchPolicy: 'cache-and-network' },
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const writes = (OFFICE_ACTIONS.recordTraining.roles as readonly Role[]).includes(role);
  const done = (text: string, undo?: () => void) => {
    const key = `training-${text}`;
    const takeBack = () => {
      message.destroy(key);
      undo?.();
    };
    void message.success({
      key,
      content: (
        <>
          {text}{' '}
          {undo && (
            <Button size="small" onClick={takeBack}>
              {word('training.undo')}
            </Button>
          )}
        </>
      ),
      duration: undo ? UNDO_SECONDS : 3,
    });
    setOpen(undefined);
    void refetch();
  };
  const drop = async (session: TrainingPartsFragment) => {
    const { id, version, topic } = session;
    const answer = await remove({ variables: { input: { id, version } } });
    const [problem] = answer.data?.trainingRemove.userErrors ?? [];
    if (problem) {
      void message.error(problem.message);
      void refetch();
    } else done(word('training.removed', { topic }), () => void putBack(session));
  };
  const latest = async () =>
    (await refetch()).data?.training.sessions.find(({ id }) => open && open !== 'new' && id === open.id)
      ?.version;
  const putBack = async (session: TrainingPartsFragment) => {
    await save({ variables: { input: againOf(session) } });
    void refetch();
  };
  return (
    <div className="stack training">
      <header className="training-head">
        <h1 className="page-title">{word('training.title')}</h1>
        <DateRangeField
          value={[span[0], span[1]]}
          allowClear={false}
          aria-label={word('training.span')}
          onChange={(chosen) => {
            const [from, to] = chosen ?? [];
            if (from && to) setSpan([from, to]);
          }}
        />
        {writes && (
          <>
            <Button
              onClick={() => {
                setOpen(undefined);
                setImports(true);
              }}
            >
              {word('training.import')}
            </Button>
            <Button type="primary" onClick={() => edit('new')}>
              {word('training.add')}
            </Button>
          </>
        )}
      </header>
      {imports && <SheetImport onTaken={() => void refetch()} onClose={() => setImports(false)} />}
      {open && (
        <SessionForm
          key={open === 'new' ? 'new' : open.id}
          session={open === 'new' ? undefined : open}
          latest={latest}
          onSaved={(topic) => done(word('training.saved', { topic }))}
          onClose={() => setOpen(undefined)}
        />
      )}
      {!data && <Loading />}
      {data && (
        <>
          <h2>{word('training.due')}</h2>
          <CertificatesDue due={data.training.due} />
          <h2>{word('training.figures')}</h2>
          <FiguresTable figures={data.training.figures} />
          <h2>{word('training.sessions')}</h2>
          <SessionList
            sessions={data.training.sessions}
            writes={writes}
            onChange={edit}
            onRemove={(session) => void drop(session)}
          />
        </>
      )}
    </div>
  );
}

/** What writes a session down again that was taken away. */
function againOf(session: TrainingPartsFragment): TrainingSaveInput {
  const { trainingClass, topic, heldOn, hours, trainer, complaint, attendances } = session;
  return {
    ...{ trainingClass, topic, heldOn, hours, trainer },
    ...(complaint ? { complaintId: complaint.id } : {}),
    attendances: attendances.map(({ __typename, member, ...attendance }) => ({
      ...attendance,
      memberId: member?.id ?? null,
    })),
  };
}
