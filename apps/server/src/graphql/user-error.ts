import type { Refusal } from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { Field, ObjectType } from 'type-graphql';
import { RefusalCodeEnum } from './enums.ts';

@ObjectType({ description: 'Why a mutation was refused: nothing was changed.' })
export class UserError {
  @Field(() => String, {
    nullable: true,
    description:
      'Path of the input field at fault, dotted (`details.batch`); null when it is not about one field.',
  })
  field!: string | null;

  @Field(() => String, { description: "What is wrong and what to do, in the caller's language." })
  message!: string;

  @Field(() => RefusalCodeEnum, { description: 'Stable code of the reason.' })
  code!: keyof typeof RefusalCodeEnum;
}

export function userErrors(refusals: readonly Refusal[], locale: Locale): UserError[] {
  return refusals.map(({ code, field = null, message }) => ({
    code,
    field,
    message: inLocale(message, locale),
  }));
}
