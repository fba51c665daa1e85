import type { SectionDeclaration } from '../../report/declaration.ts';
import { t } from '../common.ts';

/** Disputes apart, by department, and the departments and patients that are watched (domain.md 5.4, 9). */
export const SECTIONS: readonly SectionDeclaration[] = [
  {
    code: 'disputes',
    title: t('医疗纠纷', 'Disputes'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'disputes',
            label: t('纠纷', 'Disputes'),
            kind: 'count',
            measure: 'RECEIVED',
            where: { classification: ['DISPUTE'] },
          },
          {
            code: 'turnedDispute',
            label: t('投诉转为纠纷', 'Turned dispute'),
            kind: 'count',
            measure: 'CONVERTED',
          },
          {
            code: 'disputeCompensation',
            label: t('纠纷赔偿', 'Compensation in disputes'),
            kind: 'amount',
            unit: 'money',
            measure: 'REMEDY',
            where: { classification: ['DISPUTE'], remedy: ['COMPENSATION'] },
          },
          {
            code: 'perVisits',
            label: t('每万人次投诉', 'Per 10,000 visits'),
            kind: 'per',
            measure: 'RECEIVED',
            denominator: 'VISITS',
          },
        ],
      },
      {
        kind: 'cross',
        title: t('科室类别与投诉、纠纷', 'Departments by complaints and disputes'),
        measure: 'RECEIVED',
        rows: 'respondentType',
        columns: 'classification',
      },
      {
        kind: 'breakdown',
        title: t('解决途径', 'Routes'),
        measure: 'RECEIVED',
        where: { classification: ['DISPUTE'] },
        dimension: 'details.route',
        chart: 'pie',
      },
      {
        kind: 'breakdown',
        title: t('损害程度', 'Harm'),
        measure: 'RECEIVED',
        where: { classification: ['DISPUTE'] },
        dimension: 'details.harm',
        chart: 'bar',
      },
    ],
  },
  {
    code: 'watched',
    title: t('重点科室与重点患者', 'Watched departments and patients'),
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'watchedDepartments',
            label: t('外科与急诊', 'Surgery and emergency'),
            kind: 'count',
            measure: 'RECEIVED',
            where: { respondentType: ['SURGICAL', 'EMERGENCY'] },
          },
          {
            code: 'criticalPatients',
            label: t('危重患者', 'Critical patients'),
            kind: 'count',
            measure: 'RECEIVED',
            where: { 'details.patientCondition': ['CRITICAL'] },
          },
        ],
      },
      {
        kind: 'breakdown',
        title: t('违反的核心制度', 'Core institutions breached'),
        measure: 'RECEIVED',
        dimension: 'details.coreInstitution',
        chart: 'bar',
      },
      {
        kind: 'breakdown',
        title: t('环节', 'Stages'),
        measure: 'RECEIVED',
        dimension: 'details.stage',
        chart: 'bar',
      },
    ],
  },
];
