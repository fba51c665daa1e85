import {
  allCodes,
  type FieldDeclaration,
  type FieldType,
  findOption,
  SECTORS,
  type Sector,
} from '@huiyin/domain';
import { createUnionType, Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { domainEnum } from './enums.ts';
import {
  DateTimeRangeInput,
  DecimalRangeInput,
  IntRangeInput,
  LocalDateRangeInput,
  MoneyRangeInput,
  PlaceFilterInput,
} from './ranges.ts';
import { DateTime, LocalDate } from './scalars.ts';
import { MoneyInput, MoneyType, PlaceInput, PlaceType } from './values.ts';

/**
 * GraphQL types of every sector's details, made from the sector's declaration with TypeGraphQL's decorators called as
 * functions. A sixth sector gets its types without a line here.
 */

type Constructor = new () => object;

interface SectorTypes {
  readonly sector: Sector;
  readonly output: Constructor;
  readonly input: Constructor;
  readonly filter: Constructor;
}

/** Name of the argument and the input field under which a sector's details are given: `drugRegulation`. */
export function sectorKey(sector: Pick<Sector, 'typeName'>): string {
  return sector.typeName.charAt(0).toLowerCase() + sector.typeName.slice(1);
}

function pascal(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}

const SENSITIVE = {
  personal: 'Personal data: shown to those alone who work on the case.',
  health: 'Health data: shown to those alone who work on the case.',
} as const;

/** What a field is called and holds, in sentences. */
function describe({ label, help, type, sensitive }: FieldDeclaration): string {
  const unit = 'unit' in type && type.unit ? ` (${type.unit.en})` : '';
  return [
    `${label.zh}: ${label.en}${unit}.`,
    ...(help ? [help.en.replace(/\.?$/, '.')] : []),
    ...(sensitive ? [SENSITIVE[sensitive]] : []),
  ].join(' ');
}

type TypeThunk = () => unknown;

function outputType(type: FieldType, enumeration: object | undefined): TypeThunk {
  switch (type.kind) {
    case 'text':
      return () => String;
    case 'integer':
      return () => Int;
    case 'decimal':
      return () => Float;
    case 'boolean':
      return () => Boolean;
    case 'date':
      return () => LocalDate;
    case 'dateTime':
      return () => DateTime;
    case 'choice':
      return () => enumeration;
    case 'choices':
      return () => [enumeration];
    case 'money':
      return () => MoneyType;
    case 'place':
      return () => PlaceType;
  }
}

function inputType(type: FieldType, enumeration: object | undefined): TypeThunk {
  if (type.kind === 'money') return () => MoneyInput;
  if (type.kind === 'place') return () => PlaceInput;
  return outputType(type, enumeration);
}

/** How a list is narrowed by a field. */
function filterType(
  { type, filter, dimension }: FieldDeclaration,
  enumeration: object | undefined,
): { readonly type: TypeThunk; readonly says: string } {
  switch (type.kind) {
    case 'text':
      // What lists are often narrowed by is found by an index, as it was written.
      return { type: () => String, says: filter || dimension ? 'Exactly this.' : 'This stands in it.' };
    case 'choice':
    case 'choices':
      return { type: () => [enumeration], says: 'Any of these.' };
    case 'boolean':
      return { type: () => Boolean, says: 'Just this.' };
    case 'integer':
      return { type: () => IntRangeInput, says: 'Within this range.' };
    case 'decimal':
      return { type: () => DecimalRangeInput, says: 'Within this range.' };
    case 'date':
      return { type: () => LocalDateRangeInput, says: 'Within this range.' };
    case 'dateTime':
      return { type: () => DateTimeRangeInput, says: 'Within this range.' };
    case 'money':
      return { type: () => MoneyRangeInput, says: 'Within this range.' };
    case 'place':
      return { type: () => PlaceFilterInput, says: 'There.' };
  }
}

/** A class of the given name, as TypeGraphQL keys its metadata by class. */
function namedClass(name: string): Constructor {
  return { [name]: class {} }[name] as Constructor;
}

function field(
  target: Constructor,
  key: string,
  { type, description, nullable = true }: { type: TypeThunk; description: string; nullable?: boolean },
): void {
  Field(type as () => StringConstructor, { nullable, description })(target.prototype, key);
}

function enumOf(sector: Sector, declared: FieldDeclaration): object | undefined {
  const { type } = declared;
  if (type.kind !== 'choice' && type.kind !== 'choices') return undefined;
  const codes = allCodes(type.options);
  const { key, label } = declared;
  return domainEnum({
    // The name of one value, where a field holds several: `travellerKinds` → `TourismTravellerKind`.
    name: `${sector.typeName}${pascal(type.kind === 'choices' ? key.replace(/s$/, '') : key)}`,
    description: `${label.zh}: ${label.en}.`,
    codes,
    labels: Object.fromEntries(
      codes.map((code) => [code, findOption(type.options, code)?.node.label ?? { zh: code, en: code }]),
    ),
  });
}

function typesOf(sector: Sector): SectorTypes {
  const output = namedClass(`${sector.typeName}Details`);
  const input = namedClass(`${sector.typeName}DetailsInput`);
  const filter = namedClass(`${sector.typeName}DetailsFilter`);
  for (const declared of sector.fields) {
    const enumeration = enumOf(sector, declared);
    const description = describe(declared);
    field(output, declared.key, {
      type: outputType(declared.type, enumeration),
      description,
      nullable: declared.type.kind !== 'choices',
    });
    field(input, declared.key, { type: inputType(declared.type, enumeration), description });
    const { type, says } = filterType(declared, enumeration);
    field(filter, declared.key, { type, description: `${description} ${says}` });
  }
  ObjectType({
    description: `Details of a complaint in the sector ${sector.label.zh} (${sector.label.en}).`,
  })(output);
  InputType({ description: `Details of a complaint in the sector ${sector.label.zh} (${sector.label.en}).` })(
    input,
  );
  InputType({
    description: `Narrows a list by the details of the sector ${sector.label.en}; all must hold.`,
  })(filter);
  return { sector, output, input, filter };
}

const TYPES: ReadonlyMap<string, SectorTypes> = new Map(
  SECTORS.map((sector) => [sector.code, typesOf(sector)]),
);

/** What a complaint's sector keeps beside what every complaint has. */
export const ComplaintDetails = createUnionType({
  name: 'ComplaintDetails',
  description: "What a complaint's sector keeps beside what every complaint has: one type a sector.",
  types: () => [...TYPES.values()].map(({ output }) => output) as unknown as readonly [typeof Object],
});

@InputType({ description: "A complaint's details: exactly the one of the organisation's own sector." })
export class ComplaintDetailsInput {
  [sector: string]: Record<string, unknown> | undefined;
}

@InputType({ description: "Narrows a list by details: only the organisation's own sector can match." })
export class ComplaintDetailsFilter {
  [sector: string]: Record<string, unknown> | undefined;
}

for (const { sector, input, filter } of TYPES.values()) {
  const key = sectorKey(sector);
  const description = `For organisations of the sector ${sector.label.zh} (${sector.label.en}).`;
  field(ComplaintDetailsInput, key, { type: () => input, description });
  field(ComplaintDetailsFilter, key, { type: () => filter, description });
}

/** Stored details as an object of their sector's GraphQL type. */
export function detailsObject(sector: Sector, details: Readonly<Record<string, unknown>>): object {
  const types = TYPES.get(sector.code);
  if (!types) throw new Error(`The sector ${sector.code} has no types.`);
  const lists = sector.fields.filter(({ type }) => type.kind === 'choices').map(({ key }) => [key, []]);
  return Object.assign(new types.output(), Object.fromEntries(lists), details);
}

/** Details given for another sector than the organisation's own: the names of those sectors. */
export function foreignDetails(sector: Sector, input: object | undefined | null): string[] {
  return Object.entries(input ?? {})
    .filter(([key, value]) => value != null && key !== sectorKey(sector))
    .map(([key]) => key);
}

/** The details given for the organisation's sector, as plain stored values. */
export function detailsFromInput(
  sector: Sector,
  input: ComplaintDetailsInput | undefined | null,
): Record<string, unknown> {
  const given = input?.[sectorKey(sector)] ?? {};
  return JSON.parse(JSON.stringify(given)) as Record<string, unknown>;
}
