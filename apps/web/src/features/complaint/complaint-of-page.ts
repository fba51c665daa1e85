import type { ComplaintPageQuery } from './generated/complaint.ts';

export type ComplaintOfPage = NonNullable<ComplaintPageQuery['complaint']>;
