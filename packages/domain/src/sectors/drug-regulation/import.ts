export const IMPORT_HEADERS: Readonly<Record<string, readonly string[]>> = {
  respondentName: ['销售单位', '销售者', '经营单位'],
  findingFacts: ['查处结果', '核查结果'],
  finding: ['结论'],
  decision: ['是否受理'],
  notifiedOn: ['告知日期'],
};

export const IMPORT_VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  finding: { 成立: 'SUBSTANTIATED', 部分成立: 'PARTLY_SUBSTANTIATED', 不成立: 'UNSUBSTANTIATED' },
};
