import { findOption, type OptionNode, sectorOf } from '@huiyin/domain';
import { Button, Flex, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useViewer } from '../../../app/viewer.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { useSave } from '../use-save.tsx';
import type { ChangeCategory } from './use-change-category.ts';
import { useCategoryWords } from './words.ts';

interface Typed {
  readonly zh: string;
  readonly en: string;
  readonly offFrom?: Dayjs | null;
}

/** What the organisation calls a category, and from which day on it is no longer offered. */
export function CategoryForm({
  node,
  stays,
  change,
  onClose,
}: {
  node: OptionNode;
  /** It cannot be switched off, by itself or because the one above it is off. */
  stays: boolean;
  change: ChangeCategory;
  onClose: () => void;
}) {
  const { word } = useCategoryWords();
  const { organization } = useViewer();
  const save = useSave();
  const [form] = Form.useForm<Typed>();
  const { code, label, offFrom } = node;
  const declared = findOption(sectorOf(organization.sector.code).categories, code)?.node.label ?? label;
  const send = async ({ zh, en, offFrom: day }: Typed) => {
    const same = zh.trim() === declared.zh && en.trim() === declared.en;
    const own = same ? null : { zh, en };
    const off = stays ? {} : { offFrom: day?.format('YYYY-MM-DD') ?? null };
    const done = word('admin.saved');
    if (await save(() => change({ code, label: own, ...off }), { done, form })) onClose();
  };
  const required = [{ required: true, message: word('admin.required') }];
  return (
    <Form<Typed>
      form={form}
      name={`category-${code}`}
      className="admin-form"
      layout="vertical"
      requiredMark={false}
      aria-label={word('admin.editOf', { name: label.zh })}
      initialValues={{ ...label, offFrom: offFrom ? dayjs(offFrom) : null }}
      onFinish={(typed) => void send(typed)}
    >
      <div className="admin-pair">
        <Form.Item name="zh" label={word('categories.nameZh')} rules={required}>
          <Input autoFocus lang="zh-CN" maxLength={40} />
        </Form.Item>
        <Form.Item name="en" label={word('categories.nameEn')} rules={required}>
          <Input lang="en" maxLength={80} />
        </Form.Item>
      </div>
      {!stays && (
        <Form.Item name="offFrom" label={word('categories.day')} extra={word('categories.dayHelp')}>
          <DateField />
        </Form.Item>
      )}
      <Flex gap={8} wrap>
        <Button type="primary" htmlType="submit">
          {word('app.save')}
        </Button>
        <Button onClick={() => form.setFieldsValue(declared)}>{word('categories.restore')}</Button>
        <Button onClick={onClose}>{word('app.cancel')}</Button>
      </Flex>
    </Form>
  );
}
