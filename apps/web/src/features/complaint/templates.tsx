import { useQuery } from '@apollo/client/react';
import { FINDING_LABELS, fillTemplate, TEMPLATE_FIELDS, type TemplateField } from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { Select } from 'antd';
import { dayText, momentText } from '../../app/moments.ts';
import { useViewer } from '../../app/viewer.tsx';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { AnswerTemplatesDocument } from './generated/complaint.ts';
import { useComplaintWords } from './words.ts';

/** The fields that begin from a template. */
export const WITH_TEMPLATES: Readonly<Record<string, string | undefined>> = {
  ANSWER: 'text',
  DRAFT_ANSWER: 'text',
  SETTLE_ON_THE_SPOT: 'answer',
};

/** A sentence within a sentence ends without its own full stop. */
const inSentence = (text: string): string => text.trim().replace(/[。.；;]+$/, '');

/** What is known of the complaint for a template. A masked name is nobody's name. */
function valuesOf(
  complaint: ComplaintOfPage,
  options: { locale: Locale; office: string },
): Partial<Record<TemplateField, string>> {
  const { locale, office } = options;
  const { complainant, finding, remedies, promises, respondent, category, handler } = complaint;
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
    promise: promise && momentText(promise.dueAt, locale),
    handler: handler?.name,
    office,
    today: dayText(new Date().toISOString(), locale),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value));
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
  const templates = data?.answerTemplates ?? [];
  const choose = (index: number) => {
    const template = templates[index];
    if (!template) return;
    const values = valuesOf(complaint, { locale, office: organization.name });
    onChoose(
      fillTemplate(template.text, { values, name: (field) => inLocale(TEMPLATE_FIELDS[field], locale) }).text,
    );
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
