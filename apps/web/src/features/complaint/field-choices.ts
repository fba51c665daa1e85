import { documentsOf } from '@huiyin/domain';
import { momentText } from '../../app/moments.ts';
import { useSector } from '../../app/sector.ts';
import { useViewer } from '../../app/viewer.tsx';
import { type Choice, type ChoiceNode, categoryTree, treeOf } from '../../forms/options.ts';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { useIncidentChoices, useRelatedChoices } from './related.tsx';
import { useComplaintWords } from './words.ts';

/** What can be chosen for a field: a list, or a tree. */
export interface Choices {
  readonly list?: readonly Choice[];
  readonly tree?: ChoiceNode[];
}

/** Actions that judge a draft. */
const JUDGES: ReadonlySet<string> = new Set(['APPROVE_ANSWER', 'RETURN_ANSWER']);

/** A document by its name and number. */
const documentChoice = ({ id, document, number }: ComplaintOfPage['documents'][number]): Choice => ({
  value: id,
  label: `${document.label} ${number}`,
});

/** The bodies whose receipt has not come. */
function receiptsOf({ forwardings }: ComplaintOfPage, action: string): Choices | undefined {
  if (action !== 'RECORD_FORWARDING_RECEIPT') return undefined;
  const waiting = forwardings.filter(({ receipt }) => !receipt);
  return { list: waiting.map(({ to }) => ({ value: to.code, label: to.label })) };
}

/** Choices of the fields whose values the sector, the organisation or the complaint itself knows. */
export function useChoicesOf(complaint: ComplaintOfPage, action: string) {
  const { organization } = useViewer();
  const sector = useSector();
  const { locale } = useComplaintWords();
  const named = (things: readonly { id: string; name: string; active: boolean }[]): Choice[] =>
    things.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
  const coded = (options: readonly { code: string; label: { zh: string; en: string } }[]): Choice[] =>
    options.map(({ code, label }) => ({ value: code, label: locale === 'en' ? label.en : label.zh }));
  const incidents = useIncidentChoices(action !== 'LINK_INCIDENT');
  const into = useRelatedChoices(complaint.id, action !== 'MERGE');
  const members = { list: named(organization.members) };
  const choices: Readonly<Record<string, Choices | undefined>> = {
    memberId: members,
    ownerMemberId: members,
    departmentId: { list: named(organization.departments) },
    ground: { list: coded(sector.declineGrounds) },
    cause: { tree: treeOf(sector.causes, locale) },
    classification: { tree: treeOf(sector.classification?.options ?? [], locale) },
    route: { list: coded(sector.routes) },
    category: { tree: categoryTree(sector, locale, complaint.category?.code) },
    into: action === 'MERGE' ? { list: into } : undefined,
    incidentId: incidents && { list: incidents },
    to: action === 'FORWARD' ? { list: coded(sector.forwardings) } : receiptsOf(complaint, action),
    clockId: {
      list: complaint.clocks
        .filter(({ id, state }) =>
          action === 'DECLINE_EXTENSION'
            ? complaint.extensionRequests.some(({ clock }) => clock.id === id)
            : state === 'RUNNING' || state === 'OVERDUE',
        )
        .map(({ id, label, dueAt }) => ({ value: id, label: `${label} ${momentText(dueAt, locale)}` })),
    },
    answerId: {
      list: complaint.answers
        .filter(({ status }) => (JUDGES.has(action) ? status === 'DRAFT' : status !== 'GIVEN'))
        .map(({ id, text }) => ({ value: id, label: text })),
    },
    sanctionId: {
      list: complaint.sanctions.map(({ id, kind, party }) => ({
        value: id,
        label: [kind.label, party].filter(Boolean).join(' '),
      })),
    },
    actionId: {
      list: complaint.correctiveActions
        .filter(({ completedAt }) => !completedAt)
        .map(({ id, text }) => ({ value: id, label: text })),
    },
    document: {
      list: documentsOf(sector)
        .filter(({ from }) => from.includes(complaint.status))
        .map(({ code, label }) => ({ value: code, label: locale === 'en' ? label.en : label.zh })),
    },
    documentId: {
      list: complaint.documents
        .filter(({ supersededBy, deliveries, acknowledged }) =>
          action === 'DELIVER_DOCUMENT' ? !supersededBy : deliveries.length > 0 && !acknowledged,
        )
        .map(documentChoice),
    },
    supersedes: {
      list:
        action === 'ISSUE_DOCUMENT'
          ? complaint.documents.filter(({ supersededBy }) => !supersededBy).map(documentChoice)
          : complaint.evidence.map(({ id, title }) => ({ value: id, label: title })),
    },
  };
  return (field: string): Choices | undefined => choices[field];
}
