import { hasGap } from '@huiyin/domain';
import type { FormInstance } from 'antd';
import { Alert, App, Button, Flex, Form, Typography } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { momentText } from '../../app/moments.ts';
import { Loading } from '../../app/states.tsx';
import { useDraft } from '../../forms/draft.ts';
import { MoneyFields } from '../../forms/money-fields.tsx';
import { useFieldLabel } from '../../forms/words.ts';
import { ActionInput, FILE, isDrawable } from './action-input.tsx';
import { type ActionField, useActionFields } from './action-inputs.ts';
import { hiddenIn, initialOf, inOrder } from './action-layout.ts';
import { inputsOf } from './action-value.ts';
import type { ActionPayload } from './carry-out.ts';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { DamagesHelp } from './damages.tsx';
import { useChoicesOf } from './field-choices.ts';
import { type ChosenFile, filesProblem, titleOf } from './files-input.tsx';
import { ReclassifyHelp } from './reclassify-help.tsx';
import {
  AnswerPreview,
  BY_DOCUMENT,
  TemplatePicker,
  useDocumentStart,
  WITH_TEMPLATES,
} from './templates.tsx';
import { useComplaintWords } from './words.ts';

type Typed = Readonly<Record<string, unknown>>;
/** Several inputs of one action are carried out in turn, until one is refused. */
export type Submit = (input: Typed, ...more: readonly Typed[]) => Promise<ActionPayload>;
export type Action = ComplaintOfPage['allowedActions'][number];

interface Props {
  readonly action: Pick<Action, 'action' | 'label'>;
  readonly complaint: ComplaintOfPage;
  /** Whether the first field is to have the focus: where somebody asked for the form. */
  readonly focused: boolean;
  /** Fields that whoever opened the form knew already. */
  readonly filled?: Typed | undefined;
  readonly onSubmit: Submit;
  readonly onTyping?: (() => void) | undefined;
}

/** The form of an action, drawn from the schema. What is typed is kept until it is sent. */
export function ActionForm(props: Props) {
  const { complaint, focused, filled, onSubmit, onTyping } = props;
  const { action, label } = props.action;
  const { word, locale } = useComplaintWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const fields = useActionFields(action, locale);
  const choicesOf = useChoicesOf(complaint, action);
  const draft = useDraft(`${complaint.id}:${action}`);
  const typed = (Form.useWatch([], form) as Typed | undefined) ?? {};
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [keys] = useState(() => new Map<unknown, string>());
  const box = useRef<HTMLDivElement>(null);
  const ready = fields !== undefined;
  const templated = WITH_TEMPLATES[action];
  const byDocument = action === BY_DOCUMENT;
  const startOf = useDocumentStart(complaint, !byDocument);
  useEffect(() => {
    if (!ready || !focused) return;
    // An answer is written at once; its templates are a Shift+Tab away.
    const first = templated && !byDocument ? 'textarea' : 'textarea, input:not([type=hidden]), button';
    box.current?.querySelector<HTMLElement>(first)?.focus();
  }, [ready, focused, templated, byDocument]);
  if (!fields) return <Loading />;
  const hidden = hiddenIn(action, typed, complaint);
  const drawn = inOrder(action, fields.filter(isDrawable)).filter(
    ({ name, required }) => !hidden.includes(name) && (required || choicesOf(name)?.list?.length !== 0),
  );

  const submit = async (values: Typed) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const [first, ...more] = inputsOf(drawn, values);
      const { userErrors } = await onSubmit(
        { ...first, idempotencyKey: draft.key() },
        // Sent again after half of them went through, none is done twice.
        ...more.map((input) => ({ ...input, idempotencyKey: keyOf(input[FILE]) })),
      );
      if (userErrors.length === 0) {
        draft.clear();
        keys.clear();
        form.resetFields();
      }
      setProblem(sayErrors(form, drawn, userErrors));
    } catch (error) {
      setProblem(`${(error as Error).message} ${word('action.keptTyped')}`);
    } finally {
      setBusy(false);
    }
  };
  const keyOf = (file: unknown): string => {
    const key = keys.get(file) ?? crypto.randomUUID();
    keys.set(file, key);
    return key;
  };
  const fill = (text: string) => {
    if (!templated) return;
    form.setFieldsValue({ [templated]: text });
    draft.keep(form.getFieldsValue());
    onTyping?.();
  };
  const take = (values: object) => {
    form.setFieldsValue({ ...values });
    draft.keep(form.getFieldsValue());
    onTyping?.();
  };
  /** Begins from a template; what stood there before can be had back. */
  const begin = (text: string) => {
    const before = String(typed[templated ?? ''] ?? '');
    fill(text);
    if (!before.trim()) return;
    void message.info({
      content: (
        <>
          {word('template.replaced')}{' '}
          <Button size="small" onClick={() => fill(before)}>
            {word('template.undo')}
          </Button>
        </>
      ),
      duration: 8,
    });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.submit();
  };

  return (
    <div ref={box}>
      {draft.found && (
        <Flex className="case-draft" gap={8} align="center" wrap>
          <Typography.Text type="secondary">
            {word('action.draft', { at: momentText(draft.found.at, locale) })}
          </Typography.Text>
          <Button
            size="small"
            onClick={() => {
              draft.clear();
              form.resetFields();
              form.setFieldsValue(initialOf(action, complaint));
            }}
          >
            {word('action.discard')}
          </Button>
        </Flex>
      )}
      <Form<Typed>
        form={form}
        name={action}
        aria-label={label}
        layout="vertical"
        className="case-form"
        initialValues={{ ...initialOf(action, complaint), ...draft.found?.typed, ...filled }}
        onValuesChange={(changed, all) => {
          const [file] = (changed[FILE] ?? []) as readonly ChosenFile[];
          const start = byDocument && changed['document'] ? startOf(String(changed['document'])) : undefined;
          if (start) {
            form.setFieldsValue({ addressedTo: start.addressedTo });
            begin(start.text);
          }
          if (file && !all['title']) form.setFieldsValue({ title: titleOf(file) });
          draft.keep(form.getFieldsValue());
          onTyping?.();
        }}
        onFinish={(values) => void submit(values)}
        onKeyDown={onKey}
      >
        {action === 'NOTIFY_DECISION' && complaint.acceptance && (
          <blockquote className="said">{complaint.acceptance.notice}</blockquote>
        )}
        {(action === 'DECLINE' || action === 'TRANSFER') && complaint.proposedBody && (
          <Alert
            className="case-proposed"
            type="info"
            showIcon
            title={word('decline.proposed', { body: complaint.proposedBody.label })}
            description={
              complaint.proposedBody.confirmed
                ? complaint.proposedBody.why
                : word('decline.unchecked', { why: complaint.proposedBody.why })
            }
          />
        )}
        {action === 'GIVE_REMEDY' && complaint.damages && (
          <DamagesHelp basis={complaint.damages} onTake={take} />
        )}
        {action === 'RECLASSIFY' && <ReclassifyHelp reason={String(typed['reason'] ?? '')} onTake={take} />}
        {templated && !byDocument && (
          <Flex gap={8} wrap align="center" className="case-templates">
            <TemplatePicker complaint={complaint} onChoose={begin} />
          </Flex>
        )}
        {drawn.map((field) => (
          <ActionFieldItem
            key={field.name}
            field={field}
            choices={choicesOf(field.name)}
            gapless={field.name === templated}
          />
        ))}
        {templated && <AnswerPreview text={String(typed[templated] ?? '')} />}
        {problem && (
          <Alert role="alert" type="error" showIcon title={<span className="said">{problem}</span>} />
        )}
        <Flex gap={8} align="center" className="case-submit">
          <Button type="primary" htmlType="submit" loading={busy}>
            {label}
          </Button>
          <Typography.Text type="secondary" className="wide-only">
            Ctrl+Enter
          </Typography.Text>
        </Flex>
      </Form>
    </div>
  );
}

