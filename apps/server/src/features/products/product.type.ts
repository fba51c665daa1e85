import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.ts';
import { Node } from '../../graphql/node.ts';
import { ComplaintReference } from '../../graphql/references.ts';
import { LocalDate } from '../../graphql/scalars.ts';

@ObjectType('ProductBatch', { description: 'The complaints on one batch of a product.' })
export class ProductBatchType {
  @Field(() => String, { nullable: true, description: 'Its number; null: complaints that name no batch.' })
  batch!: string | null;

  @Field(() => Int, { description: 'Complaints on it.' })
  count!: number;

  @Field(() => LocalDate, { description: 'Day on which the first was received.' })
  firstReceivedOn!: string;

  @Field(() => LocalDate, { description: 'Day on which the latest was received.' })
  lastReceivedOn!: string;

  @Field(() => Boolean, {
    description: 'Whether there are as many of late as bring a batch before those who lead.',
  })
  alerted!: boolean;

  @Field(() => [ComplaintReference], { description: 'The complaints, the latest first; fifty at most.' })
  complaints!: readonly ComplaintReference[];
}

@ObjectType('Product', {
  implements: Node,
  description:
    'A product as complaints name it, those of the restricted track and merged ones left out; only what the caller may see is counted.',
})
export class ProductType extends Node {
  @Field(() => String, { description: 'Its name, as the latest complaint writes it.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its official number, such as an approval number; null: no complaint gives one.',
  })
  number!: string | null;

  @Field(() => [String], { description: 'Its makers, as complaints name them.' })
  makers!: readonly string[];

  @Field(() => Int, { description: 'Complaints received within a year.' })
  recentComplaints!: number;

  @Field(() => Int, { description: 'Complaints ever.' })
  complaints!: number;

  @Field(() => LocalDate, { description: 'Day on which the latest was received.' })
  lastReceivedOn!: string;

  @Field(() => Boolean, {
    description: 'Whether any of its batches has as many complaints as are brought before those who lead.',
  })
  alerted!: boolean;

  @Field(() => [ProductBatchType], {
    description: 'Its batches: those brought before those who lead first, then the most complained of.',
  })
  batches!: readonly ProductBatchType[];
}

@ObjectType({ description: 'A page of the register of products.' })
export class ProductConnection extends connectionType(ProductType, 'Product') {}

@InputType({ description: 'Narrows the register of products; everything given must hold.' })
export class ProductFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Stands in the name, the official number, a maker or a batch.',
  })
  search?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether any batch has as many complaints as are brought before those who lead.',
  })
  alerted?: boolean | null;
}
