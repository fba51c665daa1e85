import { useMutation } from '@apollo/client/react';
import { inLocale } from '@huiyin/shared';
import { Button, Flex, Form, Input, Select } from 'antd';
import { useSector } from '../../../app/sector.ts';
import type { PeopleQuery } from '../generated/people.ts';
import { DepartmentSaveDocument } from '../generated/people.ts';
import { useSave } from '../use-save.tsx';
import { useAdministrationWords } from '../words.ts';
import { withBelow } from './branches.ts';

type Department = PeopleQuery['organization']['departments'][number];

interface Typed {
  readonly name: string;
  readonly nameEn?: string;
  readonly kind?: string;
  readonly parentId?: string;
}

interface Props {
  readonly departments: readonly Department[];
  /** The one to change; absent: a new one. */
  readonly department?: Department;
  /** Below whom a new one stands. */
  readonly below?: string | null;
  readonly onClose: () => void;
}

/** A department's name, kind and place. */
export function DepartmentForm({ departments, department, below, onClose }: Props) {
  const { word, locale } = useAdministrationWords();
  const { respondentTypes, family } = useSector();
  const save = useSave();
  const [form] = Form.useForm<Typed>();
  const [keep, { loading }] = useMutation(DepartmentSaveDocument);
  const apart = department ? withBelow(departments, department.id) : new Set<string>();
  const send = async ({ name, nameEn, kind, parentId }: Typed) => {
    const input = {
      ...(department ? { id: department.id } : {}),
      name,
      ...(nameEn?.trim() ? { nameEn } : {}),
      ...{ kind: kind ?? null, parentId: parentId ?? null },
    };
    const kept = await save(async () => (await keep({ variables: { input } })).data?.departmentSave, {
      ...{ done: word('admin.saved'), form },
    });
    if (kept) onClose();
  };
  return (
    <Form<Typed>
      form={form}
      name={`department-${department?.id ?? below ?? 'new'}`}
      className="admin-form"
      layout="vertical"
      requiredMark={false}
      aria-label={department ? word('admin.editOf', { name: department.name }) : word('departments.add')}
      initialValues={{
        name: department?.name,
        kind: department?.kind?.code,
        parentId: department ? department.parent?.id : (below ?? undefined),
      }}
      onFinish={(typed) => void send(typed)}
    >
      <div className="admin-pair">
        <Form.Item
          name="name"
          label={word('departments.name')}
          rules={[{ required: true, message: word('admin.required') }]}
        >
          <Input autoFocus />
        </Form.Item>
        <Form.Item name="nameEn" label={word('departments.nameEn')}>
          <Input lang="en" />
        </Form.Item>
        {family === 'PROVIDER' && (
          <Form.Item name="kind" label={word('departments.kind')}>
            <Select
              allowClear
              placeholder={word('departments.noKind')}
              options={respondentTypes.map(({ code, label }) => ({
                value: code,
                label: inLocale(label, locale),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="parentId" label={word('departments.parent')}>
          <Select
            allowClear
            placeholder={word('departments.noParent')}
            options={departments
              .filter(({ id }) => !apart.has(id))
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </div>
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={loading}>
          {word('app.save')}
        </Button>
        <Button onClick={onClose}>{word('app.cancel')}</Button>
      </Flex>
    </Form>
  );
}
