import { useQuery } from '@apollo/client/react';
import { Modal, Skeleton } from 'antd';
import { Failure } from '../../app/states.tsx';
import { AssignmentPreviewDocument } from './generated/team.ts';
import type { Target } from './use-assigning.ts';
import { useTeamWords } from './words.ts';

interface Props {
  readonly ids: readonly string[];
  readonly target: Target;
  readonly title: string;
  readonly onClose: () => void;
  readonly onConfirm: (
    cases: readonly { readonly id: string; readonly number: string; readonly version: number }[],
  ) => void;
}

/** Who gets what, before it is done; what would be refused says why and is left out. */
export function AssignPreview({ ids, target, title, onClose, onConfirm }: Props) {
  const { word } = useTeamWords();
  const { memberId = null, departmentId = null } = target;
  const { data, error, refetch } = useQuery(AssignmentPreviewDocument, {
    variables: { complaintIds: [...ids], memberId, departmentId },
    fetchPolicy: 'network-only',
  });
  const prospects = data?.assignmentPreview ?? [];
  const possible = prospects.filter(({ refusals }) => refusals.length === 0);
  const refused = prospects.filter(({ refusals }) => refusals.length > 0);
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      onOk={() => onConfirm(possible.map(({ complaint, version }) => ({ ...complaint, version })))}
      okText={word('assign.confirm', { count: possible.length })}
      okButtonProps={{ disabled: possible.length === 0 }}
      cancelText={word('app.cancel')}
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton active />}
      {data && possible.length === 0 && <p>{word('assign.none')}</p>}
      {possible.length > 0 && (
        <>
          <h3 className="team-part">{word('assign.willGet', { count: possible.length })}</h3>
          <ul className="team-plain">
            {possible.map(({ complaint, title: matter, fromMember, fromDepartment }) => {
              const from = fromMember ?? fromDepartment;
              return (
                <li key={complaint.id}>
                  {matter}
                  <span className="quiet team-small">
                    {complaint.number} ·{' '}
                    {from ? word('assign.from', { name: from.name }) : word('assign.fromNobody')}
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {refused.length > 0 && (
        <>
          <h3 className="team-part">{word('assign.willNot', { count: refused.length })}</h3>
          <ul className="team-plain">
            {refused.map(({ complaint, title: matter, refusals }) => (
              <li key={complaint.id}>
                {matter}
                <span className="quiet team-small">
                  {complaint.number} · {refusals.map(({ message }) => message).join(' ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
