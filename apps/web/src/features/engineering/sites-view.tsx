import type { Outlet } from '@huiyin/domain';
import { App, Button } from 'antd';
import { useState } from 'react';
import { download } from '../../app/download.ts';
import { CasesList } from './cases-list.tsx';
import { Items } from './items.tsx';
import { type EngineeringItem, type EngineeringSite, nameOfSite, type Step, stageIn } from './list.ts';
import { SiteMap } from './site-map.tsx';
import { SitesTable } from './sites-table.tsx';
import { useEngineeringWords } from './words.ts';

/** A list by sites: the ranking, with a map where they are cells, what waits at the one chosen, and what is planned. */
export function SitesView({
  sites,
  items,
  outlet,
  mayWork,
  onStep,
}: {
  sites: readonly EngineeringSite[];
  items: readonly EngineeringItem[];
  outlet: Outlet;
  mayWork: boolean;
  onStep: (step: Step) => void;
}) {
  const { word } = useEngineeringWords();
  const [picked, setPicked] = useState<string>();
  const chosen = sites.some(({ site }) => (site ?? '') === picked) ? picked : (sites[0]?.site ?? undefined);
  const site = sites.find((each) => (each.site ?? '') === chosen);
  const nowhere = sites.find((each) => each.site === null);
  const map = outlet.worked.kind === 'MAP';
  const drawable = sites.some(({ boundary }) => boundary.length > 0);
  return (
    <div className="engineering-columns">
      <div className="stack">
        {map && drawable && (
          <section className="engineering-card" aria-labelledby="engineering-map">
            <h2 id="engineering-map">{word('map.title')}</h2>
            <SiteMap sites={sites} chosen={chosen} onChoose={setPicked} />
            {nowhere && <p className="quiet">{word('map.nowhere', { count: nowhere.complaints })}</p>}
          </section>
        )}
        <section className="engineering-card" aria-labelledby="engineering-sites">
          <div className="engineering-head">
            <h2 id="engineering-sites">{word('site.title')}</h2>
            <Downloads outlet={outlet} map={map} />
          </div>
          <SitesTable sites={sites} outlet={outlet} chosen={chosen} onChoose={setPicked} />
        </section>
      </div>
      <div className="stack">
        <section className="engineering-card" aria-live="polite">
          {site ? (
            <ChosenSite site={site} outlet={outlet} mayWork={mayWork} onStep={onStep} />
          ) : (
            <p className="quiet">{word(sites.length === 0 ? 'engineering.empty' : 'site.choose')}</p>
          )}
        </section>
        <section className="engineering-card" aria-labelledby="engineering-items">
          <h2 id="engineering-items">{word('item.title')}</h2>
          <Items items={items} outlet={outlet} mayWork={mayWork} onStep={onStep} />
        </section>
      </div>
    </div>
  );
}

function ChosenSite({
  site,
  outlet,
  mayWork,
  onStep,
}: {
  site: EngineeringSite;
  outlet: Outlet;
  mayWork: boolean;
  onStep: (step: Step) => void;
}) {
  const { word, locale } = useEngineeringWords();
  const name = nameOfSite(site, outlet) ?? word('site.nowhere');
  return (
    <>
      <div className="engineering-head">
        <h2>{name}</h2>
        {mayWork && site.site !== null && !site.item && (
          <Button
            type="primary"
            onClick={() => onStep({ kind: 'plan', outlet, site: site.site ?? '', name })}
          >
            {word('step.mark', { stage: stageIn(outlet.stages.planned, locale) })}
          </Button>
        )}
      </div>
      {site.site === null && <p className="quiet">{word('site.noPlan')}</p>}
      <h3>{word('site.cases', { count: site.complaints })}</h3>
      <CasesList cases={site.cases} total={site.complaints} />
    </>
  );
}

/** For those who plan elsewhere: counts, and nothing of anybody. */
function Downloads({ outlet: { code }, map }: { outlet: Outlet; map: boolean }) {
  const { word } = useEngineeringWords();
  const { message } = App.useApp();
  const get = (format: string) =>
    void download(`/engineering-lists/${code}.${format}`).catch((error: Error) =>
      message.error(error.message),
    );
  return (
    <div className="engineering-steps">
      <Button size="small" onClick={() => get('xlsx')}>
        {word('engineering.sheet')}
      </Button>
      {map && (
        <Button size="small" onClick={() => get('geojson')}>
          {word('engineering.geojson')}
        </Button>
      )}
    </div>
  );
}
