import type { SectionDeclaration } from '../../report/declaration.ts';
import { t } from '../common.ts';
import { repeatedSection } from '../repeated-section.ts';

const ofClass = (productClass: string) => ({ 'details.productClass': [productClass] });

/** By object, and every case's result: what half-yearly reports of drug regulators consist of (domain.md 5.2). */
export const SECTIONS: readonly SectionDeclaration[] = [
  {
    code: 'objects',
    title: t('产品类别与怀疑情形', 'Products and suspicions'),
    blocks: [
      {
        kind: 'breakdown',
        code: 'classes',
        title: t('产品类别', 'Classes of products'),
        measure: 'RECEIVED',
        dimension: 'details.productClass',
        chart: 'pie',
        beside: [
          { label: t('受理', 'Accepted'), measure: 'ACCEPTED' },
          { label: t('办结', 'Closed'), measure: 'CLOSED' },
        ],
      },
      {
        kind: 'trend',
        code: 'classMonths',
        title: t('各类产品逐月收到', 'Classes of products by month'),
        lines: [
          { label: t('药品', 'Drugs'), measure: 'RECEIVED', where: ofClass('DRUG') },
          { label: t('医疗器械', 'Medical devices'), measure: 'RECEIVED', where: ofClass('MEDICAL_DEVICE') },
          { label: t('保健食品', 'Health foods'), measure: 'RECEIVED', where: ofClass('HEALTH_FOOD') },
          { label: t('化妆品', 'Cosmetics'), measure: 'RECEIVED', where: ofClass('COSMETIC') },
        ],
      },
      {
        kind: 'breakdown',
        code: 'suspicions',
        title: t('怀疑情形', 'Suspicions'),
        measure: 'RECEIVED',
        dimension: 'details.suspicion',
        chart: 'bar',
      },
      {
        kind: 'figures',
        figures: [
          {
            code: 'adverseForwarded',
            label: t('上报不良反应', 'Adverse reactions forwarded'),
            kind: 'count',
            measure: 'FORWARDED',
            where: { forwardedTo: ['ADVERSE_REACTION_MONITORING'] },
          },
          {
            code: 'adverseReceipts',
            label: t('取得上报回执', 'Receipts of the forwarding'),
            kind: 'count',
            measure: 'FORWARDING_RECEIVED',
            where: { forwardedTo: ['ADVERSE_REACTION_MONITORING'] },
          },
          {
            code: 'staffConduct',
            label: t('行政投诉', 'About own staff'),
            kind: 'count',
            measure: 'RECEIVED',
            where: { classification: ['STAFF_CONDUCT'] },
          },
          {
            code: 'perOutlets',
            label: t('每千家监管对象投诉', 'Per 1,000 outlets'),
            kind: 'per',
            measure: 'RECEIVED',
            where: { classification: ['PRODUCT', 'NONE'] },
            denominator: 'OUTLETS',
          },
        ],
      },
    ],
    text: [
      [
        {
          zh: '按产品类别分：{classes.items}。',
          en: 'By class of product: {classes.items}.',
          when: ['classes'],
        },
        { zh: '怀疑情形：{suspicions.items}。', en: 'Suspicions: {suspicions.items}.', when: ['suspicions'] },
        {
          zh: '本期各件均未登记产品类别。',
          en: 'No class of product was recorded in this period.',
          unless: ['classes'],
        },
      ],
      [
        {
          zh: '向不良反应监测机构上报 {adverseForwarded}{adverseForwarded.changes}。',
          en: 'Forwarded to adverse-reaction monitoring: {adverseForwarded}{adverseForwarded.changes}.',
          when: ['adverseForwarded'],
        },
        {
          zh: '其中及此前上报、于本期取得回执的 {adverseReceipts}。',
          en: 'Receipts that came in this period: {adverseReceipts}.',
          when: ['adverseReceipts'],
        },
        {
          zh: '对本机关工作人员的行政投诉 {staffConduct}{staffConduct.changes}，单独保密办理。',
          en: "About the regulator's own staff: {staffConduct}{staffConduct.changes}, handled apart and in confidence.",
          when: ['staffConduct'],
        },
        {
          zh: '按监管对象家数计，{perOutlets}{perOutlets.changes}。',
          en: 'Set against licensed outlets: {perOutlets}{perOutlets.changes}.',
          when: ['perOutlets'],
        },
      ],
    ],
  },
  // Own staff are no respondents of the register that others may read.
  repeatedSection({ classification: ['PRODUCT', 'NONE'] }),
  {
    code: 'results',
    title: t('逐件结果', "Every case's result"),
    blocks: [
      {
        kind: 'cases',
        code: 'results',
        title: t('各件查处结果', 'Results case by case'),
        measure: 'RECEIVED',
        where: { classification: ['PRODUCT', 'NONE'] },
        limit: 500,
        columns: [
          'number',
          'receivedOn',
          'details.productName',
          'details.productClass',
          'finding',
          'result',
          'closedOn',
        ],
      },
      {
        kind: 'figures',
        figures: [
          { code: 'sanctions', label: t('行政处罚', 'Sanctions'), kind: 'count', measure: 'SANCTION' },
          {
            code: 'fines',
            label: t('罚款', 'Fines'),
            kind: 'amount',
            measure: 'SANCTION',
            where: { sanction: ['FINE'] },
          },
          {
            code: 'confiscations',
            label: t('没收违法所得', 'Confiscations'),
            kind: 'amount',
            measure: 'SANCTION',
            where: { sanction: ['CONFISCATION'] },
          },
        ],
      },
      {
        kind: 'breakdown',
        code: 'sanctionKinds',
        title: t('处罚种类', 'Kinds of sanctions'),
        measure: 'SANCTION',
        dimension: 'sanction',
        chart: 'none',
        amounts: true,
      },
    ],
    text: [
      [
        {
          zh: '本期收到的产品投诉逐件列出，尚未办结的结果从缺。',
          en: 'Every complaint about a product received in this period is listed; what is not closed has no result yet.',
          when: ['results'],
        },
        {
          zh: '本期没有收到产品投诉。',
          en: 'No complaint about a product was received in this period.',
          unless: ['results'],
        },
      ],
      [
        {
          zh: '作出行政处罚 {sanctions}{sanctions.changes}。',
          en: 'Sanctions imposed: {sanctions}{sanctions.changes}.',
          when: ['sanctions'],
        },
        { zh: '罚款 {fines}（{fines.capitals}）。', en: 'Fines come to {fines}.', when: ['fines'] },
        {
          zh: '没收违法所得 {confiscations}（{confiscations.capitals}）。',
          en: 'Confiscated unlawful income comes to {confiscations}.',
          when: ['confiscations'],
        },
      ],
    ],
  },
];
