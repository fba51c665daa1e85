import { useQuery } from '@apollo/client/react';
import { Button, Card, Tag } from 'antd';
import { MembershipsDocument } from '../../app/generated/viewer.ts';
import { chooseOrganization } from '../../app/organization.ts';
import { useAccountWords } from './words.ts';

/** The organisations in which somebody of several works, and going over to another. */
export function Organizations() {
  const { word } = useAccountWords();
  const { data } = useQuery(MembershipsDocument);
  const memberships = data?.memberships ?? [];
  if (memberships.length < 2) return null;
  const goTo = (slug: string) => {
    chooseOrganization(slug);
    window.location.assign('/');
  };
  return (
    <Card title={<h2 className="card-title">{word('organizations.title')}</h2>}>
      <ul className="account-list">
        {memberships.map(({ slug, name, current }) => (
          <li key={slug}>
            {name}
            {current ? (
              <Tag>{word('organizations.here')}</Tag>
            ) : (
              <Button
                size="small"
                aria-label={word('organizations.goTo', { name })}
                onClick={() => goTo(slug)}
              >
                {word('organizations.change')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
