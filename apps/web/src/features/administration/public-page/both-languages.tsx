import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useAdministrationWords } from '../words.ts';

interface Props {
  readonly name: string;
  readonly label: string;
  /** Lines that it begins with. */
  readonly rows?: number;
}

/** A text in Chinese and in English, side by side. */
export function TextFields({ name, label, rows = 1 }: Props) {
  return (
    <div className="admin-both">
      <span aria-hidden>{label}</span>
      <div className="admin-pair">
        <Language name={[name, 'zh']} label={label} language="zh" rows={rows} />
        <Language name={[name, 'en']} label={label} language="en" rows={rows} />
      </div>
    </div>
  );
}

/** A list of such texts. */
export function ItemFields({ name, label }: Props) {
  const { word } = useAdministrationWords();
  return (
    <Form.List name={name}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name: index }) => (
            <div key={key} className="admin-item">
              <Language name={[index, 'zh']} label={`${label} ${index + 1}`} language="zh" rows={1} />
              <Language name={[index, 'en']} label={`${label} ${index + 1}`} language="en" rows={1} />
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={word('page.removeItem', { n: index + 1 })}
                onClick={() => remove(index)}
              />
            </div>
          ))}
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add({ zh: '', en: '' })}>
            {word('page.addItem')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

function Language({
  name,
  label,
  language,
  rows,
}: {
  name: (string | number)[];
  label: string;
  language: 'zh' | 'en';
  rows: number;
}) {
  const { word } = useAdministrationWords();
  return (
    <Form.Item name={name}>
      <Input.TextArea
        lang={language === 'zh' ? 'zh-CN' : 'en'}
        autoSize={{ minRows: rows, maxRows: 8 }}
        aria-label={`${label}（${word(`page.${language}`)}）`}
        placeholder={word(`page.${language}`)}
      />
    </Form.Item>
  );
}
