import { useMutation } from '@apollo/client/react';
import { Alert, App, Button, Form } from 'antd';
import TextArea from 'antd/es/input/TextArea';
import { useState } from 'react';
import type { Action } from './action.ts';
import { ActionCompleteDocument } from './generated/actions.ts';
import { useActionWords } from './words.ts';

/** Says that an action was done, with what shows that it works. */
export function CompleteForm(props: { action: Action; onClose: () => void; onDone: () => void }) {
  const { action, onClose, onDone } = props;
  const { word } = useActionWords();
  const { message } = App.useApp();
  const [problem, setProblem] = useState<string>();
  const [complete, { loading }] = useMutation(ActionCompleteDocument);
  const send = async ({ proof }: { proof: string }) => {
    const { key: actionId, complaint, version } = action;
    const input = { id: complaint.id, version, actionId, proof, idempotencyKey: crypto.randomUUID() };
    try {
      const { data } = await complete({ variables: { input } });
      const [refused] = data?.complaintCompleteAction.userErrors ?? [];
      setProblem(refused?.message);
      if (refused) return;
      void message.success(word('actions.sent'));
      onClose();
      onDone();
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <Form<{ proof: string }>
      layout="vertical"
      aria-label={word('actions.completeIt', { text: action.text })}
      onFinish={(typed) => void send(typed)}
    >
      <Form.Item
        name="proof"
        label={word('actions.proof')}
        extra={word('actions.proofHelp')}
        rules={[{ required: true, whitespace: true, message: word('actions.required') }]}
      >
        <TextArea autoFocus autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
      {problem && <Alert role="alert" type="error" showIcon title={problem} />}
      <div className="actions-buttons">
        <Button type="primary" htmlType="submit" loading={loading}>
          {word('actions.send')}
        </Button>
        <Button onClick={onClose}>{word('app.cancel')}</Button>
      </div>
    </Form>
  );
}
