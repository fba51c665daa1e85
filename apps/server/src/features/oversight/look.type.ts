import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { OversightScopeType } from './oversight.type.ts';

@ObjectType('OversightLook', {
  implements: Node,
  description: 'Somebody looked at figures of the organisation. Recorded once and never changed.',
})
export class OversightLookType extends Node {
  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'Who, as they were called then.' })
  name!: string;

  @Field(() => String, { description: "What they asked: the period, in the caller's language." })
  asked!: string;
}

@ObjectType({ description: 'Looks at the organisation.' })
export class OversightLookConnection extends connectionType(OversightLookType, 'OversightLook') {}

@ObjectType('OversightGrant', {
  description: 'A grant by which somebody sees, saw or will see figures of the organisation.',
})
export class OversightGrantType extends OversightScopeType {
  @Field(() => String, { description: 'Who was granted it.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether it holds now.' })
  inForce!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken back; null: it was not.' })
  revokedAt!: Date | null;
}
