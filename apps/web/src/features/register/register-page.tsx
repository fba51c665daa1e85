import { useMutation } from '@apollo/client/react';
import { DISCLOSURE_LABELS } from '@huiyin/domain';
import { Alert, App, Button, Flex, Form, Radio } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { momentText } from '../../app/moments.ts';
import { useSector } from '../../app/sector.ts';
import { useDraft } from '../../forms/draft.ts';
import { GuidanceCards } from '../../forms/guidance-cards.tsx';
import { choicesOf } from '../../forms/options.ts';
import { Caller, type Known } from './caller.tsx';
import { RegisterDocument } from './generated/register.ts';
import { Hints } from './hints.tsx';
import { MatterFields, RarelyChanged } from './matter-fields.tsx';
import './register.css';
import { SettlementFields } from './settlement-fields.tsx';
import { suggestedBy } from './suggested.tsx';
import { useCountSuggestion, useSuggestions } from './suggestions.ts';
import { formPath, inputOf, type Typed } from './typed.ts';
import { useRegisterWords } from './words.ts';

const FIRST: Partial<Typed> = { kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED' };

interface Registered {
  readonly id: string;
  readonly number: string;
}

/** Takes down a call from top to bottom, without the mouse; settled on the spot, or the next one at once. */
export function RegisterPage() {
  const { word, locale } = useRegisterWords();
  const sector = useSector();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Typed>();
  const draft = useDraft('register');
  const [register, { loading }] = useMutation(RegisterDocument);
  const [caller, setCaller] = useState<Known>();
  const [into, setInto] = useState<string>();
  const [done, setDone] = useState<readonly Registered[]>([]);
  const [problem, setProblem] = useState<string>();
  const [round, setRound] = useState(0);
  const goesOn = useRef(false);
  const disclosure = Form.useWatch('disclosure', form);
  const category = Form.useWatch('category', form);
  const suggestions = useSuggestions(form);
  const countSuggestion = useCountSuggestion();

  const begin = () => {
    draft.clear();
    form.resetFields();
    form.setFieldsValue(FIRST);
    setCaller(undefined);
    setInto(undefined);
    setProblem(undefined);
    // Drawn anew, the first field takes the focus.
    setRound((before) => before + 1);
  };
  const submit = async (typed: Typed) => {
    setProblem(undefined);
    try {
      const input = inputOf(typed, { sector, key: draft.key() });
      const { data } = await register({ variables: { input } });
      const { complaint, userErrors = [] } = data?.complaintRegister ?? {};
      if (complaint) {
        void message.success(word('register.done', { number: complaint.number }));
        countSuggestion(suggestions, typed.category);
        setDone((before) => [complaint, ...before]);
        begin();
        const action = into ? `#do=MERGE&into=${into}` : '';
        if (!goesOn.current || into) void navigate(`/complaints/${complaint.id}${action}`);
        return;
      }
      form.setFields(
        userErrors.map(({ field, message: text }) => ({ name: formPath(field) as never, errors: [text] })),
      );
      setProblem(userErrors.map(({ message: text }) => text).join('\n'));
      form.scrollToField(formPath(userErrors[0]?.field), { focus: true });
    } catch (error) {
      setProblem(`${(error as Error).message} ${word('register.kept')}`);
    }
  };
  const send = (next: boolean) => {
    goesOn.current = next;
    form.submit();
  };
  const onKey = (event: KeyboardEvent) => {
    const category = suggestedBy(event, { suggestions, chosen: form.getFieldValue('category') });
    if (category) {
      event.preventDefault();
      form.setFieldsValue({ category });
      return;
    }
    if (event.key !== 'Enter' || loading) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      send(event.shiftKey);
    } else if (event.altKey) {
      event.preventDefault();
      // Straight to what is answered, whose field takes the focus: the details of a sector lie in between.
      form.setFieldsValue({ settles: true });
    }
  };

  return (
    <Form<Typed>
      key={round}
      form={form}
      // Its fields have ids of their own: the page itself is called “content”.
      name="register"
      layout="vertical"
      initialValues={{ ...FIRST, ...(round === 0 ? draft.found?.typed : {}) }}
      onValuesChange={(_, all) => draft.keep({ ...all })}
      onFinish={(typed) => void submit(typed)}
      onKeyDown={onKey}
      scrollToFirstError={{ focus: true }}
      className="register"
    >
      <div className="register-main">
        <h1 className="page-title">{word('register.title')}</h1>
        {draft.found && (
          <Flex gap={8} align="center" wrap>
            <span className="quiet">
              {word('register.draft', { at: momentText(draft.found.at, locale) })}
            </span>
            <Button size="small" onClick={begin}>
              {word('register.discard')}
            </Button>
          </Flex>
        )}
        <div className="register-grid">
          {disclosure !== 'ANONYMOUS' && <Caller onKnown={setCaller} />}
          <Form.Item name="disclosure" label={word('field.disclosure')} className="register-wide">
            <Radio.Group options={choicesOf(DISCLOSURE_LABELS, locale)} />
          </Form.Item>
          <MatterFields suggestions={suggestions} />
          <RarelyChanged />
          <SettlementFields />
        </div>
        <Flex gap={8} wrap align="center" className="register-end">
          {problem && (
            <Alert
              role="alert"
              type="error"
              showIcon
              className="register-problem"
              title={<span className="said">{problem}</span>}
            />
          )}
          <Button type="primary" loading={loading} title="Ctrl+Enter" onClick={() => send(false)}>
            {word('register.submit')}
          </Button>
          <Button loading={loading} title="Ctrl+Shift+Enter" onClick={() => send(true)}>
            {word('register.next')}
          </Button>
          <span className="quiet wide-only">{word('register.keys')}</span>
        </Flex>
        {done.length > 0 && (
          <p>
            <span className="quiet">{word('register.today', { count: done.length })}</span>{' '}
            {done.slice(0, 5).map(({ id, number }) => (
              <Link key={id} to={`/complaints/${id}`} className="register-link">
                {number}
              </Link>
            ))}
          </p>
        )}
      </div>
      <div className="register-side">
        <Hints caller={caller} into={into} onMerge={setInto} suggestions={suggestions} />
        <GuidanceCards status="REGISTERED" category={category} heading="h2" className="register-card" />
      </div>
    </Form>
  );
}
