import { documentsOf } from '../sectors/document-templates.ts';
import { type LocalDate, localDateOf } from '../time.ts';
import { hasGap } from './answer-template.ts';
import type { DecisionContext } from './context.ts';
import { type DecidersOf, happened, memberOf } from './decider.ts';
import { awaitsReceipt, documentNumber, isStanding } from './documents.ts';
import { STATUS_LABELS } from './labels.ts';
import type { IssuedDocument } from './parts.ts';
import { refuse } from './refusal.ts';
import type { ComplaintState } from './state.ts';
import { LONGEST_NAME, requireText } from './texts.ts';
import type { Channel, Delivery } from './words.ts';

type DocumentCommand =
  | 'ISSUE_DOCUMENT'
  | 'DELIVER_DOCUMENT'
  | 'ACKNOWLEDGE_DOCUMENT'
  | 'RECORD_FORWARDING_RECEIPT';

/** By which way somebody is told who gets a document so. */
const TOLD_VIA: Readonly<Record<Delivery, Channel>> = {
  IN_PERSON: 'IN_PERSON',
  BY_POST: 'LETTER',
  ELECTRONIC: 'EMAIL',
  LEFT_AT_ADDRESS: 'LETTER',
  PUBLIC_NOTICE: 'LETTER',
};

/** What goes out in writing: issued, delivered, signed for. */
export const DOCUMENTS: DecidersOf<DocumentCommand> = {
  ISSUE_DOCUMENT: {
    decide: ({ document, addressedTo, text, supersedes }, context, state) => {
      const template = documentsOf(context.sector).find(({ code }) => code === document);
      if (!template) {
        refuse('INVALID', { zh: '没有这种文书。', en: 'There is no such document.' }, 'document');
      }
      if (!template.from.includes(state.status)) {
        const { zh, en } = STATUS_LABELS[state.status];
        refuse(
          'CONDITION_UNMET',
          {
            zh: `此件目前“${zh}”，不能出具《${template.label.zh}》。`,
            en: `“${template.label.en}” is not issued while the matter is “${en}”.`,
          },
          'document',
        );
      }
      const { documents = [] } = state;
      const words = requireText(text, 'text');
      if (hasGap(words)) {
        refuse(
          'INVALID',
          {
            zh: '文中还有【…】标出的空缺，请先填写。',
            en: 'Gaps marked 【…】 are left in the text; fill them in first.',
          },
          'text',
        );
      }
      const replaced = supersedes === undefined ? undefined : documents.find(({ id }) => id === supersedes);
      if (supersedes !== undefined && !(replaced && isStanding(replaced))) {
        refuse(
          'NOT_FOUND',
          { zh: '没有这份可被替换的文书。', en: 'There is no such document to take the place of.' },
          'supersedes',
        );
      }
      const by = memberOf(context);
      return [
        happened(
          'DOCUMENT_ISSUED',
          {
            ...{ id: context.newId(), document, number: documentNumber(state.number, documents) },
            ...{ addressedTo: requireText(addressedTo, 'addressedTo', LONGEST_NAME), text: words },
            ...(supersedes === undefined ? {} : { supersedes }),
            ...(by === undefined ? {} : { by }),
          },
          context,
        ),
      ];
    },
  },

  DELIVER_DOCUMENT: {
    decide: ({ documentId, delivery, on }, context, state) => {
      const issued = documentOf(state, documentId);
      if (!isStanding(issued)) {
        refuse(
          'ALREADY_DONE',
          {
            zh: '这份文书已被替换，请送达新的文书。',
            en: 'Another document has taken its place; deliver that one.',
          },
          'documentId',
        );
      }
      refuseImpossibleDay(on, { since: localDateOf(issued.issuedAt), context });
      const { acceptance } = state;
      const template = documentsOf(context.sector).find(({ code }) => code === issued.document);
      const tells = template?.tellsDecision && acceptance !== undefined && !acceptance.notifiedAt;
      return [
        happened('DOCUMENT_DELIVERED', { documentId, delivery, on }, context),
        ...(tells
          ? [
              happened(
                'DECISION_NOTIFIED',
                { via: TOLD_VIA[delivery], decision: acceptance.decision },
                context,
              ),
            ]
          : []),
      ];
    },
  },

  ACKNOWLEDGE_DOCUMENT: {
    decide: ({ documentId, on, receivedBy }, context, state) => {
      const issued = documentOf(state, documentId);
      const [first] = issued.deliveries;
      if (!first) {
        refuse('CONDITION_UNMET', { zh: '请先登记送达。', en: 'Record its delivery first.' }, 'documentId');
      }
      if (!awaitsReceipt(issued)) {
        refuse('ALREADY_DONE', { zh: '已登记签收。', en: 'Its receipt is recorded already.' }, 'documentId');
      }
      refuseImpossibleDay(on, { since: first.on, context });
      return [
        happened(
          'DOCUMENT_ACKNOWLEDGED',
          { documentId, on, receivedBy: requireText(receivedBy, 'receivedBy', LONGEST_NAME) },
          context,
        ),
      ];
    },
  },

  RECORD_FORWARDING_RECEIPT: {
    decide: ({ to, number, on }, context, { forwardings }) => {
      const sent = forwardings.filter((each) => each.to === to);
      if (sent.length === 0) refuse('NOT_FOUND', NOT_FORWARDED, 'to');
      const waiting = sent.find(({ receipt }) => receipt === undefined);
      if (!waiting)
        refuse('ALREADY_DONE', { zh: '回执已登记。', en: 'Its receipt is recorded already.' }, 'to');
      refuseImpossibleDay(on, { since: localDateOf(waiting.at), context });
      const given = requireText(number, 'number', LONGEST_NAME);
      return [happened('FORWARDING_RECEIVED', { to, number: given, on }, context)];
    },
  },
};

const NOT_FORWARDED = {
  zh: '尚未向该机构上报或抄送；请先登记上报。',
  en: 'Nothing was forwarded to that body; record the forwarding first.',
};

function documentOf({ documents = [] }: ComplaintState, id: string): IssuedDocument {
  const issued = documents.find((each) => each.id === id);
  if (!issued)
    refuse('NOT_FOUND', { zh: '没有找到这份文书。', en: 'There is no such document.' }, 'documentId');
  return issued;
}

/** Nothing is delivered before it was issued, nor signed for before it came; and neither lies ahead. */
function refuseImpossibleDay(
  on: LocalDate,
  { since, context }: { readonly since: LocalDate; readonly context: DecisionContext },
): void {
  if (on >= since && on <= localDateOf(context.now)) return;
  refuse(
    'INVALID',
    {
      zh: `日期应在 ${since} 至今天之间。`,
      en: `The day lies between ${since} and today.`,
    },
    'on',
  );
}
