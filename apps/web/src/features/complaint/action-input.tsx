import { Input, InputNumber, Radio, Select, TreeSelect } from 'antd';
import dayjs from 'dayjs';
import { DateField } from '../../ui/date-field.tsx';
import type { ActionField } from './action-inputs.ts';
import type { Choices } from './field-choices.ts';
import { FilesInput } from './files-input.tsx';
import { useComplaintWords } from './words.ts';

/** Long texts get room. */
const LONG = new Set([
  'text',
  'answer',
  'content',
  'reason',
  'facts',
  'summary',
  'positions',
  'agreement',
  'explanation',
  'description',
]);
/** Chosen as a file, sent as its hash. */
export const FILE = 'file';

/** Inputs of other types cannot be drawn; where they are optional they are left out. */
export function isDrawable({ typeName, choices }: ActionField): boolean {
  return (
    choices.length > 0 ||
    ['String', 'ID', 'Boolean', 'Int', 'Float', 'LocalDate', 'DateTime', 'RecordedMoneyInput'].includes(
      typeName,
    )
  );
}

/** The times that people promise most. */
function usePromisedTimes() {
  const { word } = useComplaintWords();
  const at = (days: number, hour: number) => () => dayjs().add(days, 'day').startOf('day').hour(hour);
  return [
    { label: word('action.today'), value: at(0, 17) },
    { label: word('action.tomorrow'), value: at(1, 10) },
    { label: word('action.inThreeDays'), value: at(3, 17) },
    { label: word('action.inAWeek'), value: at(7, 17) },
  ];
}

/** Draws one input; Ant Design's form passes value, change and id to it. */
export function ActionInput({
  field,
  choices,
  ...bound
}: {
  field: ActionField;
  choices: Choices | undefined;
}) {
  const { word } = useComplaintWords();
  const times = usePromisedTimes();
  if (field.name === FILE) {
    return <FilesInput {...bound} />;
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
      return <DateField {...bound} />;
    case 'DateTime':
      return <DateField {...bound} showTime={{ format: 'HH:mm' }} presets={times} needConfirm={false} />;
    case 'Int':
    case 'Float':
      return <InputNumber {...bound} />;
    default:
      return LONG.has(field.name) ? (
        <Input.TextArea {...bound} autoSize={{ minRows: 3, maxRows: 14 }} />
      ) : (
        <Input {...bound} />
      );
  }
}
