import { useApolloClient } from '@apollo/client/react';
import { App, Button, Collapse, Flex, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useWords } from '../../i18n/i18n.ts';
import { ActionForm } from './action-form.tsx';
import { type ActionPayload, carryOut } from './carry-out.ts';
import type { ComplaintOfPage } from './complaint.query.ts';
import { CorrectForm } from './correct-form.tsx';

type Action = ComplaintOfPage['allowedActions'][number];

/** Splitting registers a further complaint, for which a plain form of one command is not enough. */
const NEEDS_MORE: ReadonlySet<string> = new Set(['REGISTER', 'SPLIT']);
/** What offices do all day stands first; the rest keeps the order of the life of a complaint. */
const FREQUENT: readonly string[] = [
  'ACCEPT',
  'PROMISE',
  'ANSWER',
  'CONCLUDE',
  'FOLLOW_UP',
  'CLOSE',
  'ASSIGN',
  'NOTE',
];

function rank({ action }: Action): number {
  const place = FREQUENT.indexOf(action);
  return place === -1 ? FREQUENT.length : place;
}

/** What can be done now as buttons, and what cannot be done with the reason for each. */
export function Actions({ complaint, onChange }: { complaint: ComplaintOfPage; onChange: () => void }) {
  const { word } = useWords();
  const client = useApolloClient();
  const { message, modal } = App.useApp();
  const [open, setOpen] = useState<Action>();
  const offered = complaint.allowedActions.filter(({ action }) => !NEEDS_MORE.has(action));
  const possible = offered.filter(({ allowed }) => allowed).sort((a, b) => rank(a) - rank(b));
  const impossible = offered.filter(({ allowed }) => !allowed);

  /** Carries an action out; the refusals, where there are any. */
  const submit = async (action: Action, input: Readonly<Record<string, unknown>>): Promise<ActionPayload> => {
    const { id, version } = complaint;
    const payload = await carryOut(client, action.action, { id, version, ...input });
    if (payload.userErrors.some(({ code }) => code === 'CONFLICT')) {
      void message.warning(word('complaint.conflict'));
      onChange();
    }
    if (payload.userErrors.length === 0) {
      setOpen(undefined);
      void message.success(word('complaint.done', { action: action.label }));
      if (action.action === 'REVEAL') {
        const { name, phone } = payload.complaint?.complainant ?? {};
        modal.info({ title: word('complaint.revealed'), content: [name, phone].filter(Boolean).join(' · ') });
      }
      onChange();
    }
    return payload;
  };

  return (
    <div className="stack">
      <Flex wrap gap={8}>
        {possible.map((action, index) => (
          <Button
            key={action.action}
            type={index === 0 ? 'primary' : 'default'}
            onClick={() => setOpen(action)}
          >
            {action.label}
          </Button>
        ))}
      </Flex>
      {impossible.length > 0 && (
        <Collapse
          ghost
          size="small"
          items={[
            {
              key: 'impossible',
              label: word('complaint.notNow'),
              children: impossible.map(({ action, label, reason }) => (
                <div key={action}>
                  {label} <Typography.Text type="secondary">{reason}</Typography.Text>
                </div>
              )),
            },
          ]}
        />
      )}
      <Modal
        open={open !== undefined}
        title={open?.label}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(undefined)}
      >
        {open?.action === 'CORRECT' && (
          <CorrectForm complaint={complaint} onSubmit={(input) => submit(open, input)} />
        )}
        {open && open.action !== 'CORRECT' && (
          <ActionForm action={open.action} complaint={complaint} onSubmit={(input) => submit(open, input)} />
        )}
      </Modal>
    </div>
  );
}
