import type { Localized } from '@huiyin/shared';
import { SANCTION_LABELS } from '../complaint/labels.ts';
import { t } from '../sectors/common.ts';
import { coded, type ImportTarget } from './target.ts';

/** A sheet beside the complaints' own whose rows belong to them by number. */
export interface RelatedSheet {
  readonly code: 'SANCTIONS';
  readonly label: Localized;
  readonly targets: readonly ImportTarget[];
}

export const SANCTIONS_SHEET: RelatedSheet = {
  code: 'SANCTIONS',
  label: t('行政处罚', 'Sanctions'),
  targets: [
    {
      key: 'externalNumber',
      kind: 'text',
      label: t('编号', 'Number'),
      synonyms: ['受理编号', '投诉编号', 'case number'],
      required: true,
    },
    {
      key: 'sanctionParty',
      kind: 'text',
      label: t('对象', 'Party'),
      synonyms: ['处罚对象', '当事人', 'party'],
      required: false,
    },
    {
      key: 'sanctionKind',
      kind: 'choice',
      label: t('处罚种类', 'Kind of sanction'),
      synonyms: ['种类', '处罚类型', 'sanction'],
      required: true,
      options: coded(SANCTION_LABELS, { CONFISCATION: ['没收'], FINE: ['罚金', 'fine'] }),
    },
    {
      key: 'currency',
      kind: 'text',
      label: t('币种', 'Currency'),
      synonyms: ['货币', 'currency'],
      required: false,
    },
    {
      key: 'amount',
      kind: 'money',
      label: t('金额', 'Amount'),
      synonyms: ['处罚金额', 'amount'],
      required: false,
    },
    {
      key: 'rate',
      kind: 'decimal',
      label: t('折算汇率', 'Rate'),
      synonyms: ['汇率', 'exchange rate'],
      required: false,
    },
    {
      key: 'rateDate',
      kind: 'date',
      label: t('折算日期', 'Date of the rate'),
      synonyms: ['汇率日期', 'rate date'],
      required: false,
    },
    {
      key: 'converted',
      kind: 'money',
      label: t('折合人民币', 'Converted'),
      synonyms: ['折合人民币(元)', '人民币金额', 'converted'],
      required: false,
    },
    {
      key: 'paidOn',
      kind: 'date',
      label: t('缴款日期', 'Paid on'),
      synonyms: ['缴纳日期', '缴库日期', 'paid'],
      required: false,
    },
  ],
};
