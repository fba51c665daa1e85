import type { Localized } from '@huiyin/shared';
import type { Sector } from '../sectors/contract.ts';
import type { Likeness } from './likeness.ts';

/** Below this, what two texts share is what all texts share. */
const ALIKE_FROM = 0.15;
const A_WEEK = 7;

/** Why two matters look like one, the strongest first: “同一小区（翠湖花园）、都提到“电梯”“停运”、3 天内”. */
export function whyAlike(likeness: Likeness, { fields }: Pick<Sector, 'fields'>): Localized {
  const { signs, place, metres, days, sharedWords } = likeness;
  const likeText = Math.max(signs.words, signs.characters);
  const label = fields.find(({ key }) => key === place?.field)?.label;
  const reasons: readonly (Localized | false | undefined)[] = [
    signs.sameComplainant === 1 && { zh: '同一投诉人', en: 'the same complainant' },
    signs.sameParty === 1 && { zh: '同一被投诉方', en: 'the same party complained about' },
    place && label && placeWords({ label, name: place.name, metres }),
    signs.sameBuilding === 1 && { zh: '同一栋楼', en: 'the same building' },
    sharedWords.length > 0 && {
      zh: `都提到${sharedWords.map((word) => `“${word}”`).join('')}`,
      en: `both say ${sharedWords.map((word) => `“${word}”`).join(', ')}`,
    },
    likeText >= ALIKE_FROM && {
      zh: `内容相近 ${likeText.toFixed(2)}`,
      en: `texts alike ${likeText.toFixed(2)}`,
    },
    signs.sameCategory === 1 && { zh: '同一类别', en: 'the same category' },
    days < A_WEEK && {
      zh: days === 0 ? '相隔不到一天' : `相隔 ${days} 天`,
      en: days === 0 ? 'less than a day apart' : `${days} ${days === 1 ? 'day' : 'days'} apart`,
    },
  ];
  const said = reasons.filter((reason) => reason !== false && reason !== undefined);
  return { zh: said.map(({ zh }) => zh).join('、'), en: said.map(({ en }) => en).join('; ') };
}

function placeWords(options: {
  readonly label: Localized;
  readonly name: string | undefined;
  readonly metres: number | undefined;
}): Localized {
  const { label, name, metres } = options;
  if (metres !== undefined && metres > 0)
    return { zh: `${label.zh}相距 ${metres} 米`, en: `${metres} m apart` };
  return {
    zh: `${label.zh}相同${name ? `（${name}）` : ''}`,
    en: `the same ${label.en.toLowerCase()}${name ? ` (${name})` : ''}`,
  };
}
