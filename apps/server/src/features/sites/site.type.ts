import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { Node } from '../../graphql/node.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';
import { VERSION } from '../../graphql/version.ts';

@ObjectType('SiteNumber', { description: 'A number of a site, from a day on.' })
export class SiteNumberType {
  @Field(() => String, { description: "Code of the sector's denominator: HOUSEHOLDS, AREA." })
  code!: string;

  @Field(() => Float, { description: 'More than 0; households, square metres.' })
  value!: number;

  @Field(() => LocalDate, { description: 'First day on which it holds, until a later one does.' })
  holdsFrom!: string;
}

@ObjectType('SiteReference', { description: 'A site, by its id and name.' })
export class SiteReference {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;
}

@ObjectType('Site', {
  description: 'A site that the organisation looks after: an estate, a building, a unit.',
  implements: Node,
})
export class SiteType extends Node {
  @Field(() => Int, {
    description: 'Number of changes so far: give it with a mutation to be told of another one.',
  })
  version!: number;

  @Field(() => SiteReference, { nullable: true, description: 'What it is a part of; null: outermost.' })
  parent!: SiteReference | null;

  @Field(() => String, { description: "Code of its level, of the sector's tree: ESTATE, BUILDING, UNIT." })
  level!: string;

  @Field(() => String, { description: 'What it is called now.' })
  name!: string;

  @Field(() => [String], { description: 'What it was called before; complaints of that time say so.' })
  formerNames!: string[];

  @Field(() => [SiteNumberType], { description: 'Its own numbers, by code and day.' })
  numbers!: SiteNumberType[];
}

@InputType({ description: 'A number of a site.' })
export class SiteNumberInput {
  @Field(() => String, { description: "Code of the sector's denominator: HOUSEHOLDS, AREA." })
  code!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'More than 0; null takes back what was said of that day.',
  })
  value?: number | null;
}

@InputType({ description: 'Adds a site, or changes one.' })
export class SiteSaveInput {
  @Field(() => ID, { nullable: true, description: 'The site to change; absent: a new one.' })
  id?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of which a new site is a part; absent: it is outermost.' })
  parentId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Up to 50 characters, unlike its siblings; absent: it stays.',
  })
  name?: string | null;

  @Field(() => [SiteNumberInput], { nullable: true, description: 'Numbers that change.' })
  numbers?: SiteNumberInput[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'From which day on they hold; absent: today.' })
  holdsFrom?: string | null;

  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Takes away a site that no complaint names and that has no parts.' })
export class SiteRemoveInput {
  @Field(() => ID, { description: 'The site.' })
  id!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Takes in a spreadsheet with a column a level and a column a number.' })
export class SitesImportInput {
  @Field(() => String, { description: 'Hash of a file uploaded with `POST /files`.' })
  file!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'From which day on its numbers hold; absent: today.',
  })
  holdsFrom?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The site as it is now, or why nothing was changed.' })
export class SiteSavePayload {
  @Field(() => SiteType, { nullable: true, description: 'The site.' })
  site!: SiteType | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'That it is gone, or why it stays.' })
export class SiteRemovePayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the site that is gone.' })
  removedId!: string | null;

  @Field(() => [UserError], { description: 'Why it stays; empty when it is gone.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What was taken in, or why nothing was.' })
export class SitesImportPayload {
  @Field(() => Int, { nullable: true, description: 'Sites that are new.' })
  added!: number | null;

  @Field(() => Int, { nullable: true, description: 'Numbers that were set.' })
  numbersSet!: number | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}
