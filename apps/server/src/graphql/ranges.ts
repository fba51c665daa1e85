import { Field, Float, InputType, Int } from 'type-graphql';
import { DateTime, LocalDate } from './scalars.ts';

/** Ranges of lists' filters; both ends belong to them, and either may be left open. */

@InputType({ description: 'Whole numbers from one to another.' })
export class IntRangeInput {
  @Field(() => Int, { nullable: true, description: 'At least this.' })
  min?: number | null;

  @Field(() => Int, { nullable: true, description: 'At most this.' })
  max?: number | null;
}

@InputType({ description: 'Numbers from one to another.' })
export class DecimalRangeInput {
  @Field(() => Float, { nullable: true, description: 'At least this.' })
  min?: number | null;

  @Field(() => Float, { nullable: true, description: 'At most this.' })
  max?: number | null;
}

@InputType({ description: 'Days from one to another.' })
export class LocalDateRangeInput {
  @Field(() => LocalDate, { nullable: true, description: 'On or after this day.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'On or before this day.' })
  to?: string | null;
}

@InputType({ description: 'Instants from one to another.' })
export class DateTimeRangeInput {
  @Field(() => DateTime, { nullable: true, description: 'At or after this time.' })
  from?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'At or before this time.' })
  to?: string | null;
}

@InputType({ description: 'Sums of one currency.' })
export class MoneyRangeInput {
  @Field(() => String, { description: 'ISO 4217 currency code.' })
  currency!: string;

  @Field(() => Float, { nullable: true, description: 'At least this, in whole minor units (fen for CNY).' })
  min?: number | null;

  @Field(() => Float, { nullable: true, description: 'At most this, in whole minor units.' })
  max?: number | null;
}

@InputType({ description: 'Places: by address, or inside a rectangle of WGS-84 degrees.' })
export class PlaceFilterInput {
  @Field(() => String, { nullable: true, description: 'Stands in the address.' })
  address?: string | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east of the western side.' })
  west?: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east of the eastern side.' })
  east?: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees north of the southern side.' })
  south?: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees north of the northern side.' })
  north?: number | null;
}
