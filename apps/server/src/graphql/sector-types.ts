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

function describe({ label, help, type, sensitive }: FieldDeclaration): string {
  const unit = 'unit' in type && type.unit ? `, in ${type.unit.en}` : '';
  const notes = [
    help?.en,
    sensitive ? `Masked (${sensitive} data) for those who do not need it.` : undefined,
  ].filter(Boolean);
  return `${label.zh}: ${label.en}${unit}. ${notes.join(' ')}`.trim();
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

/** A class of the given name, as TypeGraphQL keys its metadata by class. */
function namedClass(name: string): Constructor {
  return { [name]: class {} }[name] as Constructor;
}

function field(target: Constructor, key: string, type: TypeThunk, description: string): void {
  Field(type as () => StringConstructor, { nullable: true, description })(target.prototype, key);
}

function enumOf(sector: Sector, declared: FieldDeclaration): object | undefined {
  const { type } = declared;
  if (type.kind !== 'choice' && type.kind !== 'choices') return undefined;
  const codes = allCodes(type.options);
  return domainEnum({
    name: `${sector.typeName}${pascal(declared.key)}`,
    description: describe(declared),
    codes,
    labels: Object.fromEntries(codes.map((code) => [code, findOption(type.options, code)?.node.label])),
  });
}

function typesOf(sector: Sector): SectorTypes {
  const output = namedClass(`${sector.typeName}Details`);
  const input = namedClass(`${sector.typeName}DetailsInput`);
  const filter = namedClass(`${sector.typeName}DetailsFilter`);
  for (const declared of sector.fields) {
    const enumeration = enumOf(sector, declared);
    const description = describe(declared);
    field(output, declared.key, outputType(declared.type, enumeration), description);
    field(input, declared.key, inputType(declared.type, enumeration), description);
    if (declared.filter || declared.dimension) {
      const choice = declared.type.kind === 'choice' || declared.type.kind === 'choices';
      const type = choice ? () => [enumeration] : outputType(declared.type, enumeration);
      field(filter, declared.key, type, `${description} ${choice ? 'Any of these.' : 'Exactly this.'}`);
    }
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
  field(ComplaintDetailsInput, key, () => input, `For organisations of the sector ${sector.label.en}.`);
  field(ComplaintDetailsFilter, key, () => filter, `For organisations of the sector ${sector.label.en}.`);
}

/** Stored details as an object of their sector's GraphQL type. */
export function detailsObject(sector: Sector, details: Readonly<Record<string, unknown>>): object {
  const types = TYPES.get(sector.code);
  if (!types) throw new Error(`The sector ${sector.code} has no types.`);
  return Object.assign(new types.output(), details);
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
