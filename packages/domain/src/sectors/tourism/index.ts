import { FINDING_OF_COMPLAINTS, option, t } from '../common.ts';
import { defineSector } from '../contract.ts';
import { pastCases } from '../demo-past.ts';
import { reportSections } from '../report-sections.ts';
import { CATEGORIES, CAUSES, DECLINE_GROUNDS, RESPONDENT_TYPES } from './categories.ts';
import { CLOCKS } from './clocks.ts';
import { DEMO, DEMO_INCIDENTS, OFFICE } from './demo.ts';
import { PAST } from './demo-past.ts';
import { FIELDS } from './fields.ts';
import { GUIDANCE } from './guidance.ts';
import { IMPORT_HEADERS, IMPORT_VALUES } from './import.ts';
import { PUBLIC_PAGE } from './public-page.ts';
import { BODIES_IN_CHARGE } from './remit.ts';
import { SECTIONS } from './sections.ts';

/** Tourism regulators: quality supervision offices of culture and tourism bureaus (domain.md 5.5). */
export const TOURISM = defineSector({
  code: 'TOURISM',
  typeName: 'Tourism',
  family: 'REGULATOR',
  label: t('旅游', 'Tourism'),
  description: t(
    '旅游质监机构受理的旅游投诉与举报',
    'Tourist complaints and reports handled by tourism regulators',
  ),
  fields: FIELDS,
  categories: CATEGORIES,
  respondentTypes: RESPONDENT_TYPES,
  causes: CAUSES,
  declineGrounds: DECLINE_GROUNDS,
  bodiesInCharge: BODIES_IN_CHARGE,
  repeatOffender: { withinDays: 365, received: 5, valid: 3 },
  // Registers of tourism offices sort every matter into valid and invalid, the declined among the invalid.
  declinedCountsAs: 'UNSUBSTANTIATED',
  remedies: [
    'APOLOGY',
    'EXPLANATION',
    'REFUND',
    'COMPENSATION',
    'QUALITY_DEPOSIT',
    'FREE_REVISIT',
    'CORRECTION',
    'STAFF_DISCIPLINE',
    'STAFF_EDUCATION',
    'INFORMATION_GIVEN',
  ],
  sanctions: [
    'ORDER_TO_CORRECT',
    'WARNING',
    'FINE',
    'CONFISCATION',
    'SUSPENSION',
    'REVOCATION',
    'EDUCATION',
    'REFERRAL_TO_POLICE',
  ],
  demands: ['APOLOGY', 'EXPLANATION', 'REFUND', 'COMPENSATION', 'CORRECTION', 'PUNISHMENT', 'INFORMATION'],
  kinds: ['COMPLAINT', 'REPORT', 'INQUIRY', 'HELP_REQUEST', 'SUGGESTION'],
  forwardings: [],
  routes: [
    option('CONSUMER_ASSOCIATION', '消费者协会', 'Consumer association'),
    option('PEOPLES_MEDIATION', '人民调解', "People's mediation"),
    option('ARBITRATION', '仲裁', 'Arbitration'),
    option('COURT', '诉讼', 'Court'),
  ],
  clocks: CLOCKS,
  clusteredBy: ['place', 'groupNumber'],
  raisesIncident: [{ field: 'details.massIncident', in: ['true'] }],
  checks: [
    {
      field: 'details.travelTo',
      label: t('返程日期不能早于出行日期。', 'The journey cannot end before it begins.'),
      holds: ({ details: { travelFrom, travelTo } }) =>
        !travelFrom || !travelTo || String(travelTo) >= String(travelFrom),
    },
  ],
  closingConditions: [
    { ...FINDING_OF_COMPLAINTS, waivedOnTheSpot: true },
    {
      code: 'ANSWER',
      label: t('请先答复投诉人。', 'Answer the complainant first.'),
      holds: (state) => state.answers.some((answer) => answer.status === 'GIVEN' && answer.final),
    },
  ],
  guidance: GUIDANCE,
  denominators: [
    { code: 'VISITS', label: t('接待游客人次', 'Visits'), per: 10_000, unit: t('万人次', '10,000 visits') },
  ],
  reportSections: reportSections(SECTIONS),
  publicPage: PUBLIC_PAGE,
  searchDictionary: [
    '甩团',
    '零团费',
    '强迫购物',
    '导游证',
    '领队证',
    '旅行社',
    '地接社',
    '组团社',
    '景区门票',
    '黑导游',
    '农家乐',
    '星级饭店',
    '质量保证金',
    '团费',
  ],
  defaults: { reopenWithinDays: 30, untouchedDays: 7, answerNeedsApproval: false, numberPrefix: 'LY' },
  importHeaders: IMPORT_HEADERS,
  importValues: IMPORT_VALUES,
  demoOffice: OFFICE,
  demo: DEMO,
  demoPast: (until) => pastCases(PAST, until),
  demoIncidents: DEMO_INCIDENTS,
});
