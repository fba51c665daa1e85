import type { UploadFile } from 'antd';
import { Alert, Button, DatePicker, Form, Input, InputNumber, Radio, Select, TreeSelect, Upload } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { upload } from '../../app/download.ts';
import { Loading } from '../../app/states.tsx';
import { MoneyFields, type MoneyTyped, recordedMoney } from '../../forms/money-fields.tsx';
import { useWords } from '../../i18n/i18n.ts';
import { type ActionField, useActionFields } from './action-inputs.ts';
import type { ActionPayload } from './carry-out.ts';
import type { ComplaintOfPage } from './complaint.query.ts';
import { type Choices, useChoicesOf } from './field-choices.ts';

type Typed = Readonly<Record<string, unknown>>;
export type Submit = (input: Typed) => Promise<ActionPayload>;

/** Long texts get room. */
const LONG = new Set([
  'text',
  'reason',
  'facts',
  'summary',
  'positions',
  'agreement',
  'explanation',
  'description',
]);
/** Chosen as a file, sent as its hash. */
const FILE = 'file';
/** Inputs of these types cannot be drawn; where they are optional they are left out. */
const isDrawable = ({ typeName, choices }: ActionField): boolean =>
  choices.length > 0 ||
  ['String', 'ID', 'Boolean', 'Int', 'Float', 'LocalDate', 'DateTime', 'RecordedMoneyInput'].includes(
    typeName,
  );

/** The form of an action, drawn from the schema. */
export function ActionForm(props: { action: string; complaint: ComplaintOfPage; onSubmit: Submit }) {
  const { action, complaint, onSubmit } = props;
  const { word, fieldWord, locale } = useWords();
  const [form] = Form.useForm<Typed>();
  const fields = useActionFields(action, locale);
  const choicesOf = useChoicesOf(complaint, action);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  if (!fields) return <Loading />;
  const drawn = fields.filter(isDrawable);

  const submit = async (typed: Typed) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { userErrors } = await onSubmit(await inputOf(drawn, typed));
      const known = new Set(drawn.map(({ name }) => name));
      const [elsewhere, here] = [
        userErrors.filter(({ field }) => !field || !known.has(field)),
        userErrors.filter(({ field }) => field && known.has(field)),
      ];
      form.setFields(here.map(({ field, message }) => ({ name: [field ?? ''], errors: [message] })));
      if (elsewhere.length > 0) setProblem(elsewhere.map(({ message }) => message).join('\n'));
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form<Typed> form={form} layout="vertical" onFinish={(typed) => void submit(typed)}>
      {drawn.map((field) => {
        const label = fieldWord(field.name);
        if (field.typeName === 'RecordedMoneyInput') {
          return <MoneyFields key={field.name} name={field.name} label={label} />;
        }
        const isFile = field.name === FILE;
        return (
          <Form.Item
            key={field.name}
            name={field.name}
            label={label}
            rules={field.required ? [{ required: true, message: word('field.required', { label }) }] : []}
            {...(isFile ? { valuePropName: 'fileList', getValueFromEvent: filesOf } : {})}
          >
            <ActionInput field={field} choices={choicesOf(field.name)} />
          </Form.Item>
        );
      })}
      {problem && <Alert type="error" showIcon title={<span className="said">{problem}</span>} />}
      <Button type="primary" htmlType="submit" loading={busy} style={{ marginTop: 12 }}>
        {word('app.save')}
      </Button>
    </Form>
  );
}

function filesOf({ fileList }: { fileList: UploadFile[] }): UploadFile[] {
  return fileList;
}

/** Draws one input; Ant Design's form passes value, change and id to it. */
function ActionInput({ field, choices, ...bound }: { field: ActionField; choices: Choices | undefined }) {
  const { word } = useWords();
  if (field.name === FILE) {
    return (
      <Upload {...bound} maxCount={1} beforeUpload={() => false}>
        <Button>{word('complaint.upload')}</Button>
      </Upload>
    );
  }
  if (choices?.tree) {
    return (
      <TreeSelect
        {...bound}
        allowClear
        showSearch
        treeDefaultExpandAll
        treeNodeFilterProp="title"
        treeData={choices.tree}
      />
    );
  }
  const options = choices?.list ?? (field.choices.length > 0 ? field.choices : undefined);
  if (options) {
    return <Select {...bound} allowClear showSearch={{ optionFilterProp: 'label' }} options={[...options]} />;
  }
  switch (field.typeName) {
    case 'Boolean':
      return (
        <Radio.Group
          {...bound}
          options={[
            { value: true, label: word('app.yes') },
            { value: false, label: word('app.no') },
          ]}
        />
      );
    case 'LocalDate':
      return <DatePicker {...bound} />;
    case 'DateTime':
      return <DatePicker {...bound} showTime={{ format: 'HH:mm' }} />;
    case 'Int':
    case 'Float':
      return <InputNumber {...bound} />;
    default:
      return LONG.has(field.name) ? (
        <Input.TextArea {...bound} autoSize={{ minRows: 3 }} />
      ) : (
        <Input {...bound} />
      );
  }
}

/** What the schema wants of what was typed; a file is uploaded first. */
async function inputOf(fields: readonly ActionField[], typed: Typed): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  for (const { name, typeName } of fields) {
    const value = await inputValue({ name, typeName, value: typed[name] });
    if (value !== undefined && value !== '') input[name] = value;
  }
  return input;
}

async function inputValue(given: { name: string; typeName: string; value: unknown }): Promise<unknown> {
  const { name, typeName, value } = given;
  if (value === undefined || value === null) return undefined;
  if (name === FILE) {
    const file = (value as readonly UploadFile[])[0]?.originFileObj;
    return file ? upload(file) : undefined;
  }
  switch (typeName) {
    case 'RecordedMoneyInput':
      return recordedMoney(value as MoneyTyped);
    case 'LocalDate':
      return (value as Dayjs).format('YYYY-MM-DD');
    case 'DateTime':
      return dayjs(value as Dayjs).toISOString();
    default:
      return value;
  }
}
