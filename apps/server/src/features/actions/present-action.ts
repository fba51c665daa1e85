import {
  decide,
  EFFECT_VERDICT_LABELS,
  effectQueries,
  effectVerdict,
  effectWords,
  findOption,
  localDateOf,
  type TenantActor,
} from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { type ActionRow, actionLine } from '../../casework/action-sql.ts';
import { contextOf } from '../../casework/decision.ts';
import { casesFilterOf } from '../../casework/figure-sql.ts';
import { maskWords } from '../../casework/masking.ts';
import type { Office } from '../../casework/office.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { DepartmentReference, MemberReference } from '../../graphql/references.ts';
import type { ListedActionRow } from './action.repository.ts';
import { type CorrectiveActionEffectType, PlannedActionType } from './action.type.ts';

interface Viewer {
  readonly actor: TenantActor;
  readonly office: Office;
  readonly locale: Locale;
}

/** An action as the list shows it. */
export function presentAction(row: ListedActionRow, viewer: Viewer): PlannedActionType {
  const { actor, office, locale } = viewer;
  const line = actionLine(row);
  const { proof } = row.action;
  const decision = decide({
    ...{ id: row.complaint_id, state: row.state, context: contextOf({ actor, office }) },
    command: { type: 'COMPLETE_ACTION', actionId: row.action.id, proof: '—' },
  });
  const overdue = line.dueOn < localDateOf(new Date().toISOString());
  const presented: PlannedActionType = {
    ...{ id: toGlobalId('PlannedAction', row.action.id), key: row.action.id },
    complaint: { id: toGlobalId('Complaint', line.complaintId), number: line.number },
    ...{ version: row.state.version, title: row.title, text: line.text },
    state: line.completedOn ? 'COMPLETED' : overdue ? 'OVERDUE' : 'OPEN',
    owner: memberOf(line.ownerMemberId, office),
    department: departmentOf(line.ownerDepartmentId, viewer),
    ...{ dueOn: line.dueOn, plannedOn: line.plannedOn, completedOn: line.completedOn },
    proof: proof === undefined ? null : maskWords(proof, row.complainant_name),
    causes: line.causes.map((code) => {
      const label = findOption(office.sector.causes, code)?.node.label;
      return { code, label: label ? inLocale(label, locale) : code };
    }),
    effect: effectOf(row, locale),
    completable: decision.ok,
  };
  return Object.assign(new PlannedActionType(), presented);
}

function effectOf(row: ActionRow, locale: Locale): CorrectiveActionEffectType | null {
  const { completedOn, ...line } = actionLine(row);
  const queries = completedOn === null ? undefined : effectQueries({ ...line, completedOn });
  if (completedOn === null || !queries) return null;
  const verdict = effectVerdict(line);
  return {
    ...{ verdict, before: line.before, after: line.after },
    label: inLocale(EFFECT_VERDICT_LABELS[verdict], locale),
    reason: inLocale(effectWords(line, { completedOn }), locale),
    casesBefore: casesFilterOf(queries.before),
    casesAfter: casesFilterOf(queries.after),
  };
}

function memberOf(id: string | null, { directory }: Office): MemberReference | null {
  return id ? { id: toGlobalId('Member', id), name: directory.members.get(id)?.name ?? '—' } : null;
}

function departmentOf(id: string | null, { office, locale }: Viewer): DepartmentReference | null {
  if (!id) return null;
  const { name = '—', nameEn = null } = office.directory.departments.get(id) ?? {};
  return { id: toGlobalId('Department', id), name: locale === 'en' ? (nameEn ?? name) : name };
}
