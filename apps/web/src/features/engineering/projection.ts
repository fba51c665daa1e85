import type { EngineeringSite } from './list.ts';

/** A place on the picture, in its units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface DrawnSite {
  readonly site: EngineeringSite;
  readonly corners: readonly Point[];
  readonly centre: Point;
  /** How far its corners lie from its centre. */
  readonly radius: number;
}

export const WIDTH = 640;
export const HEIGHT = 460;
const MARGIN = 40;
const KM_PER_DEGREE = 111.32;
/** So that one lonely cell does not fill the picture. */
const LEAST_KM = 4;

/** The cells as they lie to one another: for a city, a plane through its middle is map enough. */
export function drawSites(sites: readonly EngineeringSite[]): {
  readonly drawn: readonly DrawnSite[];
  /** Units of the picture for one kilometre. */
  readonly perKm: number;
} {
  const corners = sites.flatMap(({ boundary }) => boundary);
  const [west, east] = rangeOf(corners.map(({ longitude }) => longitude));
  const [south, north] = rangeOf(corners.map(({ latitude }) => latitude));
  const middle = { longitude: (west + east) / 2, latitude: (south + north) / 2 };
  const kmPerLongitude = KM_PER_DEGREE * Math.cos((middle.latitude * Math.PI) / 180);
  const perKm = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(LEAST_KM, (east - west) * kmPerLongitude),
    (HEIGHT - 2 * MARGIN) / Math.max(LEAST_KM, (north - south) * KM_PER_DEGREE),
  );
  const place = ({ longitude, latitude }: EngineeringSite['boundary'][number]): Point => ({
    x: WIDTH / 2 + (longitude - middle.longitude) * kmPerLongitude * perKm,
    y: HEIGHT / 2 - (latitude - middle.latitude) * KM_PER_DEGREE * perKm,
  });
  const drawn = sites.flatMap((site): DrawnSite[] => {
    const points = site.boundary.map(place);
    const [first] = points;
    if (!first) return [];
    const centre = { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
    return [{ site, corners: points, centre, radius: Math.hypot(first.x - centre.x, first.y - centre.y) }];
  });
  return { drawn, perKm };
}

/** A round length for the scale, in kilometres. */
export function scaleLength(perKm: number): number {
  return [0.5, 1, 2, 5, 10, 20, 50, 100, 200].find((km) => km * perKm >= 60) ?? 500;
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
