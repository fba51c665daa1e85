import type { DocumentTemplate } from '../../complaint/documents.ts';
import { t } from '../common.ts';

/** Beside what every office sends: the order to whoever repairs. It names the place, not the owner. */
export const DOCUMENTS: readonly DocumentTemplate[] = [
  {
    code: 'REPAIR_ORDER',
    label: t('维修派工单', 'Repair order'),
    addressee: 'OTHER_BODY',
    from: ['ACCEPTED', 'IN_PROGRESS', 'WAITING_FOR_COMPLAINANT'],
    text: t(
      '【维修单位或班组】：\n报修事项：{matter}（编号 {number}，{received}收到）。\n地点：【小区、楼栋、部位】。请于【完成期限】前完成维修，并将处理情况和验收结果报回。\n派工：{handler}　　　　　　验收（签字）：',
      'To 【repairers】:\nTo be repaired: {matter} (number {number}, received {received}).\nWhere: 【estate, building, part】. Have it done by 【day】 and report what was done and how it was accepted.\nOrdered by: {handler}            Accepted (signature):',
    ),
  },
];
