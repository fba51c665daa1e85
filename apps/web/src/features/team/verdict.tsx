import { App, Button, Form } from 'antd';
import TextArea from 'antd/es/input/TextArea';
import { type ReactNode, useState } from 'react';
import { useTeamWords } from './words.ts';

/** What the server refused; nothing where it did what was asked. */
type Refusals = readonly { readonly message: string }[] | undefined;

interface Props {
  /** Stands in the place of the approval for whom it is not to give. */
  readonly withheld?: ReactNode;
  readonly approval: {
    readonly label: string;
    readonly done: string;
    readonly give: () => Promise<Refusals>;
  };
  readonly refusal: {
    readonly label: string;
    readonly reason: string;
    readonly send: string;
    readonly done: string;
    readonly give: (reason: string) => Promise<Refusals>;
  };
  readonly onDone: () => void;
}

/** Yes, or no with a reason, to what waits for the word of those who lead. */
export function Verdict({ withheld, approval, refusal, onDone }: Props) {
  const { word } = useTeamWords();
  const { message } = App.useApp();
  const [refusing, setRefusing] = useState(false);
  const [busy, setBusy] = useState(false);
  const carryOut = async (give: () => Promise<Refusals>, done: string): Promise<void> => {
    setBusy(true);
    try {
      const [refused] = (await give()) ?? [];
      if (refused) message.error(refused.message);
      else message.success(done);
      onDone();
    } catch (error) {
      message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  if (!refusing) {
    return (
      <div className="team-buttons">
        {withheld ?? (
          <Button type="primary" loading={busy} onClick={() => carryOut(approval.give, approval.done)}>
            {approval.label}
          </Button>
        )}
        <Button onClick={() => setRefusing(true)}>{refusal.label}</Button>
      </div>
    );
  }
  return (
    <Form<{ reason: string }>
      layout="vertical"
      onFinish={({ reason }) => carryOut(() => refusal.give(reason), refusal.done)}
    >
      <Form.Item name="reason" label={refusal.reason} rules={[{ required: true, whitespace: true }]}>
        <TextArea autoFocus rows={2} maxLength={1000} />
      </Form.Item>
      <div className="team-buttons">
        <Button htmlType="submit" type="primary" loading={busy}>
          {refusal.send}
        </Button>
        <Button onClick={() => setRefusing(false)}>{word('app.cancel')}</Button>
      </div>
    </Form>
  );
}
