import { type Change, change, changeOfRate, ratio } from '../figures/arithmetic.ts';
import { type Counter, MEASURE_WORDS } from '../figures/measure-words.ts';
import type { FigureQuery } from '../figures/query.ts';
import { numberOfAllSites } from './assemble-sites.ts';
import { openBefore } from './assemble-time.ts';
import type { FigureValue, ReportFigure, Unit } from './content.ts';
import type { FigureDeclaration } from './declaration.ts';
import { formulaOf, sourceOf } from './formula.ts';
import type { Period } from './period.ts';
import { type BlockContext, derivedOver, over, totalOf } from './subject.ts';

/** A figure of the period, of the one before and of the year before, each with its cases. */
export function assembleFigure(figure: FigureDeclaration, context: BlockContext): ReportFigure {
  const { periods, sector } = context;
  const unit = unitOf(figure);
  const now = figureValue(figure, periods.now, context);
  const before = periods.before && figureValue(figure, periods.before, context);
  const yearAgo = periods.yearAgo && figureValue(figure, periods.yearAgo, context);
  const changeBefore = changeOf(now, before, unit);
  const changeYear = changeOf(now, yearAgo, unit);
  const denominator =
    figure.kind === 'per' ? sector.denominators.find(({ code }) => code === figure.denominator) : undefined;
  if (denominator && now.value === null) {
    context.problem({
      zh: `“${figure.label.zh}”缺少本期的${denominator.label.zh}，请填写。`,
      en: `“${figure.label.en}” needs a number of this period: ${denominator.label.en.toLowerCase()}.`,
    });
  }
  const currencies =
    figure.kind === 'amount' ? context.source({ kind: 'currencies', query: over(figure, periods.now) }) : [];
  return {
    ...{ code: figure.code, label: figure.label, unit, now },
    ...{ formula: formulaOf(figure, context), source: sourceOf(figure, context) },
    counter: figure.counter ?? counterOf(figure),
    ...(before ? { before } : {}),
    ...(yearAgo ? { yearAgo } : {}),
    ...(changeBefore ? { changeBefore } : {}),
    ...(changeYear ? { changeYear } : {}),
    ...(denominator ? { perUnit: denominator.unit } : {}),
    ...(currencies.some(({ currency }) => currency !== 'CNY')
      ? {
          currencies: currencies.map(({ currency, original, converted }) => ({
            currency,
            original,
            converted,
          })),
        }
      : {}),
  };
}

type Counted = Pick<FigureValue, 'value' | 'numerator' | 'denominator'>;

/** How a figure moved; none where one of the two periods has no value. */
export function changeOf(now: Counted, base: Counted | undefined, unit: Unit): Change | undefined {
  if (!base || now.value === null || base.value === null) return undefined;
  switch (unit) {
    case 'COUNT':
      return change(now.value, base.value);
    case 'MONEY':
      return change(now.value, base.value, false);
    case 'RATE':
      return changeOfRate(
        ratio(now.numerator ?? 0, now.denominator ?? 0),
        ratio(base.numerator ?? 0, base.denominator ?? 0),
      );
    case 'SECONDS':
    case 'WORKING_SECONDS':
      return change(Math.round(now.value), Math.round(base.value), false);
    case 'PER':
      return change(Math.round(now.value * 100), Math.round(base.value * 100), false);
  }
}

function counterOf(figure: FigureDeclaration): Counter {
  switch (figure.kind) {
    case 'rate':
      return MEASURE_WORDS[figure.numerator.measure].counter;
    case 'openAtStart':
    case 'openAtEnd':
      return MEASURE_WORDS.OPEN.counter;
    default:
      return MEASURE_WORDS[figure.measure].counter;
  }
}

/** What a figure is written in. */
export function unitOf(figure: FigureDeclaration): Unit {
  switch (figure.kind) {
    case 'count':
    case 'openAtStart':
    case 'openAtEnd':
    case 'derived':
      return 'COUNT';
    case 'rate':
      return 'RATE';
    case 'per':
      return 'PER';
    case 'amount':
      return 'MONEY';
    case 'percentile':
      return figure.measure === 'HANDLING_WORKING_TIME' ? 'WORKING_SECONDS' : 'SECONDS';
  }
}

function figureValue(figure: FigureDeclaration, period: Period, context: BlockContext): FigureValue {
  const { source, sector } = context;
  const counted = (cases: FigureQuery): FigureValue => ({ value: totalOf(source, cases).count, cases });
  switch (figure.kind) {
    case 'count':
      return counted(over(figure, period));
    case 'openAtStart':
      return counted(openBefore(period));
    case 'openAtEnd':
      return counted({ measure: 'OPEN', from: period.from, to: period.to });
    case 'derived':
      return counted(derivedOver(figure, period));
    case 'rate': {
      const cases = over(figure.numerator, period);
      const denominatorCases = over(figure.denominator, period);
      const share = ratio(totalOf(source, cases).count, totalOf(source, denominatorCases).count);
      return { ...share, cases, denominatorCases };
    }
    case 'per': {
      const cases = over(figure, period);
      const { count } = totalOf(source, cases);
      const { per = 1 } = sector.denominators.find((each) => each.code === figure.denominator) ?? {};
      const { from, to } = period;
      const code = figure.denominator;
      const denominator =
        source({ kind: 'denominator', code, from, to }) ?? numberOfAllSites(code, { ...context, day: to });
      return denominator
        ? { value: (count * per) / denominator, numerator: count, denominator, cases }
        : { value: null, numerator: count, cases };
    }
    case 'amount': {
      const cases = over(figure, period);
      return { value: totalOf(source, cases).amount, cases };
    }
    case 'percentile': {
      const cases = over(figure, period);
      return { value: source({ kind: 'percentile', query: cases, at: figure.at }), cases };
    }
  }
}
