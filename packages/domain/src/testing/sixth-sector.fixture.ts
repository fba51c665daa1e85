import { option, t } from '../sectors/common.ts';
import { defineSector } from '../sectors/contract.ts';
import { demoCases } from '../sectors/demo.ts';
import { publicPage } from '../sectors/public-page.ts';
import { reportSections } from '../sectors/report-sections.ts';

/** A made-up sector: water suppliers. Its folder would hold just this, and the registry one line. */
export const WATER = defineSector({
  code: 'WATER_SUPPLY',
  typeName: 'WaterSupply',
  family: 'PROVIDER',
  label: t('供水', 'Water supply'),
  description: t('供水企业的用户投诉', 'Complaints of customers of a water supplier'),
  fields: [
    {
      key: 'meterNumber',
      label: t('水表号', 'Meter number'),
      type: { kind: 'text', maxLength: 30 },
      synonyms: ['表号'],
    },
    {
      key: 'trouble',
      label: t('水质问题', 'Trouble with the water'),
      type: {
        kind: 'choice',
        options: [option('MURKY', '浑浊', 'Murky', ['发黄']), option('SMELL', '异味', 'Smell')],
      },
      requiredWhen: [{ field: 'category', in: ['QUALITY'] }],
      dimension: true,
    },
    { key: 'households', label: t('影响户数', 'Households affected'), type: { kind: 'integer', min: 1 } },
  ],
  categories: [
    option('QUALITY', '水质', 'Water quality'),
    option('PRESSURE', '水压', 'Pressure'),
    option('BILL', '水费', 'Bill'),
  ],
  respondentTypes: [option('WATERWORKS', '水厂', 'Waterworks'), option('NETWORK', '管网', 'Pipe network')],
  causes: [option('OLD_PIPE', '管道老化', 'Old pipe')],
  declineGrounds: [{ ...option('OWN_PIPES', '用户产权管道', 'Pipes of the customer’s own') }],
  remedies: ['APOLOGY', 'REPAIR', 'FEE_WAIVER'],
  sanctions: [],
  demands: ['EXPLANATION', 'REPAIR'],
  kinds: ['COMPLAINT', 'INQUIRY'],
  forwardings: [],
  routes: [],
  clocks: [
    {
      id: 'water.answer@2020-01-01',
      clock: 'answer',
      label: t('答复', 'Answer'),
      startsOn: 'received',
      endsOn: ['answered'],
      amount: 3,
      unit: 'workingDays',
      basis: { regulation: t('供水服务承诺', 'Service commitment of the supplier') },
      effectiveFrom: '2020-01-01',
      confirmed: false,
      origin: 'contract',
    },
  ],
  closingConditions: [
    {
      code: 'ANSWERED',
      label: t('请先答复用户。', 'Answer the customer first.'),
      holds: ({ answers }) => answers.some(({ status }) => status === 'GIVEN'),
    },
  ],
  denominators: [
    {
      code: 'HOUSEHOLDS',
      label: t('供水户数', 'Households supplied'),
      per: 10_000,
      unit: t('万户', '10,000 households'),
    },
  ],
  reportSections: reportSections([
    {
      code: 'water',
      title: t('水质', 'Water quality'),
      blocks: [
        {
          kind: 'breakdown',
          code: 'troubles',
          title: t('水质问题', 'Trouble with the water'),
          measure: 'RECEIVED',
          dimension: 'details.trouble',
          chart: 'bar',
        },
      ],
    },
  ]),
  publicPage: publicPage({
    introduction: t('用水有问题请告诉我们。', 'Tell us about trouble with your water.'),
    handles: [t('水质、水压、水费', 'Quality, pressure, bills')],
    elsewhere: [],
  }),
  searchDictionary: ['二次供水'],
  defaults: { reopenWithinDays: 30, untouchedDays: 5, answerNeedsApproval: false, numberPrefix: 'GS' },
  demoOffice: {
    slug: 'water',
    name: t('鹏城水司', 'Pengcheng Water'),
    region: '440300',
    departments: [{ name: t('客服中心', 'Customer service'), kind: 'NETWORK' }],
  },
  demo: demoCases([
    {
      ...{ daysAgo: 3, content: '自来水发黄', category: 'QUALITY', details: { trouble: 'MURKY' } },
      outcome: { is: 'accepted' },
    },
  ]),
});
