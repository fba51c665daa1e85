import { useMutation, useQuery } from '@apollo/client/react';
import { TEMPLATE_FIELDS, type TemplateField } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { Failure, Loading } from '../../app/states.tsx';
import type { OwnTemplatesQuery } from './generated/words-and-keys.ts';
import {
  AnswerTemplateRemoveDocument,
  AnswerTemplateSaveDocument,
  OwnTemplatesDocument,
} from './generated/words-and-keys.ts';
import { PageFrame } from './page-frame.tsx';
import { useSave } from './use-save.tsx';
import { useAdministrationWords } from './words.ts';

type Template = OwnTemplatesQuery['answerTemplates'][number];
/** What the form begins with; with an id it changes that one. */
type Begun = {
  readonly id: string | null;
  readonly name: string;
  readonly text: string;
  /** Code of the document that begins from it. */
  readonly document: string | null;
};

/** Texts from which answers begin. */
export function TemplatesPage() {
  const { word } = useAdministrationWords();
  const { data, error, refetch } = useQuery(OwnTemplatesDocument, { fetchPolicy: 'cache-and-network' });
  const [begun, setBegun] = useState<Begun>();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const own = data.answerTemplates.filter(({ id }) => id !== null);
  const sectors = data.answerTemplates.filter(({ id }) => id === null);
  const changed = () => void refetch();
  return (
    <PageFrame
      title="admin.page.templates"
      intro="templates.intro"
      aside={
        <Button type="primary" onClick={() => setBegun({ id: null, name: '', text: '', document: null })}>
          {word('templates.add')}
        </Button>
      }
    >
      {begun && (
        <TemplateForm
          key={`${begun.id}${begun.name}`}
          begun={begun}
          onSaved={changed}
          onClose={() => setBegun(undefined)}
        />
      )}
      <h3>{word('templates.own')}</h3>
      {own.length === 0 && <p className="quiet">{word('templates.none')}</p>}
      {own.length > 0 && (
        <ul className="admin-rows">
          {own.map((template) => (
            <li key={template.id}>
              <OwnTemplate template={template} onEdit={() => setBegun(template)} onChanged={changed} />
            </li>
          ))}
        </ul>
      )}
      <h3>{word('templates.sector')}</h3>
      <ul className="admin-rows">
        {sectors.map(({ name, text, document }) => (
          <li key={`${document}${name}`}>
            <div className="admin-row">
              <span>
                <strong>{name}</strong> <KindOf document={document} />
              </span>
              <Button
                size="small"
                aria-label={word('templates.copyOf', { name })}
                onClick={() => setBegun({ id: null, name, text, document })}
              >
                {word('templates.copy')}
              </Button>
            </div>
            <p className="admin-template quiet">{text}</p>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}

/** Whether a document or an answer begins from it. */
function KindOf({ document }: Pick<Begun, 'document'>) {
  const { word } = useAdministrationWords();
  return <span className="quiet">{word(document ? 'templates.document' : 'templates.answer')}</span>;
}

function OwnTemplate({
  template,
  onEdit,
  onChanged,
}: {
  template: Template;
  onEdit: () => void;
  onChanged: () => void;
}) {
  const { word } = useAdministrationWords();
  const save = useSave();
  const [remove] = useMutation(AnswerTemplateRemoveDocument);
  const [keep] = useMutation(AnswerTemplateSaveDocument);
  const { id, name, text, document } = template;
  const drop = async () => {
    const answer = id
      ? (await remove({ variables: { input: { id } } })).data?.answerTemplateRemove
      : undefined;
    onChanged();
    return answer;
  };
  const putBack = async () => {
    const answer = (await keep({ variables: { input: { name, text, document } } })).data?.answerTemplateSave;
    onChanged();
    return answer;
  };
  return (
    <>
      <div className="admin-row">
        <span>
          <strong>{name}</strong> <KindOf document={document} />
        </span>
        <Flex gap={8}>
          <Button size="small" aria-label={word('admin.editOf', { name })} onClick={onEdit}>
            {word('admin.edit')}
          </Button>
          <Button
            size="small"
            aria-label={word('admin.removeOf', { name })}
            onClick={() => void save(drop, { done: word('templates.removed', { name }), undo: putBack })}
          >
            {word('admin.remove')}
          </Button>
        </Flex>
      </div>
      <p className="admin-template quiet">{text}</p>
    </>
  );
}

type Typed = Pick<Begun, 'name' | 'text'>;

function TemplateForm({
  begun,
  onSaved,
  onClose,
}: {
  begun: Begun;
  onSaved: () => void;
  onClose: () => void;
}) {
  const { word, locale } = useAdministrationWords();
  const save = useSave();
  const [form] = Form.useForm<Typed>();
  const [keep, { loading }] = useMutation(AnswerTemplateSaveDocument);
  const send = async (typed: Typed) => {
    const input = { ...(begun.id ? { id: begun.id } : {}), ...typed, document: begun.document };
    const kept = await save(async () => (await keep({ variables: { input } })).data?.answerTemplateSave, {
      ...{ done: word('admin.saved'), form },
    });
    if (!kept) return;
    onSaved();
    onClose();
  };
  const insert = (field: TemplateField) =>
    form.setFieldValue('text', `${form.getFieldValue('text') ?? ''}{${field}}`);
  const required = [{ required: true, message: word('admin.required') }];
  return (
    <Form<Typed>
      form={form}
      name="template"
      className="admin-card"
      layout="vertical"
      requiredMark={false}
      initialValues={begun}
      onFinish={(typed) => void send(typed)}
    >
      <Form.Item name="name" label={word('templates.name')} rules={required}>
        <Input autoFocus maxLength={60} style={{ maxWidth: 360 }} />
      </Form.Item>
      <Form.Item name="text" label={word('templates.text')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} />
      </Form.Item>
      <fieldset className="admin-fields">
        <legend className="quiet">{word('templates.fields')}</legend>
        <Flex gap={8} wrap>
          {Object.entries(TEMPLATE_FIELDS).map(([field, label]) => (
            <Button key={field} size="small" onClick={() => insert(field as TemplateField)}>
              {inLocale(label, locale)}
            </Button>
          ))}
        </Flex>
      </fieldset>
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={loading}>
          {word('app.save')}
        </Button>
        <Button onClick={onClose}>{word('app.cancel')}</Button>
      </Flex>
    </Form>
  );
}
