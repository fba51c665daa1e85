import { Field, Int, ObjectType } from 'type-graphql';
import { ComplaintReference } from '../../graphql/references.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { MoneyType, RecordedMoneyType, Term } from '../../graphql/values.ts';

@ObjectType('RespondentSanction', { description: 'A sanction on a respondent.' })
export class RespondentSanctionType {
  @Field(() => ComplaintReference, { description: 'The complaint in which it was imposed.' })
  complaint!: ComplaintReference;

  @Field(() => Term, { description: 'Which sanction.' })
  kind!: Term;

  @Field(() => LocalDate, { description: 'The day it was imposed.' })
  imposedOn!: string;

  @Field(() => RecordedMoneyType, {
    nullable: true,
    description: 'Its sum, with rate and conversion of a foreign currency; null where it has none.',
  })
  money!: RecordedMoneyType | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it was paid to the treasury; null: not yet.' })
  paidOn!: string | null;
}

@ObjectType('RespondentCurrency', { description: 'What was imposed in one currency.' })
export class RespondentCurrencyType {
  @Field(() => MoneyType, { description: 'The sum in that currency.' })
  original!: MoneyType;

  @Field(() => MoneyType, { description: 'What it was converted to, by the rates of its days.' })
  converted!: MoneyType;

  @Field(() => String, { description: 'The sum as it is written: `HKD 1,078.00`.' })
  text!: string;
}

@ObjectType('RespondentSanctions', { description: 'What was imposed on a respondent, with running totals.' })
export class RespondentSanctionsType {
  @Field(() => Int, { description: 'How many sanctions.' })
  count!: number;

  @Field(() => MoneyType, { description: 'All sums together, converted.' })
  total!: MoneyType;

  @Field(() => MoneyType, { description: 'Of these, paid to the treasury.' })
  paid!: MoneyType;

  @Field(() => MoneyType, { description: 'Of these, not paid yet.' })
  unpaid!: MoneyType;

  @Field(() => [RespondentCurrencyType], { description: 'The sums by the currency they were imposed in.' })
  currencies!: RespondentCurrencyType[];

  @Field(() => [RespondentSanctionType], { description: 'Each of them, the latest first.' })
  items!: RespondentSanctionType[];
}
