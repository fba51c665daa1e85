import type { DocumentTemplate } from '../../complaint/documents.ts';
import { t } from '../common.ts';

/** Beside what every office sends: the record of sealing, signed by both sides (医疗纠纷预防和处理条例 Art. 24). */
export const DOCUMENTS: readonly DocumentTemplate[] = [
  {
    code: 'SEALED_RECORDS',
    label: t('病历资料封存清单', 'List of sealed records'),
    addressee: 'COMPLAINANT',
    from: ['ACCEPTED', 'IN_PROGRESS', 'WAITING_FOR_COMPLAINANT', 'IN_MEDIATION', 'ANSWERED'],
    text: t(
      '患方：{complainant}\n就“{matter}”（编号 {number}），医患双方在场，于{today}对下列病历资料进行封存：【封存的病历资料】。\n封存件为【原件或复制件】，由{office}保管。\n患方（签字）：　　　　　　　　医方（签字）：',
      'Patient’s side: {complainant}\nOn “{matter}” (number {number}), in the presence of both sides, the following records were sealed on {today}: 【records】.\nSealed were the 【originals or copies】; {office} keeps them.\nPatient’s side (signature):        Hospital (signature):',
    ),
  },
];
