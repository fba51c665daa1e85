import { canInOffice, localDateOf, type Outlet, outletOf } from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import type { Office, Offices } from '../../casework/office.ts';
import { attachment } from '../../files/routes.ts';
import { notFound, type Routes } from '../../http/callers.ts';
import { MEDIA_TYPES } from '../../sheets/media-types.ts';
import { writeWorkbook } from '../../sheets/write/xlsx.ts';
import type { Engineering, PlannedSite } from './engineering.ts';
import { boundaryOf } from './present-engineering.ts';

/**
 * `GET /engineering-lists/:outlet.geojson` and `.xlsx`: the sites at which complaints wait, for those who plan. Counts and
 * readings alone: nothing of any single complaint or person.
 */
export function engineeringRoutes(options: {
  readonly engineering: Engineering;
  readonly offices: Offices;
}): Routes {
  const { engineering, offices } = options;
  return (app, callers) => {
    for (const format of ['geojson', 'xlsx'] as const) {
      app.get<{ Params: { outlet: string } }>(
        `/engineering-lists/:outlet.${format}`,
        async (request, reply) => {
          const actor = await callers.actorOf(request);
          const office = await offices.of(actor);
          const outlet = outletOf(office.sector, request.params.outlet);
          if (!outlet || !canInOffice(actor, 'readComplaints')) throw notFound();
          if (format === 'geojson' && outlet.worked.kind !== 'MAP') throw notFound();
          const sites = await engineering.sites(actor, outlet);
          const locale = callers.localeOf(request);
          const day = localDateOf(new Date().toISOString());
          const name = `${inLocale(outlet.label, locale)} ${day}.${format}`;
          return reply
            .header('content-type', format === 'xlsx' ? MEDIA_TYPES.xlsx : 'application/geo+json')
            .header('content-disposition', attachment(name))
            .send(
              format === 'xlsx'
                ? workbook(sites, { outlet, office, locale })
                : JSON.stringify(featuresOf(sites, outlet)),
            );
        },
      );
    }
  };
}

/** RFC 7946: a polygon for every cell, its first corner again at its end. */
function featuresOf(sites: readonly PlannedSite[], { readings }: Outlet): object {
  const features = sites.flatMap((site, index) => {
    const corners = boundaryOf(site.site).map(({ longitude, latitude }) => [longitude, latitude]);
    if (corners.length === 0) return [];
    return {
      type: 'Feature',
      id: site.site,
      geometry: { type: 'Polygon', coordinates: [[...corners, corners[0]]] },
      properties: {
        ...{ cell: site.site, rank: index + 1, complaints: site.cases.length, people: site.people },
        ...Object.fromEntries(readings.map((key) => [key, site.worst[key] ?? null])),
        waitingSince: localDateOf(site.waitingSince),
        plannedOn: site.item?.planned_on ?? null,
      },
    };
  });
  return { type: 'FeatureCollection', features };
}

function workbook(
  sites: readonly PlannedSite[],
  options: { readonly outlet: Outlet; readonly office: Office; readonly locale: Locale },
) {
  const { outlet, office, locale } = options;
  const word = (zh: string, en: string) => inLocale({ zh, en }, locale);
  const measured = outlet.readings.flatMap((key) => {
    const field = office.sector.fields.find((each) => each.key === key);
    return field ? [{ key, header: inLocale(field.label, locale) }] : [];
  });
  return writeWorkbook({
    sheets: [
      {
        name: inLocale(outlet.label, locale),
        columns: [
          { header: word('排名', 'Rank'), kind: 'integer' },
          { header: word('地点', 'Site'), width: 22 },
          { header: word('投诉件', 'Complaints'), kind: 'integer' },
          { header: word('人数', 'People'), kind: 'integer' },
          ...measured.map(({ header }) => ({
            header: `${word('最差', 'Worst')} ${header}`,
            kind: 'decimal' as const,
          })),
          { header: word('等待自', 'Waiting since'), kind: 'date', width: 14 },
          { header: inLocale(outlet.stages.planned, locale), kind: 'date', width: 14 },
        ],
        rows: sites.map((site, index) => [
          ...[index + 1, site.site ?? word('未注明地点', 'Place not stated'), site.cases.length, site.people],
          ...measured.map(({ key }) => site.worst[key] ?? null),
          localDateOf(site.waitingSince),
          site.item?.planned_on ?? null,
        ]),
      },
    ],
  });
}