/** Refusals beside their fields; what belongs to none of them is returned. */
function sayErrors(
  form: FormInstance<Typed>,
  drawn: readonly ActionField[],
  userErrors: ActionPayload['userErrors'],
): string | undefined {
  const known = new Set(drawn.map(({ name }) => name));
  const here = userErrors.filter(({ field }) => field && known.has(field));
  const elsewhere = userErrors.filter(({ field }) => !field || !known.has(field));
  form.setFields(here.map(({ field, message }) => ({ name: [field ?? ''], errors: [message] })));
  return elsewhere.length > 0 ? elsewhere.map(({ message }) => message).join('\n') : undefined;
}

function ActionFieldItem({
  field,
  choices,
  gapless,
}: {
  field: ActionField;
  choices: ReturnType<ReturnType<typeof useChoicesOf>>;
  /** Whether gaps that a template left must be filled before it is sent. */
  gapless: boolean;
}) {
  const { word } = useComplaintWords();
  const label = useFieldLabel()(field.name);
  if (field.typeName === 'RecordedMoneyInput') return <MoneyFields name={field.name} label={label} />;
  return (
    <Form.Item
      name={field.name}
      label={label}
      rules={[
        ...(field.required ? [{ required: true, message: word('field.required', { label }) }] : []),
        ...(field.name === FILE ? [{ validator: whole(word) }] : []),
        ...(gapless ? [{ validator: noGap(word('template.gap')) }] : []),
      ]}
      {...(field.name === FILE
        ? { valuePropName: 'fileList', getValueFromEvent: filesOf, validateTrigger: [] }
        : {})}
    >
      <ActionInput field={field} choices={choices} />
    </Form.Item>
  );
}

/** An answer does not go out with a gap. */
function noGap(message: string) {
  return async (_: unknown, value: unknown) => {
    if (typeof value === 'string' && hasGap(value)) throw new Error(message);
  };
}

/** A file goes along once all of it is on the server. */
function whole(word: ReturnType<typeof useComplaintWords>['word']) {
  return async (_: unknown, files: readonly ChosenFile[] | undefined) => {
    const problem = filesProblem(files);
    if (problem) throw new Error(word(problem));
  };
}

function filesOf({ fileList }: { fileList: ChosenFile[] }): ChosenFile[] {
  return fileList;
}
