import { Form, Input, Select, TreeSelect } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useSector } from '../../app/sector.ts';
import { useViewer } from '../../app/viewer.tsx';
import { treeOf } from '../../forms/options.ts';
import { DateField } from '../../ui/date-field.tsx';
import type { IncidentPageFragment } from './generated/incidents.ts';
import { useIncidentWords } from './words.ts';

/** What is typed of an incident. */
export interface TypedMatter {
  readonly title: string;
  readonly category?: string;
  readonly place?: string;
  readonly respondentName?: string;
  readonly beganAt?: Dayjs;
  readonly departmentId?: string;
  readonly memberIds?: string[];
}

/** What happened, where, since when, and who leads. */
export function MatterFields() {
  const { word, locale } = useIncidentWords();
  const { organization } = useViewer();
  const { categories } = useSector();
  const named = (things: readonly { id: string; name: string; active: boolean }[]) =>
    things.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Form.Item
        className="incident-wide"
        name="title"
        label={word('incident.field.title')}
        rules={[{ required: true, whitespace: true, message: word('incident.form.required') }]}
      >
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Form.Item name="category" label={word('incidents.category')}>
        <TreeSelect allowClear treeData={treeOf(categories, locale)} treeDefaultExpandAll />
      </Form.Item>
      <Form.Item name="beganAt" label={word('incidents.began')}>
        <DateField showTime={{ format: 'HH:mm' }} maxDate={dayjs()} className="incident-full" />
      </Form.Item>
      <Form.Item name="place" label={word('incidents.place')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="respondentName" label={word('incidents.respondent')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="departmentId" label={word('incident.field.department')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={named(organization.departments)}
        />
      </Form.Item>
      <Form.Item
        name="memberIds"
        label={word('incident.field.members')}
        dependencies={['departmentId']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, members?: string[]) =>
              getFieldValue('departmentId') || (members?.length ?? 0) > 0
                ? Promise.resolve()
                : Promise.reject(new Error(word('incident.form.team'))),
          }),
        ]}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={named(organization.members)}
        />
      </Form.Item>
    </>
  );
}

/** The typed matter as mutations take it. */
export function matterOf({ departmentId, memberIds, beganAt, ...matter }: TypedMatter) {
  return {
    ...matter,
    ...(beganAt ? { beganAt: beganAt.toISOString() } : {}),
    team: { departmentId: departmentId ?? null, memberIds: memberIds ?? [] },
  };
}

/** An incident as its form begins. */
export function typedOf(incident: IncidentPageFragment): TypedMatter {
  const { title, category, place, respondentName, beganAt, team } = incident;
  return {
    title,
    ...(category ? { category: category.code } : {}),
    ...(place ? { place } : {}),
    ...(respondentName ? { respondentName } : {}),
    beganAt: dayjs(beganAt),
    ...(team.department ? { departmentId: team.department.id } : {}),
    memberIds: team.members.map(({ id }) => id),
  };
}
