import { FOLLOW_UP_LABELS, REMEDY_LABELS } from '@huiyin/domain';
import { Checkbox, Form, Input, Select, TreeSelect } from 'antd';
import { useSector } from '../../app/sector.ts';
import { choicesOf, treeOf } from '../../forms/options.ts';
import { useRegisterWords } from './words.ts';

/** Put right while they are still on the line: answered and closed with the registration, or not registered at all. */
export function SettlementFields() {
  const { word, locale } = useRegisterWords();
  const sector = useSector();
  const settles = Form.useWatch('settles') === true;
  const label = word('register.answer');
  return (
    <>
      <Form.Item name="settles" valuePropName="checked" className="register-wide">
        <Checkbox>{word('register.settles')}</Checkbox>
      </Form.Item>
      {settles && (
        <>
          <Form.Item
            name={['settlement', 'answer']}
            label={label}
            className="register-wide"
            rules={[{ required: true, message: word('field.required', { label }) }]}
          >
            <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} />
          </Form.Item>
          <Form.Item name={['settlement', 'remedy']} label={word('field.remedy')}>
            <Select
              allowClear
              options={choicesOf(REMEDY_LABELS, locale).filter(({ value }) =>
                (sector.remedies as readonly string[]).includes(value),
              )}
            />
          </Form.Item>
          <Form.Item name={['settlement', 'satisfied']} label={word('register.satisfied')}>
            <Select allowClear options={choicesOf(FOLLOW_UP_LABELS, locale)} />
          </Form.Item>
          <Form.Item name={['settlement', 'cause']} label={word('field.cause')}>
            <TreeSelect
              allowClear
              showSearch
              treeNodeFilterProp="title"
              treeDefaultExpandAll
              treeData={treeOf(sector.causes, locale)}
            />
          </Form.Item>
        </>
      )}
    </>
  );
}
