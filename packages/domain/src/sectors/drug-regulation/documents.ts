import type { DocumentTemplate } from '../../complaint/documents.ts';
import { t } from '../common.ts';

/** Beside what every office sends: what goes on to the monitoring of adverse reactions. It names the product, not the patient. */
export const DOCUMENTS: readonly DocumentTemplate[] = [
  {
    code: 'ADVERSE_REACTION_LETTER',
    label: t('药品不良反应转报函', 'Report of an adverse reaction'),
    addressee: 'OTHER_BODY',
    from: ['REGISTERED', 'UNDER_REVIEW', 'ACCEPTED', 'IN_PROGRESS', 'WAITING_FOR_COMPLAINANT', 'ANSWERED'],
    text: t(
      '【不良反应监测机构】：\n我单位于{received}收到的投诉（编号 {number}）中反映使用【产品名称、批准文号、批号】后出现【不良反应表现、发生时间、严重程度】。现转报你单位，收到后请回执。',
      'To 【monitoring centre】:\nA complaint that we received on {received} (number {number}) tells of 【reaction, onset, seriousness】 after the use of 【product, approval number, batch】. Please confirm that you have received this report.',
    ),
  },
];
