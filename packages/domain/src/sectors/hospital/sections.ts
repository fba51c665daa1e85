import type { SectionDeclaration } from '../../report/declaration.ts';
import { t } from '../common.ts';

const DISPUTE = { classification: ['DISPUTE'] };

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
            label: t('医疗纠纷', 'Disputes'),
            kind: 'count',
            measure: 'RECEIVED',
            where: DISPUTE,
          },
          {
            code: 'complaintsOnly',
            label: t('投诉（不含纠纷）', 'Complaints, disputes apart'),
            kind: 'count',
            measure: 'RECEIVED',
            where: { classification: ['COMPLAINT', 'NONE'] },
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
            measure: 'REMEDY',
            where: { ...DISPUTE, remedy: ['COMPENSATION'] },
          },
          {
            code: 'perVisits',
            label: t('每万人次投诉与纠纷', 'Per 10,000 visits'),
            kind: 'per',
            measure: 'RECEIVED',
            denominator: 'VISITS',
          },
        ],
      },
      {
        kind: 'cross',
        code: 'departmentsByBox',
        title: t('科室类别与投诉、纠纷', 'Departments by complaints and disputes'),
        measure: 'RECEIVED',
        rows: 'respondentType',
        columns: 'classification',
      },
      {
        kind: 'breakdown',
        code: 'routes',
        title: t('解决途径', 'Routes'),
        measure: 'RECEIVED',
        where: DISPUTE,
        dimension: 'details.route',
        chart: 'pie',
      },
      {
        kind: 'breakdown',
        code: 'harm',
        title: t('损害程度', 'Harm'),
        measure: 'RECEIVED',
        where: DISPUTE,
        dimension: 'details.harm',
        chart: 'bar',
      },
    ],
    text: [
      [
        {
          zh: '收到医疗纠纷 {disputes}{disputes.changes}；另有投诉 {complaintsOnly}{complaintsOnly.changes}。',
          en: 'Disputes received: {disputes}{disputes.changes}; complaints, counted apart: {complaintsOnly}{complaintsOnly.changes}.',
          when: ['disputes'],
        },
        { zh: '本期没有收到医疗纠纷。', en: 'No dispute was received in this period.', unless: ['disputes'] },
        {
          zh: '由投诉转为纠纷 {turnedDispute}{turnedDispute.changes}。',
          en: 'Complaints that turned into disputes: {turnedDispute}{turnedDispute.changes}.',
          when: ['turnedDispute'],
        },
        { zh: '解决途径：{routes.items}。', en: 'Routes: {routes.items}.', when: ['routes'] },
        { zh: '损害程度：{harm.items}。', en: 'Harm: {harm.items}.', when: ['harm'] },
      ],
      [
        {
          zh: '纠纷赔偿 {disputeCompensation}（{disputeCompensation.capitals}）{disputeCompensation.changes}。',
          en: 'Compensation in disputes comes to {disputeCompensation}{disputeCompensation.changes}.',
          when: ['disputeCompensation'],
        },
        {
          zh: '按诊疗量计，{perVisits}{perVisits.changes}。',
          en: 'Set against visits and discharges: {perVisits}{perVisits.changes}.',
          when: ['perVisits'],
        },
      ],
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
        kind: 'watched',
        code: 'rises',
        title: t('上升预警', 'Rising beyond chance'),
      },
      {
        kind: 'breakdown',
        code: 'coreInstitutions',
        title: t('违反的核心制度', 'Core institutions breached'),
        measure: 'RECEIVED',
        dimension: 'details.coreInstitution',
        chart: 'bar',
      },
      {
        kind: 'breakdown',
        code: 'stages',
        title: t('环节', 'Stages'),
        measure: 'RECEIVED',
        dimension: 'details.stage',
        chart: 'bar',
      },
    ],
    text: [
      [
        {
          zh: '重点科室（外科、急诊）收到 {watchedDepartments}{watchedDepartments.changes}；涉及危重患者 {criticalPatients}{criticalPatients.changes}。',
          en: 'About watched departments (surgery, emergency): {watchedDepartments}{watchedDepartments.changes}; about critical patients: {criticalPatients}{criticalPatients.changes}.',
        },
        {
          zh: '违反的核心制度：{coreInstitutions.items}。',
          en: 'Core institutions breached: {coreInstitutions.items}.',
          when: ['coreInstitutions'],
        },
        { zh: '发生环节：{stages.items}。', en: 'Stages: {stages.items}.', when: ['stages'] },
      ],
    ],
  },
];
