import { useState } from 'react';
import type { Place } from './draft.ts';
import { useSubmitWords } from './words.ts';

const METRES_A_DEGREE = 111_320;
/** Half of the side of the map, in metres. */
const REACH = 250;
const STEP = 10;
const SIZE = 280;

/** An address, one's own position, and a plain map on which the point is moved: no map service learns of it. */
export function PlaceField({
  id,
  value,
  onChange,
}: {
  id: string;
  value: Place;
  onChange: (place: Place) => void;
}) {
  const { word } = useSubmitWords();
  const [finding, setFinding] = useState<'no' | 'finding' | 'failed'>('no');
  const [centre, setCentre] = useState(pointOf(value));
  const point = pointOf(value);
  const find = () => {
    setFinding('finding');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const found = { longitude: rounded(coords.longitude), latitude: rounded(coords.latitude) };
        setFinding('no');
        setCentre(found);
        onChange({ ...value, ...found });
      },
      () => setFinding('failed'),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  };
  return (
    <div className="place">
      <input
        id={id}
        type="text"
        maxLength={300}
        autoComplete="street-address"
        placeholder={word('submit.placeAddress')}
        value={value.address ?? ''}
        onChange={({ target }) => onChange({ ...value, address: target.value })}
      />
      {'geolocation' in navigator ? (
        <button type="button" className="button" onClick={find} disabled={finding === 'finding'}>
          {word(finding === 'finding' ? 'submit.placeFinding' : 'submit.placeHere')}
        </button>
      ) : null}
      {finding === 'failed' ? (
        <p className="wrong" role="alert">
          {word('submit.placeFailed')}
        </p>
      ) : null}
      {point && centre ? (
        <>
          <PlainMap centre={centre} point={point} onMove={(moved) => onChange({ ...value, ...moved })} />
          <p className="hint" aria-live="polite">
            {word('submit.placeAt', { ...point })}{' '}
            <button
              type="button"
              className="quiet"
              onClick={() => {
                const { address } = value;
                onChange(address ? { address } : {});
              }}
            >
              {word('submit.placeClear')}
            </button>
          </p>
        </>
      ) : null}
    </div>
  );
}

interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

/** A grid with north up and a scale, around where somebody was found. */
function PlainMap({
  centre,
  point,
  onMove,
}: {
  centre: Point;
  point: Point;
  onMove: (point: Point) => void;
}) {
  const { word } = useSubmitWords();
  const eastward = METRES_A_DEGREE * Math.cos((centre.latitude * Math.PI) / 180);
  const scale = SIZE / (2 * REACH);
  const x = SIZE / 2 + (point.longitude - centre.longitude) * eastward * scale;
  const y = SIZE / 2 - (point.latitude - centre.latitude) * METRES_A_DEGREE * scale;
  const moved = (east: number, north: number): Point => ({
    longitude: rounded(point.longitude + east / eastward),
    latitude: rounded(point.latitude + north / METRES_A_DEGREE),
  });
  const keys: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-STEP, 0],
    ArrowRight: [STEP, 0],
    ArrowUp: [0, STEP],
    ArrowDown: [0, -STEP],
  };
  const lines = [50, 100, 150, 200, 250];
  return (
    <button
      type="button"
      className="map"
      aria-label={word('submit.placeMap')}
      onKeyDown={(event) => {
        const by = keys[event.key];
        if (!by) return;
        event.preventDefault();
        onMove(moved(...by));
      }}
      onClick={(event) => {
        // A key press is a click too, without a place.
        if (event.detail === 0) return;
        const box = event.currentTarget.getBoundingClientRect();
        const east = ((event.clientX - box.left) / box.width - 0.5) * 2 * REACH;
        const north = (0.5 - (event.clientY - box.top) / box.height) * 2 * REACH;
        onMove({
          longitude: rounded(centre.longitude + east / eastward),
          latitude: rounded(centre.latitude + north / METRES_A_DEGREE),
        });
      }}
    >
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
        {lines.map((radius) => (
          <circle key={radius} cx={SIZE / 2} cy={SIZE / 2} r={radius * scale} className="ring" />
        ))}
        <path d={`M${SIZE / 2} 0V${SIZE}M0 ${SIZE / 2}H${SIZE}`} className="ring" />
        <text x={SIZE / 2 + 4} y="14">
          N
        </text>
        <text x={SIZE / 2 + 100 * scale} y={SIZE / 2 - 4} textAnchor="end">
          {word('submit.placeScale', { metres: 100 })}
        </text>
        <g transform={`translate(${x} ${y})`}>
          <path d="M0 0C-9 -13 -9 -26 0 -26S9 -13 0 0Z" className="pin" />
          <circle cy="-17" r="3.5" className="hole" />
        </g>
      </svg>
    </button>
  );
}

function pointOf({ longitude, latitude }: Place): Point | undefined {
  return longitude === undefined || latitude === undefined ? undefined : { longitude, latitude };
}

/** A metre or so: more would say more than is known. */
function rounded(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}
