import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { OversightScopeType } from './oversight.type.ts';

@ObjectType('OversightLook', {
  implements: Node,
  description:
    'Somebody looked at the organisation from outside: its figures, or cases of it. Recorded once and never changed.',
})
export class OversightLookType extends Node {
  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'Who, as they were called then.' })
  name!: string;

  @Field(() => String, {
    description:
      "What they asked, in the caller's language: figures of a period, cases, or one case by its number.",
  })
  asked!: string;
}

@ObjectType({ description: 'Looks at the organisation.' })
export class OversightLookConnection extends connectionType(OversightLookType, 'OversightLook') {}

@ObjectType('OversightGrant', {
  implements: Node,
  description: 'A grant by which somebody sees, saw or will see the organisation from outside.',
})
export class OversightGrantType extends OversightScopeType implements Node {
  id!: string;

  @Field(() => String, { description: 'Who was granted it.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether it holds now.' })
  inForce!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken back; null: it was not.' })
  revokedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When that person looked here last; null: never.' })
  lastLookAt!: Date | null;

  @Field(() => Boolean, {
    description: 'Whether the organisation may take it back: it holds, and rests on its own will alone.',
  })
  revocable!: boolean;
}
