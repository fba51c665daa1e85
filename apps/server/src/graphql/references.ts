import { Field, ID, ObjectType } from 'type-graphql';

/** What stands elsewhere and is shown here by name; `node(id:)` gives the whole of it. */

@ObjectType('MemberReference', { description: 'A member of the organisation, as others see them.' })
export class MemberReference {
  @Field(() => ID, { description: 'Global id of the `Member`.' })
  id!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;
}

@ObjectType('DepartmentReference', { description: 'A department of the organisation.' })
export class DepartmentReference {
  @Field(() => ID, { description: 'Global id of the `Department`.' })
  id!: string;

  @Field(() => String, { description: "Name in the caller's language." })
  name!: string;
}

@ObjectType('IncidentReference', {
  description: 'An incident of the organisation: many complaints, one event.',
})
export class IncidentReference {
  @Field(() => ID, { description: 'Global id of the `Incident`.' })
  id!: string;

  @Field(() => String, { description: 'Its human number: `SJ-2026-0001`.' })
  number!: string;

  @Field(() => String, { description: 'What happened, in a few words.' })
  title!: string;
}

@ObjectType('ComplaintReference', { description: 'Another complaint of the organisation.' })
export class ComplaintReference {
  @Field(() => ID, { description: 'Global id of the `Complaint`.' })
  id!: string;

  @Field(() => String, { description: 'Its human number: `TS-2026-000123`.' })
  number!: string;
}

@ObjectType({ description: 'A key, by name.' })
export class ApiKeyReference {
  @Field(() => ID, { description: 'Global id of the key.' })
  id!: string;

  @Field(() => String, { description: 'What it is for.' })
  name!: string;
}
