import { option, t } from '../common.ts';
import { defineSector } from '../contract.ts';
import { demoCases } from '../demo.ts';
import { pastCases } from '../demo-past.ts';
import { reportSections } from '../report-sections.ts';
import { CHECKS } from './checks.ts';
import { DEMO_INCIDENTS, DEMO_SITES, MATTERS, OFFICE } from './demo.ts';
import { PAST } from './demo-past.ts';
import { DOCUMENTS } from './documents.ts';
import { FIELDS } from './fields.ts';
import { GUIDANCE } from './guidance.ts';
import { GUIDE } from './guide.ts';
import { PUBLIC_PAGE } from './public-page.ts';
import { SECTIONS } from './sections.ts';
import { SITES } from './sites.ts';

/** Property companies (domain.md 5.3). */
export const PROPERTY = defineSector({
  code: 'PROPERTY',
  typeName: 'Property',
  family: 'PROVIDER',
  label: t('物业', 'Property'),
  description: t('物业服务企业的业主投诉与报事', "Owners' complaints and requests to a property company"),
  fields: FIELDS,
  categories: [
    {
      ...option('EQUIPMENT', '设施设备', 'Equipment'),
      children: [
        option('LIFT', '电梯', 'Lift'),
        option('WATER', '给排水', 'Water'),
        option('POWER', '供电', 'Power'),
        option('FIRE_SAFETY', '消防', 'Fire safety'),
        option('BUILDING', '房屋本体', 'Building'),
      ],
    },
    option('SERVICE_ATTITUDE', '服务态度', 'Service attitude'),
    {
      ...option('SERVICE_QUALITY', '服务质量', 'Service quality'),
      children: [
        option('CLEANING', '保洁', 'Cleaning'),
        option('SECURITY', '秩序安保', 'Security'),
        option('GREENERY', '绿化', 'Greenery'),
        option('PARKING', '停车管理', 'Parking'),
        option('REPAIR', '维修', 'Repair'),
        option('CHARGES', '收费与资金', 'Charges and funds'),
      ],
    },
    option('SUDDEN_EVENT', '突发事件', 'Sudden event'),
    option('OTHER', '其他', 'Other'),
  ],
  respondentTypes: [
    option('ENGINEERING', '工程部', 'Engineering'),
    option('SECURITY', '秩序部', 'Security'),
    option('ENVIRONMENT', '环境部', 'Environment'),
    option('CUSTOMER_SERVICE', '客服部', 'Customer service'),
    option('CONTRACTOR', '外包单位', 'Contractor'),
    option('OTHER', '其他', 'Other'),
  ],
  classification: {
    label: t('投诉分类', 'Classification'),
    options: [
      {
        ...option('VALID', '有效投诉', 'Valid complaint'),
        children: [
          option('MISCONDUCT', '失职或违法违纪', 'Neglect, unlawful or undisciplined conduct'),
          option('HARM', '对业主或公众造成损害', 'Harm to an owner or the public'),
        ],
      },
      {
        ...option('COMMUNICATIVE', '沟通性投诉', 'Communicative complaint'),
        children: [
          option('HELP', '求助型', 'Help'),
          option('CONSULTATION', '咨询型', 'Consultation'),
          option('VENTING', '发泄型', 'Venting'),
        ],
      },
    ],
    // Badly handled, a communicative complaint turns into a valid one: counted, with the rate in the report.
    conversions: [
      {
        from: 'COMMUNICATIVE',
        to: 'VALID',
        label: t('沟通性投诉转为有效投诉', 'Communicative turned valid'),
      },
    ],
    required: true,
    guide: GUIDE,
  },
  causes: [
    option('NEGLECT', '失职', 'Neglect'),
    option('UNLAWFUL', '违法违纪', 'Unlawful or undisciplined conduct'),
    option('MAINTENANCE', '维护不到位', 'Poor maintenance'),
    option('AGEING', '设施老化', 'Ageing equipment'),
    option('COMMUNICATION', '沟通不畅', 'Poor communication'),
    option('CONTRACTOR', '外包单位', 'Contractor'),
    option('OWNER', '业主自身原因', "The owner's own doing"),
    option('DEVELOPER', '建设单位遗留', 'Left over by the developer'),
    option('NATURE', '自然因素', 'Natural causes'),
  ],
  declineGrounds: [
    { ...option('NOT_OUR_ESTATE', '非本项目管理范围', 'Outside our management'), namesBodyInCharge: true },
    {
      ...option('OWNERS_COMMITTEE', '属业主大会或业委会决定事项', "For the owners' assembly to decide"),
      namesBodyInCharge: true,
    },
    option('TAKEN_ELSEWHERE', '法院或主管部门已受理', 'Taken by court or the authority'),
    option('ALREADY_ANSWERED', '已答复且无新情况', 'Answered already, nothing new'),
    option('OTHER', '其他', 'Other'),
  ],
  remedies: [
    'APOLOGY',
    'EXPLANATION',
    'REFUND',
    'COMPENSATION',
    'REPAIR',
    'REPLACEMENT',
    'FEE_WAIVER',
    'CORRECTION',
    'SERVICE_RESTORED',
    'STAFF_DISCIPLINE',
    'STAFF_EDUCATION',
    'RULE_CHANGE',
    'INFORMATION_GIVEN',
  ],
  sanctions: [],
  demands: [
    'APOLOGY',
    'EXPLANATION',
    'REFUND',
    'COMPENSATION',
    'REPAIR',
    'REPLACEMENT',
    'CORRECTION',
    'INFORMATION',
  ],
  kinds: ['COMPLAINT', 'HELP_REQUEST', 'INQUIRY', 'SUGGESTION'],
  forwardings: [
    option('AUTHORITY', '物业主管部门', 'Housing authority'),
    option('OWNERS_COMMITTEE', '业主委员会', "Owners' committee"),
  ],
  routes: [option('PEOPLES_MEDIATION', '人民调解', "People's mediation"), option('COURT', '诉讼', 'Court')],
  clocks: [
    {
      id: 'property.answer@2003-09-01',
      clock: 'answer',
      label: t('答复业主', 'Answer to the owner'),
      startsOn: 'received',
      endsOn: ['answered', 'declined'],
      amount: 10,
      unit: 'days',
      basis: {
        regulation: t(
          '物业服务合同（物业管理条例第四十八条：及时处理）',
          'Service contract (Property Management Regulations Art. 48: in time)',
        ),
      },
      effectiveFrom: '2003-09-01',
      confirmed: false,
      origin: 'contract',
    },
  ],
  checks: CHECKS,
  closingConditions: [
    {
      code: 'ANSWER',
      label: t('请先答复业主。', 'Answer the owner first.'),
      holds: (state) => state.answers.some((answer) => answer.status === 'GIVEN' && answer.final),
    },
    {
      code: 'FINDING',
      label: t('有效投诉请先作出查证结论。', 'Record the finding of a valid complaint first.'),
      holds: ({ classification = '', finding }) =>
        !['VALID', 'MISCONDUCT', 'HARM'].includes(classification) || finding !== undefined,
    },
    {
      code: 'FOLLOW_UP',
      label: t('请先回访业主。', 'Follow up with the owner first.'),
      holds: (state) => state.disclosure === 'ANONYMOUS' || state.followUps.length > 0,
    },
  ],
  guidance: GUIDANCE,
  denominators: [
    {
      code: 'HOUSEHOLDS',
      label: t('在管户数', 'Households'),
      per: 1_000,
      unit: t('千户', '1,000 households'),
    },
    { code: 'AREA', label: t('在管面积', 'Managed area'), per: 100_000, unit: t('十万平方米', '100,000 m²') },
  ],
  documents: DOCUMENTS,
  sites: SITES,
  reportSections: reportSections(SECTIONS),
  publicPage: PUBLIC_PAGE,
  searchDictionary: [
    '电梯困人',
    '漏水',
    '高空抛物',
    '维修资金',
    '业委会',
    '门禁',
    '消防通道',
    '地下车库',
    '物业费',
    '垃圾清运',
  ],
  clusteredBy: ['estate'],
  raisesIncident: [{ field: 'category', in: ['SUDDEN_EVENT'] }],
  defaults: { reopenWithinDays: 30, untouchedDays: 3, answerNeedsApproval: false, numberPrefix: 'WY' },
  importHeaders: { content: ['报事内容', '投诉内容'], complainantName: ['业主', '业主姓名'] },
  demoOffice: OFFICE,
  demo: demoCases(MATTERS),
  demoPast: (until) => pastCases(PAST, until),
  demoSites: DEMO_SITES,
  demoIncidents: DEMO_INCIDENTS,
});
