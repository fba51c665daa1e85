import { type VisitTarget, visitStateOf } from '@huiyin/domain';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { VisitRow } from './visit.repository.ts';
import type { VisitType } from './visit.type.ts';
import { type Subject, subjectOf } from './visit-subjects.ts';

/** What of the organisation a visit may be to, by the type of its global id. */
export const SUBJECT_TYPES = {
  RESPONDENT: 'Respondent',
  DEPARTMENT: 'Department',
  PLACE: 'Site',
} as const satisfies Record<VisitTarget, string>;

export function presentSubject(target: VisitTarget, subject: Subject | null): VisitType['subject'] {
  return subject && { ...subject, id: toGlobalId(SUBJECT_TYPES[target], subject.id) };
}

/** A visit as it is shown, with the name that its subject has now. */
export function presentVisit(row: VisitRow, office: Parameters<typeof subjectOf>[1]): VisitType {
  const { id, version, target, name, reason, why, visitorId, visitorName, plannedOn, doneOn, findings } = row;
  const { today } = office;
  return {
    ...{ id: toGlobalId('Visit', id), version, target, name, reason, why, plannedOn, doneOn },
    subject: presentSubject(target, subjectOf(row, office)),
    ...{ member: { id: toGlobalId('Member', visitorId), name: visitorName }, findings: [...findings] },
    state: visitStateOf({ plannedOn, doneOn }, today),
    followUps: row.followUps.map((followUp) => ({
      ...{ id: toGlobalId('VisitFollowUp', followUp.id), text: followUp.text },
      owner: { id: toGlobalId('Member', followUp.ownerId), name: followUp.ownerName },
      ...{ dueOn: followUp.dueOn, doneOn: followUp.doneOn },
      overdue: followUp.doneOn === null && followUp.dueOn < today,
    })),
  };
}
