import { Menu } from 'antd';
import { lazy, Suspense } from 'react';
import { Link, useLocation } from 'react-router';
import { PLACE_GROUPS, PLACES, type Place } from './places.tsx';
import { useViewer } from './viewer.tsx';
import { useAppWords } from './words.ts';

const OwnActionCount = lazy(async () => ({ default: (await import('./place-count.tsx')).OwnActionCount }));

/** The places that are of use to the viewer. */
export function PlacesMenu({ onChoose }: { onChoose?: () => void }) {
  const { word } = useAppWords();
  const { role, organization } = useViewer();
  const { pathname } = useLocation();
  const places = PLACES.filter(({ isFor }) => !isFor || isFor(role, organization.sector));
  const here = places.find(({ path }) => pathname.startsWith(path))?.path;
  const itemOf = ({ path, word: key, icon }: Place) => ({
    ...{ key: path, icon },
    label: (
      <Link to={path}>
        {word(key)}
        {path === '/actions' && (
          <Suspense>
            <OwnActionCount />
          </Suspense>
        )}
      </Link>
    ),
  });
  return (
    <nav aria-label={word('app.menu')}>
      <Menu
        mode="inline"
        selectedKeys={here ? [here] : []}
        {...(onChoose ? { onClick: onChoose } : {})}
        items={PLACE_GROUPS.flatMap((group) => {
          const children = places.filter((place) => place.group === group).map(itemOf);
          return children.length === 0
            ? []
            : [{ key: group, type: 'group' as const, label: word(`places.${group}`), children }];
        })}
      />
    </nav>
  );
}
