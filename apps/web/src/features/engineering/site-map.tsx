import type { KeyboardEvent } from 'react';
import { type EngineeringSite, readingText } from './list.ts';
import { type DrawnSite, drawSites, HEIGHT, scaleLength, WIDTH } from './projection.ts';
import { useEngineeringWords } from './words.ts';

/** A cell smaller than this is drawn as a dot that can be seen and hit. */
const LEAST_RADIUS = 13;
const SHADES = 4;

/** The cells in which complaints wait, as they lie to one another; no map of others is asked. */
export function SiteMap({
  sites,
  chosen,
  onChoose,
}: {
  sites: readonly EngineeringSite[];
  chosen: string | undefined;
  onChoose: (site: string) => void;
}) {
  const { word } = useEngineeringWords();
  const { drawn, perKm } = drawSites(sites);
  const most = Math.max(1, ...sites.map(({ complaints }) => complaints));
  const km = scaleLength(perKm);
  return (
    <figure className="site-map">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a picture. */}
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={word('map.label')}>
        {drawn.map((each) => (
          <Cell
            key={each.site.site}
            drawn={each}
            rank={sites.indexOf(each.site) + 1}
            shade={Math.ceil((each.site.complaints / most) * SHADES)}
            chosen={each.site.site === chosen}
            onChoose={onChoose}
          />
        ))}
        <g className="site-scale" aria-hidden>
          <path d={`M16 ${HEIGHT - 18}v6h${km * perKm}v-6`} />
          <text x={16} y={HEIGHT - 24}>
            {word('map.scale', { km })}
          </text>
        </g>
      </svg>
      <figcaption className="quiet">
        <span className="site-legend">
          {word('map.few')}
          {Array.from({ length: SHADES }, (_, index) => (
            <i key={String(index)} className={`shade-${index + 1}`} />
          ))}
          {word('map.many')}
        </span>
        <span>{word('map.planned')}</span>
      </figcaption>
    </figure>
  );
}

function Cell({
  drawn: { site, corners, centre, radius },
  rank,
  shade,
  chosen,
  onChoose,
}: {
  drawn: DrawnSite;
  rank: number;
  shade: number;
  chosen: boolean;
  onChoose: (site: string) => void;
}) {
  const { word } = useEngineeringWords();
  const { complaints, people, worst, item } = site;
  const choose = () => onChoose(site.site ?? '');
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose();
  };
  const label = [word('map.cell', { rank, complaints, people }), ...worst.slice(0, 1).map(readingText)].join(
    ' · ',
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a picture.
    <g
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      aria-label={label}
      className={`site-cell shade-${shade}${item ? ' site-planned' : ''}${chosen ? ' site-chosen' : ''}`}
      onClick={choose}
      onKeyDown={onKey}
    >
      <title>{label}</title>
      {radius < LEAST_RADIUS ? (
        <circle cx={centre.x} cy={centre.y} r={LEAST_RADIUS} />
      ) : (
        <polygon points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
      )}
      <text x={centre.x} y={centre.y} aria-hidden>
        {complaints}
      </text>
    </g>
  );
}
