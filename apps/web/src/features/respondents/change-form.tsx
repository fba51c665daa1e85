import { inLocale } from '@huiyin/shared';
import { Form, Input, Select } from 'antd';
import { useSector } from '../../app/sector.ts';
import { FormEnd } from './form-end.tsx';
import { RespondentChangeDocument, type RespondentPageFragment } from './generated/respondents.ts';
import { useRegisterCall } from './use-register-call.ts';
import { useRespondentWords } from './words.ts';

interface Typed {
  readonly name: string;
  readonly kind?: string;
  readonly licence?: string;
  readonly creditCode?: string;
}

/** Corrects an entry; it keeps the name that it had. */
export function ChangeForm(props: { respondent: RespondentPageFragment; onClose: () => void }) {
  const { respondent, onClose } = props;
  const { word, locale } = useRespondentWords();
  const { respondentTypes } = useSector();
  const { call, busy, problem } = useRegisterCall();
  const { id, name, kind, licence, creditCode } = respondent;
  const change = async (typed: Typed) => {
    if (await call(RespondentChangeDocument, { id, ...typed })) onClose();
  };
  return (
    <Form<Typed>
      layout="vertical"
      className="respondent-form"
      aria-label={word('respondent.change')}
      initialValues={{ name, kind: kind?.code, licence, creditCode }}
      onFinish={(typed) => void change(typed)}
    >
      <Form.Item
        name="name"
        label={word('respondents.name')}
        extra={word('respondent.nameHint')}
        rules={[{ required: true, whitespace: true, message: word('respondent.required') }]}
      >
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Form.Item name="kind" label={word('respondents.kind')}>
        <Select
          allowClear
          options={respondentTypes.map(({ code, label }) => ({
            value: code,
            label: inLocale(label, locale),
          }))}
        />
      </Form.Item>
      <Form.Item name="licence" label={word('respondent.licence')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="creditCode" label={word('respondent.creditCode')}>
        <Input maxLength={18} />
      </Form.Item>
      <FormEnd {...{ busy, problem, onClose, label: word('respondent.save') }} />
    </Form>
  );
}
