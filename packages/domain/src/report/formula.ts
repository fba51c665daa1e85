import type { Localized } from '@huiyin/shared';
import { MEASURE_WORDS } from '../figures/measure-words.ts';
import type { Dimension, Where } from '../figures/measures.ts';
import type { Counted, Derived } from '../figures/query.ts';
import type { FigureDeclaration } from './declaration.ts';
import { dimensionLabel, dimensionName } from './dimension-labels.ts';
import type { ReportSubject } from './subject.ts';

type Named = Pick<ReportSubject, 'sector' | 'names'>;

interface Narrowed {
  readonly measure: Counted;
  readonly where?: Where | undefined;
}

/** What a query counts, in words: `办结（受理决定：受理）`, `closed (decision: Accepted)`. */
export function queryWords({ measure, where = {} }: Narrowed, subject: Named): Localized {
  const { label } = MEASURE_WORDS[measure];
  const narrowings = Object.entries(where).flatMap(([key, values]) => {
    const dimension = key as Dimension;
    const name = dimensionName(dimension, subject.sector);
    const labels = (values ?? []).map((value) => dimensionLabel(dimension, value, subject));
    return labels.length === 0
      ? []
      : {
          zh: `${name.zh}：${labels.map(({ zh }) => zh).join('、')}`,
          en: `${name.en}: ${labels.map(({ en }) => en).join(' or ')}`,
        };
  });
  if (narrowings.length === 0) return label;
  return {
    zh: `${label.zh}（${narrowings.map(({ zh }) => zh).join('；')}）`,
    en: `${label.en} (${narrowings.map(({ en }) => en).join('; ')})`,
  };
}

/** On which day a measure counts, and whether a case can count more than once: what a table's numbers are. */
export function countingWords(measure: Counted): Localized {
  const { day, several } = MEASURE_WORDS[measure];
  return {
    zh: `以${day.zh}计入本期${several ? '，一件可计多次' : ''}`,
    en: `by ${day.en}${several ? '; one case can count several times' : ''}`,
  };
}

/** How a figure is computed, for its reader (domain.md 8). */
export function formulaOf(figure: FigureDeclaration, subject: Named): Localized {
  switch (figure.kind) {
    case 'count': {
      const counted = queryWords(figure, subject);
      const counting = countingWords(figure.measure);
      return { zh: `${counted.zh}，${counting.zh}`, en: `Number ${counted.en}, ${counting.en}` };
    }
    case 'rate': {
      const [part, whole] = [figure.numerator, figure.denominator].map((query) => queryWords(query, subject));
      return { zh: `${part?.zh} ÷ ${whole?.zh}`, en: `Number ${part?.en} ÷ number ${whole?.en}` };
    }
    case 'per': {
      const counted = queryWords(figure, subject);
      const { label, per } = denominatorOf(figure.denominator, subject);
      return {
        zh: `${counted.zh} ÷ ${label.zh} × ${per}`,
        en: `Number ${counted.en} ÷ ${label.en.toLowerCase()} × ${per}`,
      };
    }
    case 'amount': {
      const counted = queryWords(figure, subject);
      return {
        zh: `${counted.zh}的金额之和，外币按登记的折算金额计`,
        en: `Sum of the money of ${counted.en}; foreign currency as converted on record`,
      };
    }
    case 'percentile': {
      const counted = queryWords(figure, subject);
      const place = Math.round(figure.at * 100);
      return {
        zh: `本期各件${counted.zh}的第 ${place} 百分位（线性插值）`,
        en: `${place}th percentile of ${counted.en}, interpolated`,
      };
    }
    case 'derived': {
      const counted = queryWords(figure, subject);
      const derived = DERIVED_FROM[figure.measure];
      return { zh: `${counted.zh}：${derived.zh}`, en: `Number ${counted.en}: ${derived.en}` };
    }
    case 'openAtStart':
      return { zh: '期初之日零时尚未办结的件数', en: 'Number open when the first day began' };
    case 'openAtEnd':
      return {
        zh: '期初在办 + 收到 + 重办 + 复查 − 各种去向',
        en: 'Open at the start + received + reopened + appealed − every way out',
      };
  }
}

const DERIVED_FROM: Readonly<Record<Derived, Localized>> = {
  ENGINEERING_WAITING: {
    zh: '截至期末已列入而未完成，不论何时列入',
    en: 'joined by the last day whenever that was, and not done by then',
  },
  ACTION_OPEN: {
    zh: '截至期末已计划而未完成，不论何时计划',
    en: 'planned by the last day whenever that was, and not completed by then',
  },
  ACTION_OVERDUE: {
    zh: '截至期末已过完成期限而未完成，不论何时计划',
    en: 'past the due date on the last day and not completed, whenever planned',
  },
  ACTION_IN_TIME: {
    zh: '本期完成，且完成之日不晚于完成期限',
    en: 'completed in the period, on the due date or before',
  },
};

const OWN: Localized = {
  zh: '本单位登记的投诉件及其办理记录',
  en: "The organisation's complaints and their recorded history",
};

/** From what a figure is computed. */
export function sourceOf(figure: FigureDeclaration, subject: Named): Localized {
  if (figure.kind !== 'per') return OWN;
  const { label } = denominatorOf(figure.denominator, subject);
  return {
    zh: `${OWN.zh}；${label.zh}由本单位填报`,
    en: `${OWN.en}; ${label.en.toLowerCase()} as the organisation states them`,
  };
}

function denominatorOf(code: string, { sector }: Named): { readonly label: Localized; readonly per: number } {
  return sector.denominators.find((each) => each.code === code) ?? { label: { zh: code, en: code }, per: 1 };
}
