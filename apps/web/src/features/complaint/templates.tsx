import { useQuery } from '@apollo/client/react';
import {
  documentsOf,
  FINDING_LABELS,
  fillTemplate,
  inCapitals,
  TEMPLATE_FIELDS,
  type TemplateField,
} from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { Select } from 'antd';
import { dayText, momentText } from '../../app/moments.ts';
import { useSector } from '../../app/sector.ts';
import { useViewer } from '../../app/viewer.tsx';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { AnswerTemplatesDocument } from './generated/complaint.ts';
import { useComplaintWords } from './words.ts';

/** The fields that begin from a template. */
export const WITH_TEMPLATES: Readonly<Record<string, string | undefined>> = {
  ANSWER: 'text',
  DRAFT_ANSWER: 'text',
  SETTLE_ON_THE_SPOT: 'answer',
  ISSUE_DOCUMENT: 'text',
};

/** The action whose template is chosen by what is issued. */
export const BY_DOCUMENT = 'ISSUE_DOCUMENT';

/** A sentence within a sentence ends without its own full stop. */
const inSentence = (text: string): string => text.trim().replace(/[。.；;]+$/, '');

/** What is known of the complaint for a template. A masked name is nobody's name. */
function valuesOf(
  complaint: ComplaintOfPage,
  options: { locale: Locale; office: string },
): Partial<Record<TemplateField, string>> {
  const { locale, office } = options;
  const { complainant, finding, remedies, promises, respondent, category, handler } = complaint;
  const { acceptance, mediations, sanctions } = complaint;
  const promise = promises.find(({ status }) => status === 'OPEN');
  const known: Readonly<Record<TemplateField, string | null | undefined>> = {
    complainant: complainant?.masked ? undefined : complainant?.name,
    number: complaint.number,
    matter: complaint.title,
    received: dayText(complaint.receivedAt, locale),
    respondent: respondent.name,
    category: category?.label,
    finding: finding && inLocale(FINDING_LABELS[finding.finding], locale),
    facts: finding && inSentence(finding.facts),
    remedies: remedies
      .map(({ kind, description }) =>
        [kind.label, description].filter(Boolean).join(locale === 'en' ? ': ' : '：'),
      )
      .map(inSentence)
      .join(locale === 'en' ? '; ' : '；'),
    content: complaint.content,
    notice: acceptance?.notice,
    body: acceptance?.body,
    agreement: mediations.at(-1)?.agreement && inSentence(mediations.at(-1)?.agreement ?? ''),
    sanctions: sanctions.map(({ kind }) => kind.label).join(locale === 'en' ? '; ' : '；'),
    amount: amountOf(sanctions, locale),
    promise: promise && momentText(promise.dueAt, locale),
    handler: handler?.name,
    office,
    today: dayText(new Date().toISOString(), locale),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value));
}

/** Of sums in one currency: in capitals, as documents write them. */
function amountOf(sanctions: ComplaintOfPage['sanctions'], locale: Locale): string | undefined {
  const sums = sanctions.flatMap(({ money }) => (money ? [money.converted] : []));
  const [first] = sums;
  if (first?.currency !== 'CNY' || sums.some(({ currency }) => currency !== 'CNY')) return undefined;
  const amount = sums.reduce((sum, each) => sum + each.amount, 0);
  return locale === 'en' ? `CNY ${(amount / 100).toFixed(2)}` : inCapitals({ amount, currency: 'CNY' });
}

/** What a document begins with: whom it is for, and its text, the organisation's own before the sector's. */
export function useDocumentStart(complaint: ComplaintOfPage, skip: boolean) {
  const { locale } = useComplaintWords();
  const { organization } = useViewer();
  const sector = useSector();
  const { data } = useQuery(AnswerTemplatesDocument, { skip });
  return (code: string): { readonly addressedTo: string; readonly text: string } | undefined => {
    const template = data?.answerTemplates.find(({ document }) => document === code);
    if (!template) return undefined;
    const values = valuesOf(complaint, { locale, office: organization.name });
    const addressee = documentsOf(sector).find((each) => each.code === code)?.addressee;
    const named =
      addressee === 'COMPLAINANT'
        ? values.complainant
        : addressee === 'RESPONDENT'
          ? values.respondent
          : values.body;
    return { addressedTo: named ?? '', text: filled(template.text, values, locale) };
  };
}

function filled(text: string, values: Partial<Record<TemplateField, string>>, locale: Locale): string {
  return fillTemplate(text, { values, name: (field) => inLocale(TEMPLATE_FIELDS[field], locale) }).text;
}

interface Props {
  readonly complaint: ComplaintOfPage;
  readonly onChoose: (text: string) => void;
}

/** Begins an answer from a template, with what is known of the complaint filled in. */
export function TemplatePicker({ complaint, onChoose }: Props) {
  const { word, locale } = useComplaintWords();
  const { organization } = useViewer();
  const { data } = useQuery(AnswerTemplatesDocument);
  const templates = (data?.answerTemplates ?? []).filter(({ document }) => document === null);
  const choose = (index: number) => {
    const template = templates[index];
    if (!template) return;
    const values = valuesOf(complaint, { locale, office: organization.name });
    onChoose(filled(template.text, values, locale));
  };
  return (
    <Select<number>
      className="case-template"
      value={null as unknown as number}
      placeholder={word('template.choose')}
      aria-label={word('template.choose')}
      showSearch={{ optionFilterProp: 'label' }}
      options={templates.map(({ name }, value) => ({ value, label: name }))}
      onSelect={choose}
      popupMatchSelectWidth={false}
    />
  );
}

/** The answer as it will be read, with its gaps marked. */
export function AnswerPreview({ text }: { text: string }) {
  const { word } = useComplaintWords();
  if (!text.trim()) return null;
  return (
    <details className="case-answer-preview">
      <summary>{word('template.preview')}</summary>
      <p className="said">
        {text.split(/(【[^】]{1,20}】)/).map((part, index) =>
          part.startsWith('【') ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts have nothing else of their own.
            <mark key={index}>{part}</mark>
          ) : (
            part
          ),
        )}
      </p>
    </details>
  );
}
