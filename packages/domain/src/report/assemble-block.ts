import { actionBalance, actionEffects, overdueActions } from './assemble-actions.ts';
import { breakdown } from './assemble-breakdown.ts';
import { cross } from './assemble-cross.ts';
import { days } from './assemble-days.ts';
import { assembleFigure } from './assemble-figure.ts';
import { incidents } from './assemble-incidents.ts';
import { amountList, cases } from './assemble-lists.ts';
import { repeated } from './assemble-repeated.ts';
import { rises } from './assemble-rises.ts';
import { runningTotals, unpaidSanctions } from './assemble-sanctions.ts';
import { partRates } from './assemble-site-parts.ts';
import { siteRates } from './assemble-sites.ts';
import { balance, holidays, trend } from './assemble-time.ts';
import { training } from './assemble-training.ts';
import { visits } from './assemble-visits.ts';
import { watched } from './assemble-watched.ts';
import type { ReportBlock } from './content.ts';
import type { BlockDeclaration } from './declaration.ts';
import type { BlockContext } from './subject.ts';

/** One block with its numbers. */
export function assembleBlock(block: BlockDeclaration, context: BlockContext): ReportBlock {
  switch (block.kind) {
    case 'figures':
      return { kind: 'figures', figures: block.figures.map((figure) => assembleFigure(figure, context)) };
    case 'breakdown':
      return breakdown(block, context);
    case 'cross':
      return cross(block, context);
    case 'trend':
      return trend(block, context);
    case 'balance':
      return balance(block, context);
    case 'holidays':
      return holidays(block, context);
    case 'rises':
      return rises(block, context);
    case 'days':
      return days(block, context);
    case 'runningTotals':
      return runningTotals(block, context);
    case 'unpaidSanctions':
      return unpaidSanctions(block, context);
    case 'repeated':
      return repeated(block, context);
    case 'incidents':
      return incidents(block, context);
    case 'siteRates':
      return siteRates(block, context);
    case 'partRates':
      return partRates(block, context);
    case 'cases':
      return cases(block, context);
    case 'amountList':
      return amountList(block, context);
    case 'watched':
      return watched(block, context);
    case 'training':
      return training(block, context);
    case 'visits':
      return visits(block, context);
    case 'actionBalance':
      return actionBalance(block, context);
    case 'overdueActions':
      return overdueActions(block, context);
    case 'actionEffects':
      return actionEffects(block, context);
    case 'prose':
      return block;
  }
}
