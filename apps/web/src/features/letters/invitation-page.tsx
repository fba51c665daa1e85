import { useMutation, useQuery } from '@apollo/client/react';
import { ROLE_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { auth } from '../../app/auth.ts';
import { chooseOrganization } from '../../app/organization.ts';
import { Failure, Loading } from '../../app/states.tsx';
import type { InvitationOfferQuery } from './generated/letters.ts';
import { InvitationAcceptDocument, InvitationOfferDocument } from './generated/letters.ts';
import { LetterFrame } from './letter-frame.tsx';
import { useLetterWords } from './words.ts';

type Offer = NonNullable<InvitationOfferQuery['invitationOffer']>;

/** Where the letter of an invitation leads: what is offered, and taking it up. */
export function InvitationPage() {
  const { word } = useLetterWords();
  const token = window.location.hash.slice(1);
  const { data, error, refetch } = useQuery(InvitationOfferDocument, { variables: { token } });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const offer = data.invitationOffer;
  return (
    <LetterFrame
      title={
        offer ? word('invitation.title', { organization: offer.organization }) : word('invitation.ended')
      }
    >
      {offer ? <JoinForm token={token} offer={offer} /> : <p>{word('invitation.endedHint')}</p>}
    </LetterFrame>
  );
}

interface Typed {
  readonly name: string;
  readonly password: string;
}

function JoinForm({ token, offer }: { token: string; offer: Offer }) {
  const { word, locale } = useLetterWords();
  const [form] = Form.useForm<Typed>();
  const [accept] = useMutation(InvitationAcceptDocument);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { email, name, role, hasAccount } = offer;

  const join = async ({ name: called = name, password }: Typed) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { data } = await accept({ variables: { input: { token, name: called, password } } });
      const { organization, userErrors = [] } = data?.invitationAccept ?? {};
      for (const { field, message } of userErrors) {
        if (field === 'name' || field === 'password') form.setFields([{ name: field, errors: [message] }]);
        else setProblem(message);
      }
      if (!organization) return;
      chooseOrganization(organization);
      // With a second factor the sign-in page asks for it.
      await auth.signIn.email({ email, password });
      window.location.assign('/');
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  };

  const required = (label: string) => [{ required: true, message: word('field.required', { label }) }];
  const passwordLabel = word(hasAccount ? 'letter.ownPassword' : 'letter.password');
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name }}
      onFinish={(typed) => void join(typed)}
    >
      <p>{word('invitation.as', { role: inLocale(ROLE_LABELS[role], locale), email })}</p>
      {hasAccount && <p>{word('invitation.hasAccount')}</p>}
      <Form.Item name="name" label={word('letter.name')} rules={required(word('letter.name'))}>
        <Input autoComplete="name" />
      </Form.Item>
      {/* Password managers keep the password under it. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Form.Item
        name="password"
        label={passwordLabel}
        rules={required(passwordLabel)}
        {...(hasAccount ? {} : { extra: word('letter.passwordHint') })}
      >
        <Input.Password autoFocus autoComplete={hasAccount ? 'current-password' : 'new-password'} />
      </Form.Item>
      {problem && <Alert className="said" role="alert" type="error" showIcon title={problem} />}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {word('invitation.join')}
      </Button>
    </Form>
  );
}
