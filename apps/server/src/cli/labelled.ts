import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ComparedMatter, SECTORS, type Sector } from '@huiyin/domain';
import { parse } from 'csv-parse/sync';
import { compared } from '../casework/compared.ts';
import { ROOT } from '../config.ts';

/** The labelled matters of labelled/README.md: written by hand, each with the trouble that it is about. */
export interface Labelled {
  readonly sector: Sector;
  /** Matters that are easily taken for one another; a topic is measured on or tuned on as a whole. */
  readonly topic: number;
  /** The trouble; `undefined` for one that nobody else has. */
  readonly group: string | undefined;
  readonly category: string;
  readonly matter: ComparedMatter;
}

const FOLDER = join(ROOT, 'labelled');
const FIRST_DAY = Date.UTC(2026, 8, 1);
const DAY_MS = 86_400_000;

interface Line {
  readonly 题: string;
  readonly 组: string;
  readonly 天: string;
  readonly 地点: string;
  readonly 被投诉方: string;
  readonly 类别: string;
  readonly 内容: string;
}

/** @param set 'tuned' holds both the half that was tuned on and the half held out; nothing was tuned on 'blind' */
export function readLabelled(set: 'tuned' | 'blind' = 'tuned'): readonly Labelled[] {
  return SECTORS.flatMap((sector) => {
    const file = join(FOLDER, set === 'blind' ? 'blind' : '', `${sector.demoOffice.slug}.csv`);
    return parse<Line>(readFileSync(file), { columns: true, bom: true }).map((line) =>
      labelled(line, sector),
    );
  });
}

function labelled(line: Line, sector: Sector): Labelled {
  const { 题: topic, 组: group, 天: day, 地点: place, 被投诉方: party, 类别: category, 内容: content } = line;
  return {
    ...{ sector, topic: Number(topic), group: group || undefined, category },
    matter: compared(
      {
        ...{ content, category, complainantName: null, parties: [party || null] },
        receivedAt: new Date(FIRST_DAY + Number(day) * DAY_MS),
        details: detailsOf(place, sector),
      },
      sector,
    ),
  };
}

/** A place such as `翠湖花园@114.0600;22.5500`, an estate or a batch, in the first field that brings complaints together. */
function detailsOf(place: string, { clusteredBy = [], fields }: Sector): Record<string, unknown> {
  const [field] = clusteredBy;
  if (!place || field === undefined) return {};
  const [address, at] = place.split('@');
  if (fields.find(({ key }) => key === field)?.type.kind !== 'place') return { [field]: address };
  const [longitude, latitude] = at?.split(';').map(Number) ?? [];
  return { [field]: { address, ...(at ? { longitude, latitude } : {}) } };
}
