import { CHANNEL_LABELS, KIND_LABELS } from '@huiyin/domain';
import { Form, Input, Select, TreeSelect } from 'antd';
import { useSector } from '../../app/sector.ts';
import { ClassificationGuide } from '../../forms/classification-guide.tsx';
import { DetailFields } from '../../forms/detail-fields.tsx';
import { categoryTree, choicesOf, treeOf } from '../../forms/options.ts';
import { SuggestedCategories } from './suggested.tsx';
import type { Suggestions } from './suggestions.ts';
import type { Typed } from './typed.ts';
import { useRegisterWords } from './words.ts';

/** What it is about: what was said, its category, whom it concerns, and what the sector asks for then. */
export function MatterFields({ suggestions }: { suggestions: Suggestions | undefined }) {
  const { word, locale } = useRegisterWords();
  const sector = useSector();
  const label = word('field.content');
  const form = Form.useFormInstance<Typed>();
  const category = Form.useWatch('category', form) ?? undefined;
  return (
    <>
      <Form.Item
        name="content"
        label={label}
        className="register-wide"
        rules={[{ required: true, message: word('field.required', { label }) }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={20_000} />
      </Form.Item>
      <div className="register-category">
        <Form.Item name="category" label={word('field.category')}>
          <TreeSelect
            allowClear
            showSearch
            treeDefaultExpandAll
            treeNodeFilterProp="title"
            treeData={categoryTree(sector, locale)}
          />
        </Form.Item>
        <SuggestedCategories
          {...{ suggestions, chosen: category }}
          onTake={(code) => form.setFieldsValue({ category: code })}
        />
      </div>
      {sector.classification && (
        <div className="register-classification">
          <Form.Item name="classification" label={word('field.classification')}>
            <TreeSelect
              allowClear
              treeDefaultExpandAll
              treeData={treeOf(sector.classification.options, locale)}
            />
          </Form.Item>
          <ClassificationGuide
            classification={sector.classification}
            onReach={({ classification }) => form.setFieldsValue({ classification })}
          />
        </div>
      )}
      <Form.Item name={['respondent', 'name']} label={word('register.respondent')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={['respondent', 'type']} label={word('register.respondentType')}>
        <Select
          allowClear
          options={sector.respondentTypes.map(({ code, label: { zh, en } }) => ({
            value: code,
            label: locale === 'en' ? en : zh,
          }))}
        />
      </Form.Item>
      <DetailFields sector={sector} />
    </>
  );
}

/** What is nearly always the same on the telephone. */
export function RarelyChanged() {
  const { word, locale } = useRegisterWords();
  const sector = useSector();
  return (
    <details className="register-wide">
      <summary>{word('register.rarely')}</summary>
      <div className="register-grid">
        <Form.Item name="kind" label={word('field.kind')}>
          <Select
            options={choicesOf(KIND_LABELS, locale).filter(({ value }) =>
              (sector.kinds as readonly string[]).includes(value),
            )}
          />
        </Form.Item>
        <Form.Item name="channel" label={word('field.channel')}>
          <Select options={choicesOf(CHANNEL_LABELS, locale)} />
        </Form.Item>
        <Form.Item name="title" label={word('field.title')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
    </details>
  );
}
