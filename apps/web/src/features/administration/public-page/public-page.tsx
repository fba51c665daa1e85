import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Form, Input, Switch, Tag } from 'antd';
import { Failure, Loading } from '../../../app/states.tsx';
import type { PublicPageQuery } from '../generated/words-and-keys.ts';
import { PublicPageDocument, PublicPageSaveDocument } from '../generated/words-and-keys.ts';
import { PageFrame } from '../page-frame.tsx';
import { useSave } from '../use-save.tsx';
import { useAdministrationWords } from '../words.ts';
import { ItemFields, TextFields } from './both-languages.tsx';
import { changesOf, LISTS, TEXTS, typedOf, type Worded } from './page-changes.ts';

type Page = PublicPageQuery['publicPage'];

/** What the office says of itself to the public, in both languages. */
export function PublicPage() {
  const { word } = useAdministrationWords();
  const { data, error, refetch } = useQuery(PublicPageDocument, { fetchPolicy: 'cache-and-network' });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const page = data.publicPage;
  return (
    <PageFrame
      title="admin.page.public"
      intro="page.intro"
      aside={
        <a href={`/o/${page.slug}`} target="_blank" rel="noreferrer">
          {word('page.preview')}
        </a>
      }
    >
      <PageForm page={page} onSaved={() => refetch()} />
    </PageFrame>
  );
}

function PageForm({ page, onSaved }: { page: Page; onSaved: () => Promise<unknown> }) {
  const { word } = useAdministrationWords();
  const save = useSave();
  const [form] = Form.useForm<Worded>();
  const [keep, { loading }] = useMutation(PublicPageSaveDocument);
  const send = async (input: Parameters<typeof keep>[0]['variables']['input']) => {
    const answer = (await keep({ variables: { input } })).data?.publicPageSave;
    if (answer?.userErrors.length === 0) {
      await onSaved();
      form.resetFields();
    }
    return answer;
  };
  const submit = (typed: Worded) => {
    const [changes, before] = [changesOf(typed, page), changesOf(typedOf(page), page, typed)];
    if (Object.keys(changes).length === 0) return;
    void save(() => send(changes), { done: word('admin.saved'), form, undo: () => send(before) });
  };
  const restore = (field: (typeof LISTS)[number] | 'introduction') => {
    const before = { [field]: typedOf(page)[field] };
    void save(() => send({ [field]: null }), { done: word('admin.saved'), undo: () => send(before) });
  };
  const origin = (field: (typeof LISTS)[number] | 'introduction') => (
    <>
      <Tag>{word(page.own.includes(field) ? 'page.own' : 'page.sectors')}</Tag>
      {page.own.includes(field) && (
        <Button size="small" onClick={() => restore(field)}>
          {word('page.restore')}
        </Button>
      )}
    </>
  );
  return (
    <Form<Worded>
      form={form}
      name="public-page"
      className="stack"
      layout="vertical"
      requiredMark={false}
      initialValues={typedOf(page)}
      onFinish={submit}
    >
      <section className="admin-card">
        <h3>{word('page.contact')}</h3>
        <div className="admin-pair" style={{ marginTop: 12 }}>
          <Form.Item name="takesComplaints" valuePropName="checked" label={word('page.takes')}>
            <Switch />
          </Form.Item>
          <Form.Item name="showsStaffNames" valuePropName="checked" label={word('page.names')}>
            <Switch />
          </Form.Item>
          <Form.Item
            name="takesMail"
            valuePropName="checked"
            label={word('page.mail')}
            extra={
              <>
                {word('page.mail.help')}
                <code>{page.slug}@</code>
              </>
            }
          >
            <Switch />
          </Form.Item>
          <Form.Item
            name="writesLetters"
            valuePropName="checked"
            label={word('page.letters')}
            extra={word('page.letters.help')}
          >
            <Switch />
          </Form.Item>
          <Form.Item
            name="offersOpen311"
            valuePropName="checked"
            label={word('page.open311')}
            extra={
              <>
                {word('page.open311.help')}
                <code>/open311/v2/{page.slug}/</code>
              </>
            }
          >
            <Switch />
          </Form.Item>
          <Form.Item name="phone" label={word('page.phone')}>
            <Input />
          </Form.Item>
        </div>
        {TEXTS.map((field) => (
          <TextFields key={field} name={field} label={word(`page.${field}`)} />
        ))}
      </section>
      <section className="admin-card">
        <div className="admin-tools">
          <h3>{word('page.introduction')}</h3>
          {origin('introduction')}
        </div>
        <TextFields name="introduction" label={word('page.introduction')} rows={3} />
      </section>
      {LISTS.map((field) => (
        <section key={field} className="admin-card">
          <div className="admin-tools">
            <h3>{word(`page.${field}`)}</h3>
            {origin(field)}
          </div>
          <ItemFields name={field} label={word(`page.${field}`)} />
        </section>
      ))}
      <div className="admin-save">
        <Button type="primary" htmlType="submit" loading={loading}>
          {word('app.save')}
        </Button>
      </div>
    </Form>
  );
}
