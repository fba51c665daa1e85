import { SECTORS } from '@huiyin/domain';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../graphql/actor-context.ts';
import { presentSector } from '../../graphql/present-sector.ts';
import { SectorType } from '../../graphql/sector.type.ts';

/** What every sector declares: public, for it holds nothing of any organisation. */
@Resolver()
export class SectorResolver {
  @Query(() => [SectorType], {
    description: 'The sectors with their fields, codes and limits; needs no key.',
  })
  sectors(@Ctx() context: RequestContext): SectorType[] {
    return SECTORS.map((sector) => presentSector(sector, context.request.locale));
  }

  @Query(() => SectorType, {
    nullable: true,
    description: 'One sector by its code; null when there is none.',
  })
  sector(
    @Arg('code', () => String, { description: 'Code of the sector.' }) code: string,
    @Ctx() context: RequestContext,
  ): SectorType | null {
    const sector = SECTORS.find((declared) => declared.code === code);
    return sector ? presentSector(sector, context.request.locale) : null;
  }
}
