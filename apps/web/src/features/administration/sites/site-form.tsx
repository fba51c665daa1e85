import { localDateOf, type SiteLevel, type SiteTree } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Flex, Form, Input, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { KeptSite } from '../../../forms/site-field.tsx';
import { useVersion } from '../../../ui/changed-meanwhile.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { useSave } from '../use-save.tsx';
import type { Tree } from './use-tree.ts';
import { useSiteWords } from './words.ts';

interface Typed {
  readonly name: string;
  readonly numbers?: Readonly<Record<string, number | null | undefined>>;
  readonly holdsFrom: Dayjs;
}

/** What a site is called, and its numbers from a day on. */
export function SiteForm({
  tree,
  kept,
  site,
  level,
  below,
  onClose,
}: {
  tree: SiteTree;
  kept: Tree;
  /** The one to change; absent: a new one. */
  site?: KeptSite;
  level: SiteLevel;
  /** Of which a new one is a part. */
  below: string | null;
  onClose: () => void;
}) {
  const { word, locale } = useSiteWords();
  const save = useSave();
  const [form] = Form.useForm<Typed>();
  const [busy, setBusy] = useState(false);
  const { version, isLate, notice } = useVersion({
    ...{ version: site?.version, latest: () => kept.latest(site?.id) },
  });
  const today = localDateOf(new Date().toISOString());
  const before = Object.fromEntries(
    tree.numbers.flatMap(({ denominator }) => {
      const held = site?.numbers.findLast(
        ({ code, holdsFrom }) => code === denominator && holdsFrom <= today,
      );
      return held ? [[denominator, held.value]] : [];
    }),
  );
  const send = async ({ name, numbers = {}, holdsFrom }: Typed) => {
    const changed = Object.entries(numbers).flatMap(([code, value]) =>
      value === before[code] || (value == null && before[code] === undefined)
        ? []
        : [{ code, value: value ?? null }],
    );
    const input = {
      ...(site ? { id: site.id, version } : below ? { parentId: below } : {}),
      ...{ name, numbers: changed, holdsFrom: holdsFrom.format('YYYY-MM-DD') },
    };
    setBusy(true);
    const done = await save(() => kept.save(input), { done: word('admin.saved'), form, isLate });
    setBusy(false);
    if (done) onClose();
  };
  const levelName = inLocale(level.label, locale);
  return (
    <Form<Typed>
      form={form}
      name={`site-${site?.id ?? below ?? 'new'}`}
      className="admin-form"
      layout="vertical"
      requiredMark={false}
      aria-label={site ? word('admin.editOf', { name: site.name }) : word('sites.add', { level: levelName })}
      initialValues={{ name: site?.name, numbers: before, holdsFrom: dayjs(today) }}
      onFinish={(typed) => void send(typed)}
    >
      {notice}
      <Form.Item
        name="name"
        label={word('sites.name')}
        rules={[{ required: true, message: word('admin.required') }]}
        {...(site ? { extra: word('sites.nameHelp') } : {})}
      >
        <Input autoFocus maxLength={50} />
      </Form.Item>
      <div className="admin-pair">
        {tree.numbers.map(({ denominator, label, unit, scale }) => (
          <Form.Item key={denominator} name={['numbers', denominator]} label={inLocale(label, locale)}>
            <InputNumber<number>
              min={scale === 0 ? 1 : 10 ** -scale}
              precision={scale}
              suffix={inLocale(unit, locale)}
              style={{ width: '100%' }}
            />
          </Form.Item>
        ))}
        <Form.Item name="holdsFrom" label={word('sites.day')}>
          <DateField allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={busy}>
          {word('app.save')}
        </Button>
        <Button onClick={onClose}>{word('app.cancel')}</Button>
      </Flex>
    </Form>
  );
}
