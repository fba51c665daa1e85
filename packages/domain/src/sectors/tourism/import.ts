/** How tourism offices head their columns and write their values, beyond what all sectors share. */
export const IMPORT_HEADERS: Readonly<Record<string, readonly string[]>> = {
  transferBody: ['移送单位', '转办单位'],
  declineGround: ['不予受理或移送原因', '不予受理原因'],
};

export const IMPORT_VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  channel: {
    外省质监所移交: 'SUPERIOR_BODY',
    电话: 'PHONE',
    网上: 'WEB_FORM',
    来信: 'LETTER',
  },
  declineGround: {
    不属于本机构职责范围: 'OUTSIDE_REMIT',
  },
  finding: { 有效: 'SUBSTANTIATED', 无效: 'UNSUBSTANTIATED' },
};
