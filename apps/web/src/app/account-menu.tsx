import { UserOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { type Appearance, useAppearance } from './appearance.tsx';
import { chooseAllOrganizations, forgetOrganization } from './organization.ts';
import { type AppWord, useAppWords } from './words.ts';

const CHOICES = {
  scheme: ['system', 'light', 'dark'],
  density: ['roomy', 'compact'],
} as const satisfies { readonly [K in keyof Appearance]: readonly Appearance[K][] };

/** Who is signed in, how they like the screens, and the way out. */
export function AccountMenu({
  name,
  title,
  changesTo,
  accountAt,
}: {
  name: string;
  /** What they are: a role, or the administrator across organisations. */
  title: string;
  changesTo?: 'office' | 'across';
  /** Where the page of their account is, where there is one. */
  accountAt?: string;
}) {
  const { word } = useAppWords();
  const appearance = useAppearance();
  const group = (part: keyof Appearance): NonNullable<MenuProps['items']>[number] => ({
    key: part,
    type: 'group',
    label: word(`app.${part}`),
    children: CHOICES[part].map((choice) => ({
      key: `${part}.${choice}`,
      label: word(`app.${part}.${choice}` as AppWord),
      onClick: () => appearance.change({ [part]: choice }),
    })),
  });
  const items: MenuProps['items'] = [
    { key: 'who', disabled: true, label: `${name} · ${title}` },
    ...(changesTo
      ? [{ key: 'change', label: word(`app.to.${changesTo}`), onClick: () => changeOver(changesTo) }]
      : []),
    { type: 'divider' },
    group('scheme'),
    group('density'),
    { type: 'divider' },
    ...(accountAt ? [{ key: 'account', label: <a href={accountAt}>{word('app.ownAccount')}</a> }] : []),
    { key: 'out', label: word('app.signOut'), onClick: () => void signOut() },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        selectedKeys: [`scheme.${appearance.scheme}`, `density.${appearance.density}`],
      }}
    >
      <Button type="text" icon={<UserOutlined aria-hidden />} aria-label={word('app.account', { name })}>
        <span className="wide-only">{name}</span>
      </Button>
    </Dropdown>
  );
}

/** Goes on as the other that somebody is: in their organisation, or across organisations. */
function changeOver(to: 'office' | 'across'): void {
  if (to === 'across') chooseAllOrganizations();
  else forgetOrganization();
  window.location.assign(to === 'across' ? '/oversight' : '/');
}

async function signOut(): Promise<void> {
  const { auth } = await import('./auth.ts');
  await auth.signOut();
  window.location.assign('/');
}
