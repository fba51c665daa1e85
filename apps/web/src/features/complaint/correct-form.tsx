import { Alert, Button, Form, Input, TreeSelect } from 'antd';
import { useState } from 'react';
import { useSector } from '../../app/sector.ts';
import { DetailFields, detailsInput } from '../../forms/detail-fields.tsx';
import { categoryTree } from '../../forms/options.ts';
import type { Submit } from './action-form.tsx';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { useComplaintWords } from './words.ts';

interface Typed {
  readonly reason: string;
  readonly title?: string;
  readonly content?: string;
  readonly category?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

interface Props {
  readonly complaint: ComplaintOfPage;
  /** What whoever opened the form knew already. */
  readonly filled: { readonly category?: string };
  readonly onSubmit: Submit;
}

/** Corrects or completes what was written down; only what is changed is sent. */
export function CorrectForm({ complaint, filled, onSubmit }: Props) {
  const { word, locale } = useComplaintWords();
  const sector = useSector();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const before = {
    title: complaint.title,
    content: complaint.content,
    ...(complaint.category ? { category: complaint.category.code } : {}),
  };
  const submit = async ({ reason, details, ...typed }: Typed) => {
    setBusy(true);
    try {
      const changed = Object.entries(typed).filter(
        ([key, value]) => value && value !== before[key as keyof typeof before],
      );
      const given = detailsInput(sector, details);
      const hasDetails = Object.keys(Object.values(given)[0] ?? {}).length > 0;
      const changes = { ...Object.fromEntries(changed), ...(hasDetails ? { details: given } : {}) };
      const { userErrors } = await onSubmit({ reason, changes });
      if (userErrors.length > 0) setProblem(userErrors.map(({ message }) => message).join('\n'));
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const required = (label: string) => [{ required: true, message: word('field.required', { label }) }];
  return (
    <Form<Typed>
      name="CORRECT"
      layout="vertical"
      initialValues={{ ...before, ...filled }}
      onFinish={(typed) => void submit(typed)}
    >
      <Form.Item name="reason" label={word('field.reason')} rules={required(word('field.reason'))}>
        <Input />
      </Form.Item>
      <Form.Item name="title" label={word('field.title')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="content" label={word('field.content')}>
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Form.Item>
      <Form.Item name="category" label={word('field.category')}>
        <TreeSelect
          showSearch
          treeDefaultExpandAll
          treeNodeFilterProp="title"
          treeData={categoryTree(sector, locale, complaint.category?.code)}
        />
      </Form.Item>
      <DetailFields sector={sector} />
      {problem && <Alert type="error" showIcon title={<span className="said">{problem}</span>} />}
      <Button type="primary" htmlType="submit" loading={busy} style={{ marginTop: 12 }}>
        {word('app.save')}
      </Button>
    </Form>
  );
}
