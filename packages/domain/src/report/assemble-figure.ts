import { change, ratio } from '../figures/arithmetic.ts';
import type { FigureQuery } from '../figures/query.ts';
import type { FigureValue, ReportFigure, Unit } from './content.ts';
import type { FigureDeclaration } from './declaration.ts';
import type { Period } from './period.ts';
import { type BlockContext, over, totalOf } from './subject.ts';

/** A figure of the period, of the one before and of the year before, each with its cases. */
export function assembleFigure(figure: FigureDeclaration, context: BlockContext): ReportFigure {
  const { periods, sector } = context;
  const unit = unitOf(figure);
  const now = figureValue(figure, periods.now, context);
  const before = periods.before && figureValue(figure, periods.before, context);
  const yearAgo = periods.yearAgo && figureValue(figure, periods.yearAgo, context);
  const changes = unit === 'COUNT' || unit === 'MONEY';
  const against = (base: FigureValue | undefined) =>
    changes && base && now.value !== null && base.value !== null ? change(now.value, base.value) : undefined;
  const changeBefore = against(before);
  const changeYear = against(yearAgo);
  const denominator =
    figure.kind === 'per' ? sector.denominators.find(({ code }) => code === figure.denominator) : undefined;
  if (denominator && now.value === null) {
    context.problem({
      zh: `“${figure.label.zh}”缺少${denominator.label.zh}。请填写本期数值。`,
      en: `“${figure.label.en}” lacks the number of the period: ${denominator.label.en}.`,
    });
  }
  const currencies =
    figure.kind === 'amount' && figure.unit === 'money'
      ? context.source({ kind: 'currencies', query: over(figure, periods.now) })
      : [];
  return {
    ...{ code: figure.code, label: figure.label, unit, now },
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

function unitOf(figure: FigureDeclaration): Unit {
  switch (figure.kind) {
    case 'count':
    case 'openAtEnd':
      return 'COUNT';
    case 'rate':
      return 'RATE';
    case 'per':
      return 'PER';
    case 'amount':
      return figure.unit === 'money' ? 'MONEY' : 'SECONDS';
    case 'percentile':
      return 'SECONDS';
  }
}

function figureValue(figure: FigureDeclaration, period: Period, context: BlockContext): FigureValue {
  const { source, sector } = context;
  switch (figure.kind) {
    case 'count': {
      const cases = over(figure, period);
      return { value: totalOf(source, cases).count, cases };
    }
    case 'openAtEnd': {
      const cases: FigureQuery = { measure: 'OPEN', from: period.from, to: period.to };
      return { value: totalOf(source, cases).count, cases };
    }
    case 'rate': {
      const cases = over(figure.numerator, period);
      const denominatorCases = over(figure.denominator, period);
      const share = ratio(totalOf(source, cases).count, totalOf(source, denominatorCases).count);
      return { ...share, cases, denominatorCases };
    }
    case 'per': {
      const cases = over(figure, period);
      const { count } = totalOf(source, cases);
      const { code, per = 1 } = sector.denominators.find((each) => each.code === figure.denominator) ?? {};
      const { from, to } = period;
      const denominator = code === undefined ? null : source({ kind: 'denominator', code, from, to });
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
