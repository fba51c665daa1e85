import type { RecordedMoney } from '@huiyin/domain';
import { Field, Float, InputType, ObjectType } from 'type-graphql';
import { LocalDate, SafeInt } from './scalars.ts';

@ObjectType({ description: 'A coded value with what people call it.' })
export class Term {
  @Field(() => String, { description: 'Stable code, SCREAMING_SNAKE_CASE.' })
  code!: string;

  @Field(() => String, { description: "Its name in the caller's language." })
  label!: string;
}

@ObjectType({ description: 'One text in both languages.' })
export class BilingualText {
  @Field(() => String, { description: 'In Chinese.' })
  zh!: string;

  @Field(() => String, { description: 'In English.' })
  en!: string;
}

@InputType({ description: 'One text in both languages.' })
export class BilingualTextInput {
  @Field(() => String, { description: 'In Chinese.' })
  zh!: string;

  @Field(() => String, { description: 'In English.' })
  en!: string;
}

@ObjectType('Money', { description: 'An amount of money.' })
export class MoneyType {
  @Field(() => SafeInt, { description: 'Whole minor units of the currency (fen for CNY).' })
  amount!: number;

  @Field(() => String, { description: 'ISO 4217 currency code.' })
  currency!: string;
}

@InputType({ description: 'An amount of money.' })
export class MoneyInput {
  @Field(() => SafeInt, { description: 'Whole minor units of the currency (fen for CNY).' })
  amount!: number;

  @Field(() => String, { description: 'ISO 4217 currency code.' })
  currency!: string;
}

@ObjectType('RecordedMoney', {
  description:
    'A sum as it was agreed or earned, with the recorded sum it was converted to; the recorded one counts.',
})
export class RecordedMoneyType {
  @Field(() => MoneyType, { description: 'The sum in the currency it was agreed or earned in.' })
  original!: MoneyType;

  @Field(() => String, {
    nullable: true,
    description:
      'Decimal number: units of the converted currency for one unit of the original; null in one currency.',
  })
  rate!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day of the rate.' })
  rateDate!: string | null;

  @Field(() => MoneyType, { description: 'The recorded sum that figures count.' })
  converted!: MoneyType;
}

@InputType({ description: 'A sum, with its recorded conversion where it is in a foreign currency.' })
export class RecordedMoneyInput {
  @Field(() => MoneyInput, { description: 'The sum in the currency it was agreed or earned in.' })
  original!: MoneyInput;

  @Field(() => String, { nullable: true, description: 'Decimal number; required for a foreign currency.' })
  rate?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day of the rate; required for a foreign currency.',
  })
  rateDate?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'The recorded sum that counts; the original itself when absent.',
  })
  converted?: MoneyInput | null;
}

/** A sum as it is kept: in one currency it counts as itself. */
export function recordedMoney({ original, converted, rate, rateDate }: RecordedMoneyInput): RecordedMoney {
  return {
    original,
    ...(rate ? { rate } : {}),
    ...(rateDate ? { rateDate } : {}),
    converted: converted ?? original,
  };
}

@ObjectType('Place', { description: 'A place.' })
export class PlaceType {
  @Field(() => String, { nullable: true, description: 'Address as people write it.' })
  address!: string | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east, WGS-84.' })
  longitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees north, WGS-84.' })
  latitude!: number | null;
}

@InputType({ description: 'A place: an address, coordinates, or both.' })
export class PlaceInput {
  @Field(() => String, { nullable: true, description: 'Address as people write it.' })
  address?: string | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east, WGS-84; together with the latitude.' })
  longitude?: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees north, WGS-84; together with the longitude.' })
  latitude?: number | null;
}
