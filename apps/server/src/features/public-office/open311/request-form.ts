import type { FieldDeclaration, FieldType, Refusal } from '@huiyin/domain';
import { classificationOf, publicFields } from '../public-form.ts';
import type { PublicOffice } from '../public-offices.ts';

/** What a request of GeoReport v2 says, as the matter that a complaint is registered with. */

/** Attributes are sent as `attribute[key]=…`, lists as `attribute[key][]=…`. */
const ATTRIBUTE = /^attribute\[([^\]]+)\](\[\])?$/;

type Read =
  | { readonly ok: true; readonly request: RequestForm }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export interface RequestForm {
  readonly category: string;
  readonly classification?: string;
  readonly content: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Absent: nobody who can be reached has said who they are. */
  readonly complainant?: { readonly name: string; readonly phone?: string; readonly email?: string };
}

/** Reads a form. What its values have to be is judged where every complaint's are. */
export function readRequest(form: URLSearchParams, { office }: PublicOffice): Read {
  const said = (key: string): string => form.get(key)?.trim() ?? '';
  const { sector } = office;
  const category = said('service_code');
  if (!category) return { ok: false, refusals: [required('service_code')] };
  if (!said('description')) return { ok: false, refusals: [required('description')] };
  const fields = new Map(publicFields(sector).map((field) => [field.key, field]));
  const details: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const key = ATTRIBUTE.exec(name)?.[1];
    if (key === undefined) continue;
    const field = fields.get(key);
    if (!field) return { ok: false, refusals: [unknown(name)] };
    const texts = form.getAll(name).flatMap((text) => text.trim() || []);
    if (texts.length > 0) details[key] = readValue(field.type, texts);
  }
  const place = placeOf(form, said);
  const placeField = place && placeFieldOf(fields);
  if (placeField) details[placeField.key] = place;
  const classification = classificationOf(sector, category);
  const complainant = complainantOf(said);
  return {
    ok: true,
    request: {
      ...{ category, details },
      content: [
        said('description'),
        // Where the sector has no field for it, the place is part of what is told.
        ...(place && !placeField ? [wordsOf(place)] : []),
        // Never fetched from here: an address of somebody else's choosing. Whoever handles it may look.
        ...(said('media_url') ? [`附图 media: ${said('media_url')}`] : []),
      ].join('\n'),
      ...(classification ? { classification } : {}),
      ...(complainant ? { complainant } : {}),
    },
  };
}

interface Place {
  readonly address?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

function placeOf(form: URLSearchParams, said: (key: string) => string): Place | undefined {
  const address = said('address_string');
  const point = form.has('lat') || form.has('long');
  if (!address && !point) return undefined;
  return {
    ...(address ? { address } : {}),
    ...(point ? { latitude: numberOf(said('lat')), longitude: numberOf(said('long')) } : {}),
  };
}

function placeFieldOf(fields: ReadonlyMap<string, FieldDeclaration>): FieldDeclaration | undefined {
  return [...fields.values()].find(({ type }) => type.kind === 'place');
}

function wordsOf({ address, latitude, longitude }: Place): string {
  const point = latitude === undefined ? '' : `${latitude}, ${longitude} (WGS-84)`;
  return `地点 place: ${[address, point].filter(Boolean).join(' · ')}`;
}

/** Somebody with a name and a way to reach them; without either, the complaint is nobody's. */
function complainantOf(said: (key: string) => string): RequestForm['complainant'] {
  const [first, last, phone, email] = ['first_name', 'last_name', 'phone', 'email'].map(said);
  if (!(first || last) || !(phone || email)) return undefined;
  // Chinese names have the family's first and no space.
  const latin = /^[\p{Script=Latin}\s'.-]*$/u.test(`${first}${last}`);
  const name = latin ? [first, last].filter(Boolean).join(' ') : `${last}${first}`;
  return { name, ...(phone ? { phone } : {}), ...(email ? { email } : {}) };
}

/** A number as it is written; what is none stays none, and is refused with the field's own words. */
const numberOf = (text: string): number => (text === '' ? Number.NaN : Number(text));

function readValue(type: FieldType, texts: readonly string[]): unknown {
  const [text = ''] = texts;
  switch (type.kind) {
    case 'integer':
    case 'decimal':
      return numberOf(text);
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'choices':
      return texts;
    case 'date':
      // A time is sent for what is a day: the day that it names.
      return text.slice(0, 10);
    default:
      return text;
  }
}

const required = (field: string): Refusal => ({
  ...{ code: 'REQUIRED', field },
  message: { zh: `缺少 ${field}。`, en: `${field} is missing.` },
});
const unknown = (field: string): Refusal => ({
  ...{ code: 'INVALID', field },
  message: { zh: `没有这个属性：${field}。`, en: `There is no such attribute: ${field}.` },
});
