import { useLazyQuery } from '@apollo/client/react';
import { Form, Select } from 'antd';
import TextArea from 'antd/es/input/TextArea';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { FormEnd } from './form-end.tsx';
import {
  RespondentCandidatesDocument,
  RespondentMergeDocument,
  type RespondentPageFragment,
} from './generated/respondents.ts';
import { useRegisterCall } from './use-register-call.ts';
import { useRespondentWords } from './words.ts';

/** Quiet time after the last key before it is asked. */
const SETTLED_MS = 250;

/** Says that the entry and another are one party; the other stays. */
export function MergeForm(props: { respondent: RespondentPageFragment; onClose: () => void }) {
  const { respondent, onClose } = props;
  const { word } = useRespondentWords();
  const navigate = useNavigate();
  const { call, busy, problem } = useRegisterCall();
  const { id, name } = respondent;
  const [find, { data, loading }] = useLazyQuery(RespondentCandidatesDocument);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (text: string) => {
    clearTimeout(timer.current);
    if (text.trim()) timer.current = setTimeout(() => void find({ variables: { search: text } }), SETTLED_MS);
  };
  const merge = async (typed: { intoId: string; reason: string }) => {
    const into = await call(RespondentMergeDocument, { id, ...typed });
    if (into) void navigate(`/respondents/${into.id}`, { replace: true });
  };
  const others = data?.respondents.edges.map(({ node }) => node).filter((each) => each.id !== id) ?? [];
  return (
    <Form
      layout="vertical"
      className="respondent-form"
      aria-label={word('respondent.merge')}
      onFinish={(typed: { intoId: string; reason: string }) => void merge(typed)}
    >
      <Form.Item
        name="intoId"
        label={word('respondent.mergeInto')}
        extra={word('respondent.mergeHint', { name })}
        rules={[{ required: true, message: word('respondent.required') }]}
      >
        <Select
          autoFocus
          loading={loading}
          showSearch={{ filterOption: false, onSearch: search }}
          placeholder={word('respondent.find')}
          notFoundContent={null}
          options={others.map((each) => ({
            value: each.id,
            label: [each.name, each.kind?.label, each.complaints].filter(Boolean).join(' · '),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={word('respondent.reason')}
        rules={[{ required: true, whitespace: true, message: word('respondent.required') }]}
      >
        <TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
      <FormEnd {...{ busy, problem, onClose, label: word('respondent.merge') }} />
    </Form>
  );
}
