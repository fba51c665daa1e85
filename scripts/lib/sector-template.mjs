import { quoted, t } from './as-code.mjs';
import { matters } from './sector-template-demo.mjs';

/**
 * The files of a new sector, by name: small, complete and valid, in words that hold for any office, to be replaced by
 * what people of the sector say. `biome check --write` gives them their line breaks.
 * @param sector `{ code, zh, en, family, prefix, constant, typeName, slug }`, as `namesOf` makes it
 */
export function sectorFiles(sector) {
  const { zh, en, family, slug, prefix, constant, typeName } = sector;
  const regulator = family === 'REGULATOR';
  const section = typeName.charAt(0).toLowerCase() + typeName.slice(1);
  return {
    'public-page.ts': `
import { t } from '../common.ts';
import { publicPage } from '../public-page.ts';

export const PUBLIC_PAGE = publicPage({
  introduction: ${t(`${zh}方面的问题可以向我们投诉。`, `Turn to us about: ${en}.`)},
  handles: [${t('服务质量、收费和服务态度', 'Quality of service, charges and attitude')}],
  elsewhere: [],
});
`,
    'index.ts': `
import { t } from '../common.ts';
import { defineSector } from '../contract.ts';
import { demoCases } from '../demo.ts';
import { reportSections } from '../report-sections.ts';
import { CATEGORIES, CAUSES, DECLINE_GROUNDS, RESPONDENT_TYPES } from './categories.ts';
import { CLOCKS } from './clocks.ts';
import { MATTERS, OFFICE } from './demo.ts';
import { FIELDS } from './fields.ts';
import { PUBLIC_PAGE } from './public-page.ts';
import { SECTIONS } from './sections.ts';

/** ${en}: the words every office shares, until the sector's own take their place. */
export const ${constant} = defineSector({
  code: ${quoted(sector.code)},
  typeName: ${quoted(typeName)},
  family: ${quoted(family)},
  label: ${t(zh, en)},
  description: ${regulator ? t(`${zh}主管部门受理的投诉`, `Complaints to the regulator: ${en}`) : t(`${zh}服务单位的用户投诉`, `Complaints of users: ${en}`)},
  fields: FIELDS,
  categories: CATEGORIES,
  respondentTypes: RESPONDENT_TYPES,
  causes: CAUSES,
  declineGrounds: DECLINE_GROUNDS,
  remedies: ['APOLOGY', 'EXPLANATION', 'REFUND', 'COMPENSATION', 'CORRECTION', 'INFORMATION_GIVEN'],
  sanctions: ${regulator ? "['ORDER_TO_CORRECT', 'WARNING', 'FINE']" : '[]'},
  demands: ['APOLOGY', 'EXPLANATION', 'REFUND', 'COMPENSATION', 'CORRECTION', 'INFORMATION'],
  kinds: ['COMPLAINT', ${regulator ? "'REPORT', " : ''}'INQUIRY', 'HELP_REQUEST', 'SUGGESTION'],
  forwardings: [],
  routes: [],
  clocks: CLOCKS,
  closingConditions: [
    {
      code: 'ANSWER',
      label: t('请先答复投诉人。', 'Answer the complainant first.'),
      holds: (state) =>
        state.acceptance?.decision !== 'ACCEPTED' ||
        state.answers.some((answer) => answer.status === 'GIVEN' && answer.final),
    },
  ],
  denominators: [
    { code: 'USERS', label: t('用户数', 'Users'), per: 10_000, unit: t('万户', '10,000 users') },
  ],
  reportSections: reportSections(SECTIONS),
  publicPage: PUBLIC_PAGE,
  // Words that a search must keep whole.
  searchDictionary: [],
  defaults: { reopenWithinDays: 30, untouchedDays: 5, answerNeedsApproval: false, numberPrefix: ${quoted(prefix)} },
  demoOffice: OFFICE,
  demo: demoCases(MATTERS),
});
`,
    'fields.ts': `
import { option, t } from '../common.ts';
import type { FieldDeclaration } from '../contract.ts';

/** What the sector keeps of a complaint beside what every complaint has. */
export const FIELDS: readonly FieldDeclaration[] = [
  {
    key: 'serviceWay',
    label: t('服务方式', 'Way of service'),
    type: {
      kind: 'choice',
      options: [
        option('COUNTER', '窗口', 'At the counter', ['柜台', '现场办理']),
        option('ONLINE', '线上', 'Online', ['网上', '小程序']),
        option('ON_SITE', '上门', 'At the user’s place'),
      ],
    },
    requiredWhen: [{ field: 'category', in: ['SERVICE'] }],
    dimension: true,
    synonyms: ['办理方式'],
  },
  {
    key: 'accountNumber',
    label: t('用户编号', 'Account number'),
    type: { kind: 'text', maxLength: 50 },
    sensitive: 'personal',
    filter: true,
    synonyms: ['户号', '客户编号'],
  },
  {
    key: 'peopleAffected',
    label: t('影响人数', 'People affected'),
    type: { kind: 'integer', min: 1, max: 1_000_000, unit: t('人', 'people') },
  },
  {
    key: 'amountInDispute',
    label: t('争议金额', 'Amount in dispute'),
    type: { kind: 'money' },
    synonyms: ['涉及金额'],
  },
];
`,
    'categories.ts': `
import { option } from '../common.ts';
import type { CauseNode, DeclineGround, Option, OptionNode } from '../contract.ts';

/** What is complained about. */
export const CATEGORIES: readonly OptionNode[] = [
  {
    ...option('SERVICE', '服务', 'Service'),
    children: [option('ATTITUDE', '服务态度', 'Attitude'), option('WAITING', '等候时间', 'Waiting')],
  },
  option('QUALITY', '质量', 'Quality'),
  option('CHARGES', '收费', 'Charges'),
  option('OTHER', '其他', 'Other'),
];

/** ${regulator ? 'Who is complained about' : 'Kinds of department'}. */
export const RESPONDENT_TYPES: readonly Option[] = [
  ${
    regulator
      ? "option('COMPANY', '企业', 'Company'), option('SOLE_TRADER', '个体工商户', 'Sole trader'),"
      : "option('FRONT_OFFICE', '营业服务部门', 'Front office'), option('OPERATIONS', '运行维护部门', 'Operations'),"
  }
  option('OTHER', '其他', 'Other'),
];

/** Why it happened. */
export const CAUSES: readonly CauseNode[] = [
  option('STAFF', '人员', 'Staff'),
  option('PROCESS', '流程', 'Process'),
  option('EQUIPMENT', '设施设备', 'Equipment'),
  option('COMPLAINANT', '投诉人自身原因', 'The complainant’s own doing'),
  option('OTHER', '其他', 'Other'),
];

/** Why a complaint is not taken on. */
export const DECLINE_GROUNDS: readonly DeclineGround[] = [
  { ...option('NOT_OURS', '不属于本单位职责', 'Outside our remit'), namesBodyInCharge: true },
  option('TAKEN_ELSEWHERE', '法院或其他部门已受理', 'Taken by a court or another body'),
  option('ALREADY_ANSWERED', '已答复且无新情况', 'Answered already, nothing new'),
  option('OTHER', '其他', 'Other'),
];
`,
    'clocks.ts': `
import type { DeadlineRule } from '../../clocks/rule.ts';
import { t } from '../common.ts';

/** Limits with where they stand written. A promise of the office itself until somebody has read the law: unconfirmed. */
export const CLOCKS: readonly DeadlineRule[] = [
  {
    id: '${slug}.answer@2026-01-01',
    clock: 'answer',
    label: t('答复投诉人', 'Answer to the complainant'),
    startsOn: 'received',
    endsOn: ['answered', 'declined', 'transferred'],
    amount: 10,
    unit: 'workingDays',
    basis: { regulation: t('本单位服务承诺（法定时限待核实）', 'Own service promise (statutory limits not checked yet)') },
    effectiveFrom: '2026-01-01',
    confirmed: false,
    origin: 'contract',
  },
];
`,
    'sections.ts': `
import type { SectionDeclaration } from '../../report/declaration.ts';
import { t } from '../common.ts';

/** What the sector's reports say beside what every report says. */
export const SECTIONS: readonly SectionDeclaration[] = [
  {
    code: '${section}',
    title: ${t(`${zh}专项`, `${en} in particular`)},
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            code: 'perUsers',
            label: t('万户投诉量', 'Complaints per 10,000 users'),
            kind: 'per',
            measure: 'RECEIVED',
            denominator: 'USERS',
          },
        ],
      },
      {
        kind: 'breakdown',
        code: 'serviceWays',
        title: t('服务方式', 'Ways of service'),
        measure: 'RECEIVED',
        dimension: 'details.serviceWay',
        chart: 'bar',
      },
    ],
  },
];
`,
    'demo.ts': matters(sector),
  };
}
