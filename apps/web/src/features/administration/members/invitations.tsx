import { useMutation, useQuery } from '@apollo/client/react';
import { ROLE_LABELS, type Role } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Flex, Form, Input, Select, Tag } from 'antd';
import { useState } from 'react';
import { momentText } from '../../../app/moments.ts';
import { choicesOf } from '../../../forms/options.ts';
import type { InvitationsQuery, PeopleQuery } from '../generated/people.ts';
import {
  InvitationResendDocument,
  InvitationsDocument,
  InvitationWithdrawDocument,
  MemberInviteDocument,
} from '../generated/people.ts';
import { useSave } from '../use-save.tsx';
import { useAdministrationWords } from '../words.ts';

type Invitation = InvitationsQuery['invitations'][number];
type Department = PeopleQuery['organization']['departments'][number];

interface Typed {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly departmentId?: string;
}

/** Inviting somebody, and the invitations that nobody has taken up yet. */
export function Invitations({ departments }: { departments: readonly Department[] }) {
  const { word } = useAdministrationWords();
  const [open, setOpen] = useState(false);
  const { data, refetch } = useQuery(InvitationsDocument, { fetchPolicy: 'cache-and-network' });
  const invitations = data?.invitations ?? [];
  const changed = () => void refetch();
  return (
    <>
      {open ? (
        <InviteForm departments={departments} onSent={changed} onClose={() => setOpen(false)} />
      ) : (
        <div>
          <Button type="primary" onClick={() => setOpen(true)}>
            {word('invite.title')}
          </Button>
        </div>
      )}
      {invitations.length > 0 && (
        <>
          <h3>{word('invite.open')}</h3>
          <ul className="admin-rows">
            {invitations.map((invitation) => (
              <li key={invitation.id}>
                <InvitationRow invitation={invitation} onChanged={changed} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function InviteForm({
  departments,
  onSent,
  onClose,
}: {
  departments: readonly Department[];
  onSent: () => void;
  onClose: () => void;
}) {
  const { word, locale } = useAdministrationWords();
  const save = useSave();
  const [form] = Form.useForm<Typed>();
  const [invite, { loading }] = useMutation(MemberInviteDocument);
  const send = async ({ departmentId = '', ...typed }: Typed) => {
    const input = { ...typed, departmentId: departmentId || null };
    const sent = await save(async () => (await invite({ variables: { input } })).data?.memberInvite, {
      ...{ done: word('invite.sent', { email: typed.email }), form },
    });
    if (!sent) return;
    form.resetFields();
    onSent();
  };
  const required = [{ required: true, message: word('admin.required') }];
  return (
    <Form<Typed>
      form={form}
      name="invite"
      className="admin-card"
      layout="vertical"
      requiredMark={false}
      aria-label={word('invite.title')}
      initialValues={{ role: 'HANDLER' }}
      onFinish={(typed) => void send(typed)}
    >
      <h3>{word('invite.title')}</h3>
      <p className="quiet">{word('invite.hint')}</p>
      <div className="admin-pair" style={{ marginTop: 12 }}>
        <Form.Item name="email" label={word('invite.email')} rules={required}>
          <Input type="email" autoComplete="off" autoFocus maxLength={254} />
        </Form.Item>
        <Form.Item name="name" label={word('members.name')} rules={required}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={word('members.role')}>
          <Select options={choicesOf(ROLE_LABELS, locale)} />
        </Form.Item>
        <Form.Item name="departmentId" label={word('members.department')}>
          <Select
            allowClear
            placeholder={word('members.noDepartment')}
            options={departments
              .filter(({ active }) => active)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </div>
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={loading}>
          {word('invite.send')}
        </Button>
        <Button onClick={onClose}>{word('app.cancel')}</Button>
      </Flex>
    </Form>
  );
}

function InvitationRow({ invitation, onChanged }: { invitation: Invitation; onChanged: () => void }) {
  const { word, locale } = useAdministrationWords();
  const save = useSave();
  const [resend] = useMutation(InvitationResendDocument);
  const [withdraw] = useMutation(InvitationWithdrawDocument);
  const { id, email, name, role, department, expiresAt } = invitation;
  const variables = { input: { id } };
  const again = async () => {
    await save(async () => (await resend({ variables })).data?.invitationResend, {
      done: word('invite.resent'),
    });
    onChanged();
  };
  const takeBack = async () => {
    await save(async () => (await withdraw({ variables })).data?.invitationWithdraw, {
      done: word('invite.withdrawn'),
    });
    onChanged();
  };
  return (
    <div className="admin-row">
      <span>
        {name} <span className="quiet">{email}</span>
        <br />
        <span className="quiet">
          {[inLocale(ROLE_LABELS[role], locale), department?.name].filter(Boolean).join(' · ')}
        </span>
      </span>
      {Date.parse(expiresAt) < Date.now() ? (
        <Tag>{word('invite.ended')}</Tag>
      ) : (
        <span className="quiet">{word('invite.until', { at: momentText(expiresAt, locale) })}</span>
      )}
      <Flex gap={8}>
        <Button size="small" onClick={() => void again()}>
          {word('invite.resend')}
        </Button>
        <Button size="small" onClick={() => void takeBack()}>
          {word('invite.withdraw')}
        </Button>
      </Flex>
    </div>
  );
}
