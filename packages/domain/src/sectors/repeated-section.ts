import type { Where } from '../figures/measures.ts';
import type { SectionDeclaration } from '../report/declaration.ts';
import { t } from './common.ts';

/** The repeat offenders of a regulator's register, in its report. */
export function repeatedSection(where?: Where): SectionDeclaration {
  return {
    code: 'repeated',
    title: t('重复被投诉单位', 'Repeat offenders'),
    blocks: [
      {
        ...{ kind: 'repeated', code: 'repeatedRespondents' },
        title: t('重复被投诉单位', 'Repeat offenders'),
        ...(where ? { where } : {}),
      },
    ],
    text: [
      [
        {
          zh: '截至期末，重复被投诉单位见下表，最多的是{repeatedRespondents.first}。',
          en: 'The table lists the repeat offenders at the end of the period; most complained about: {repeatedRespondents.first}.',
          when: ['repeatedRespondents'],
        },
        {
          zh: '截至期末没有重复被投诉单位。',
          en: 'At the end of the period nobody was a repeat offender.',
          unless: ['repeatedRespondents'],
        },
      ],
    ],
  };
}
