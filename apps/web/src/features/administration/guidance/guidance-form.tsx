import { useMutation } from '@apollo/client/react';
import { STATUS_LABELS } from '@huiyin/domain';
import { Button, Flex, Form, Input, Select, TreeSelect } from 'antd';
import { useSector } from '../../../app/sector.ts';
import { choicesOf, treeOf } from '../../../forms/options.ts';
import type { GuidanceCardSaveInput } from '../../../generated/schema.ts';
import { useVersion } from '../../../ui/changed-meanwhile.tsx';
import { useSave } from '../use-save.tsx';
import { GuidanceCardSaveDocument, type OwnGuidanceQuery } from './generated/guidance.ts';
import { useGuidanceWords } from './words.ts';

type Typed = Pick<GuidanceCardSaveInput, 'title' | 'text' | 'statuses' | 'categories'>;

/** Writes a card, or changes the one whose id it begins with. */
export function GuidanceForm({
  begun: { id, version: begunOn, title, text, statuses, categories },
  latest,
  onSaved,
  onClose,
}: {
  begun: OwnGuidanceQuery['guidanceCards'][number];
  /** Reads the card anew; its version. */
  latest: () => Promise<number | null | undefined>;
  onSaved: () => void;
  onClose: () => void;
}) {
  const { word, locale } = useGuidanceWords();
  const sector = useSector();
  const save = useSave();
  const [form] = Form.useForm<Typed>();
  const [keep, { loading }] = useMutation(GuidanceCardSaveDocument);
  const { version, isLate, notice } = useVersion({ version: begunOn, latest });
  const send = async (typed: Typed) => {
    const input = { ...(id ? { id, version } : {}), ...typed };
    const kept = await save(async () => (await keep({ variables: { input } })).data?.guidanceCardSave, {
      ...{ done: word('admin.saved'), form, isLate },
    });
    if (!kept) return;
    onSaved();
    onClose();
  };
  const required = [{ required: true, message: word('admin.required') }];
  const many = { allowClear: true, placeholder: word('guidance.everywhere') };
  return (
    <Form<Typed>
      form={form}
      name="guidance"
      className="admin-card"
      layout="vertical"
      requiredMark={false}
      initialValues={{ title, text, statuses, categories }}
      onFinish={(typed) => void send(typed)}
    >
      {notice}
      <Form.Item name="title" label={word('guidance.title')} rules={required}>
        <Input autoFocus maxLength={30} style={{ maxWidth: 360 }} />
      </Form.Item>
      <Form.Item name="text" label={word('guidance.text')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={300} showCount />
      </Form.Item>
      <Form.Item name="categories" label={word('guidance.categories')}>
        <TreeSelect {...many} multiple treeDefaultExpandAll treeData={treeOf(sector.categories, locale)} />
      </Form.Item>
      <Form.Item name="statuses" label={word('guidance.statuses')}>
        <Select {...many} mode="multiple" options={choicesOf(STATUS_LABELS, locale)} />
      </Form.Item>
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={loading}>
          {word('app.save')}
        </Button>
        <Button onClick={onClose}>{word('app.cancel')}</Button>
      </Flex>
    </Form>
  );
}
