import type { SectionDeclaration } from '../report/declaration.ts';
import { INTAKE_SECTIONS } from './report-intake-sections.ts';
import { LEARNING_SECTIONS } from './report-learning-sections.ts';
import { OUTCOME_SECTIONS } from './report-outcome-sections.ts';

/** The sections of every report in the order of domain.md 9; a sector's own stand before what is learnt from it all. */
export function reportSections(own: readonly SectionDeclaration[]): readonly SectionDeclaration[] {
  return [...INTAKE_SECTIONS, ...OUTCOME_SECTIONS, ...own, ...LEARNING_SECTIONS];
}
