import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { domainEnum } from '../../graphql/enums.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { ComplaintReference } from '../../graphql/references.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';
import { Term } from '../../graphql/values.ts';
import { LeadTeamInput } from './incident-inputs.type.ts';

export const ProposalKindEnum = domainEnum({
  name: 'IncidentProposalKind',
  description: 'Why an incident is proposed.',
  codes: ['BURST', 'DECLARED'],
  labels: {
    BURST: { zh: '投诉突增', en: 'More complaints than chance brings' },
    DECLARED: { zh: '登记为群体性事件', en: 'Complaints say of themselves that they are of many' },
  },
});

@ObjectType('IncidentProposal', {
  description: 'An incident that is proposed: an officer accepts or dismisses it.',
})
export class IncidentProposalType {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => ProposalKindEnum, { description: 'Why it is proposed.' })
  kind!: keyof typeof ProposalKindEnum;

  @Field(() => String, {
    description: "The same in words with the figures behind it, in the caller's language.",
  })
  reason!: string;

  @Field(() => Term, { nullable: true, description: 'Category that its complaints have in common.' })
  category!: Term | null;

  @Field(() => String, {
    nullable: true,
    description: 'Place, party or department that they have in common.',
  })
  where!: string | null;

  @Field(() => LocalDate, { description: 'First day of the time looked at.' })
  from!: string;

  @Field(() => LocalDate, { description: 'Last day of the time looked at.' })
  to!: string;

  @Field(() => DateTime, { description: 'When it was first found.' })
  foundAt!: Date;

  @Field(() => [ComplaintReference], {
    description: 'Its complaints that are in no incident yet, as far as the caller may see them.',
  })
  complaints!: ComplaintReference[];
}

@InputType({ description: 'Accepts a proposal: the incident is opened with its complaints linked.' })
export class IncidentProposalAcceptInput {
  @Field(() => ID, { description: 'Global id of the proposal.' })
  id!: string;

  @Field(() => String, { description: 'What happened, in a few words.' })
  title!: string;

  @Field(() => LeadTeamInput, { description: 'Who leads it.' })
  team!: LeadTeamInput;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Dismisses a proposal; the same is not proposed again for the same days.' })
export class IncidentProposalDismissInput {
  @Field(() => ID, { description: 'Global id of the proposal.' })
  id!: string;

  @Field(() => String, { description: 'Why it is no incident: kept with the proposal.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'Whether a proposal was dismissed.' })
export class IncidentProposalDismissPayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the proposal that is gone.' })
  dismissedId!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}
