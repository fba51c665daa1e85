import type { ComplaintState } from '../complaint/state.ts';
import type { Sector } from '../sectors/contract.ts';
import type { Instant } from '../time.ts';

/** A complaint, or a matter that is being written down, as far as it is compared with others. */
export interface ComparedMatter {
  /** What was said. */
  readonly text: string;
  /** Its words, taken apart. */
  readonly words: readonly string[];
  readonly receivedAt: Instant;
  readonly category?: string | undefined;
  /** Only where the reader may know who complains. */
  readonly complainantId?: string | undefined;
  /** Whom it is about: a name, a department. */
  readonly parties: readonly string[];
  /** Where or what it is about. */
  readonly places: readonly ComparedPlace[];
}

/** Something by which the sector brings complaints together: an estate, a batch, a place on the map. */
export interface ComparedPlace {
  /** Key of the sector's field. */
  readonly field: string;
  /** As it was written; an address as far as the number of the house. */
  readonly name?: string;
  /** WGS-84 degrees. */
  readonly point?: { readonly longitude: number; readonly latitude: number };
}

/** What comes before the number of a house or a block: the estate, the street, the attraction. */
const BEFORE_NUMBER = /^[^\d#号]{2,}/u;

/** Of a complaint, what its sector brings complaints together by; nothing that identifies somebody. */
export function placesOf(
  details: ComplaintState['details'],
  { clusteredBy = [], fields }: Pick<Sector, 'clusteredBy' | 'fields'>,
): readonly ComparedPlace[] {
  const open = clusteredBy.filter((key) => fields.some((field) => field.key === key && !field.sensitive));
  return open.flatMap((field): ComparedPlace[] => {
    const value = details[field];
    if (typeof value === 'string') return value.trim() ? [{ field, name: value.trim() }] : [];
    if (typeof value !== 'object' || value === null) return [];
    const { address, longitude, latitude } = value as {
      address?: string;
      longitude?: number;
      latitude?: number;
    };
    const written = address?.trim() ?? '';
    const name = BEFORE_NUMBER.exec(written)?.[0] ?? written;
    const point = longitude === undefined || latitude === undefined ? {} : { point: { longitude, latitude } };
    return name || point.point ? [{ field, ...(name ? { name } : {}), ...point }] : [];
  });
}
