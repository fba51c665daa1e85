import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/user-error.ts';
import { ComplaintType } from './complaint.type.ts';

export type Constructor = new () => object;

/** What every input on a complaint begins with. */
export interface CommandInputBase {
  readonly id: string;
  readonly version?: number | null;
  readonly idempotencyKey?: string | null;
}

/** A class of the given name, as TypeGraphQL keys its metadata by class. */
export function namedClass(name: string): Constructor {
  return { [name]: class {} }[name] as Constructor;
}

/** A payload: the complaint as it is afterwards, or why nothing was changed. */
export interface Payload {
  readonly complaint: ComplaintType | null;
  readonly userErrors: UserError[];
}

/** The payload of a mutation: `complaintAccept` → `ComplaintAcceptPayload`. */
export function payloadType(mutation: string): Constructor {
  const payload = namedClass(`${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Payload`);
  Field(() => ComplaintType, {
    nullable: true,
    description:
      'The complaint as it stands now; after a conflict, its newer state. Null when it does not exist.',
  })(payload.prototype, 'complaint');
  Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })(
    payload.prototype,
    'userErrors',
  );
  ObjectType({ description: `What \`${mutation}\` did, or why it was refused.` })(payload);
  return payload;
}
