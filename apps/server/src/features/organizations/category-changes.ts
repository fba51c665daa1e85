import {
  findOption,
  LONGEST_NAME,
  type LocalDate,
  NO_SUCH_THING,
  type OptionNode,
  type OwnCategory,
  problemWithText,
  type Refusal,
  whyCategoryStays,
} from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import type { Office } from '../../casework/office.ts';

/** What of a category is to change: what is absent stays, `null` goes back to the sector's. */
export interface CategoryChange {
  readonly code: string;
  readonly label?: Localized | null | undefined;
  readonly offFrom?: LocalDate | null | undefined;
  /** Its new place among its siblings, 0 for the first. */
  readonly position?: number | null | undefined;
}

/** A category as it stood and stands, and what becomes of all that the organisation has made of its categories. */
interface ChangedCategories {
  readonly name: string;
  readonly before: object;
  readonly after: object;
  readonly own: (current: readonly OwnCategory[]) => readonly OwnCategory[];
}

const LONGEST_LABEL = 40;

/** The categories with the change, or why it cannot be. */
export function categoriesWith(
  change: CategoryChange,
  { sector, ownCategories }: Office,
): ChangedCategories | { readonly refusals: readonly Refusal[] } {
  const { code, label, offFrom, position } = change;
  const found = findOption(sector.categories, code);
  if (!found) return { refusals: [{ ...NO_SUCH_THING, field: 'code' }] };
  const siblings = found.path.at(-2)?.children ?? sector.categories;
  const refusals = [
    ...labelProblems(label, { node: found.node, siblings }),
    ...placeProblems(position, siblings),
  ];
  const stays = offFrom ? whyCategoryStays(sector, { code, on: offFrom }) : undefined;
  if (stays) refusals.push({ code: 'CONDITION_UNMET', field: 'offFrom', message: stays });
  if (refusals.length > 0) return { refusals };

  const known = ownCategories.find((each) => each.code === code) ?? { code };
  const said = {
    ...(label === undefined ? {} : { label: label ? trimmed(label) : undefined }),
    ...(offFrom === undefined ? {} : { offFrom: offFrom ?? undefined }),
  };
  const next: OwnCategory = { ...known, ...said };
  const place = siblings.indexOf(found.node);
  return {
    name: found.node.label.zh,
    before: { label: known.label, offFrom: known.offFrom, position: place + 1 },
    after: { label: next.label, offFrom: next.offFrom, position: (position ?? place) + 1 },
    own: (current) => {
      const own = current.find((each) => each.code === code) ?? { code };
      const changed = [...current.filter((each) => each.code !== code), { ...own, ...said }];
      return position == null || position === place ? changed : moved(changed, { siblings, code, position });
    },
  };
}

/** Places are kept for all siblings at once: a place says nothing without the others. */
function moved(
  own: readonly OwnCategory[],
  move: { readonly siblings: readonly OptionNode[]; readonly code: string; readonly position: number },
): OwnCategory[] {
  const order = move.siblings.map(({ code }) => code).filter((code) => code !== move.code);
  order.splice(move.position, 0, move.code);
  const others = own.filter(({ code }) => !order.includes(code));
  const placed = order.map((code, position) => ({
    ...own.find((each) => each.code === code),
    code,
    position,
  }));
  return [...others, ...placed];
}

function trimmed({ zh, en }: Localized): Localized {
  return { zh: zh.trim(), en: en.trim() };
}

function labelProblems(
  label: Localized | null | undefined,
  { node, siblings }: { readonly node: OptionNode; readonly siblings: readonly OptionNode[] },
): Refusal[] {
  if (!label) return [];
  const { zh, en } = trimmed(label);
  if (zh === '' || en === '') return [{ ...BOTH_LANGUAGES, field: 'label' }];
  const problem = problemWithText(zh, LONGEST_LABEL) ?? problemWithText(en, LONGEST_NAME);
  if (problem) return [{ code: 'INVALID', field: 'label', message: problem }];
  const same = siblings.some((each) => each !== node && (each.label.zh === zh || each.label.en === en));
  return same ? [{ ...NAMED_ALREADY, field: 'label' }] : [];
}

function placeProblems(position: number | null | undefined, siblings: readonly OptionNode[]): Refusal[] {
  if (position == null || (position >= 0 && position < siblings.length)) return [];
  const most = siblings.length - 1;
  const message = { zh: `位置应为 0 到 ${most}。`, en: `The place is from 0 to ${most}.` };
  return [{ code: 'INVALID', field: 'position', message }];
}

const BOTH_LANGUAGES: Refusal = {
  code: 'REQUIRED',
  message: { zh: '请填写中文和英文名称。', en: 'Word it in Chinese and in English.' },
};
const NAMED_ALREADY: Refusal = {
  code: 'INVALID',
  message: { zh: '同级类别中已有此名称。', en: 'Another category beside it is called so already.' },
};
