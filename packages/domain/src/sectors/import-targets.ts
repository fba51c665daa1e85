import type { Localized } from '@huiyin/shared';
import {
  CHANNEL_LABELS,
  DEMAND_LABELS,
  FINDING_LABELS,
  FOLLOW_UP_LABELS,
  KIND_LABELS,
  SANCTION_LABELS,
  SOURCE_LEVEL_LABELS,
} from '../complaint/labels.ts';
import { t } from './common.ts';
import type { Option, OptionNode, Sector } from './contract.ts';

/** What a column of an office's spreadsheet can be: the fields of a complaint as they are written on paper. */

export type ImportKind =
  | 'text'
  | 'date'
  | 'dateTime'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'phone';

export interface ImportTarget {
  /** `receivedAt`, or `details.<field>`. */
  readonly key: string;
  readonly kind: ImportKind;
  readonly label: Localized;
  /** Other headers under which offices keep it, Chinese and English. */
  readonly synonyms: readonly string[];
  /** Without it a row cannot be taken in. */
  readonly required: boolean;
  /** What a coded column may say, with all spellings known. */
  readonly options?: readonly Option[];
}

type Spellings = Readonly<Record<string, readonly string[]>>;

function coded(labels: Readonly<Record<string, Localized>>, spellings: Spellings = {}): readonly Option[] {
  return Object.entries(labels).map(([code, label]) => ({ code, label, synonyms: spellings[code] ?? [] }));
}

const DECISIONS: readonly Option[] = [
  { code: 'ACCEPTED', label: t('受理', 'Accepted'), synonyms: ['已受理', '予以受理', '是', 'yes'] },
  {
    code: 'DECLINED',
    label: t('不予受理', 'Declined'),
    synonyms: ['不受理', '未受理', '否', 'no', 'rejected'],
  },
  { code: 'TRANSFERRED', label: t('移送', 'Transferred'), synonyms: ['转办', '移交', '转交', 'referred'] },
];

const CHANNELS = coded(CHANNEL_LABELS, {
  PHONE: ['来电', '电话投诉', 'phone', 'telephone'],
  HOTLINE_TRANSFER: [
    '12315转办',
    '12345转办',
    '热线',
    '12345',
    '12315',
    '12319',
    '114转接',
    'hotline',
    '311',
  ],
  DUTY_LINE: ['值班', 'duty line'],
  LETTER: ['信件', '书信', '信函', 'mail', 'letter'],
  WEB_FORM: ['网络', '网站', '网上投诉', '在线', 'online', 'web'],
  SUGGESTION_BOX: ['意见箱投诉'],
  EMAIL: ['邮件', '邮箱', 'email'],
  IN_PERSON: ['上门', '现场', '来访投诉', 'walk-in', 'in person'],
  SUPERIOR_BODY: ['上级交办', '上级转办', '上级移交'],
});

const SOURCES = coded(SOURCE_LEVEL_LABELS, {
  DIRECT: ['本人投诉', '直接', '投诉人', 'direct'],
  HOTLINE_12345: ['12345转办', '12345'],
  HOTLINE_12315: ['12315转办', '12315'],
  HOTLINE_12319: ['12319转办', '12319'],
  HOTLINE_114: ['114', '114转', '114转接'],
  SUPERIOR_BODY: ['上级转办', '上级交办', '省局转办', '市局转办'],
  PETITION_OFFICE: ['信访', '信访局转办'],
  PEER_BODY: ['外单位移送', '移交'],
  CONSUMER_ASSOCIATION: ['消协', '消委会'],
});

const SHARED: readonly ImportTarget[] = [
  {
    key: 'externalNumber',
    kind: 'text',
    label: t('编号', 'Number'),
    synonyms: [
      '受理编号',
      '投诉编号',
      '序号',
      '流水号',
      '登记号',
      '案件编号',
      'id',
      'case number',
      'unique key',
      'reference',
      'complaint id',
    ],
    required: false,
  },
  {
    key: 'receivedAt',
    kind: 'dateTime',
    label: t('登记时间', 'Received'),
    synonyms: [
      '登记日期',
      '受理时间',
      '收到日期',
      '来件日期',
      '投诉时间',
      '投诉日期',
      '接报时间',
      'created date',
      'date received',
      'received on',
      'complaint date',
      'date',
    ],
    required: true,
  },
  {
    key: 'sourceLevel',
    kind: 'choice',
    label: t('来源', 'Source'),
    synonyms: ['投诉来源', '来件来源', 'source'],
    required: false,
    options: SOURCES,
  },
  {
    key: 'sourceBody',
    kind: 'text',
    label: t('来源单位', 'Forwarding body'),
    synonyms: ['转办机关', '来文单位', 'forwarded by'],
    required: false,
  },
  {
    key: 'channel',
    kind: 'choice',
    label: t('渠道', 'Channel'),
    synonyms: [
      '受理渠道',
      '投诉方式',
      '投诉渠道',
      '来件方式',
      'open data channel type',
      'submitted via',
      'channel',
    ],
    required: false,
    options: CHANNELS,
  },
  {
    key: 'complainantName',
    kind: 'text',
    label: t('投诉人', 'Complainant'),
    synonyms: ['投诉人姓名', '姓名', '举报人', '当事人', 'name', 'complainant name', 'customer'],
    required: false,
  },
  {
    key: 'complainantPhone',
    kind: 'phone',
    label: t('电话', 'Telephone'),
    synonyms: ['联系电话', '手机', '手机号', '联系方式', 'phone', 'phone number', 'contact'],
    required: false,
  },
  {
    key: 'groupSize',
    kind: 'integer',
    label: t('人数', 'People'),
    synonyms: ['投诉人数', '涉及人数', 'number of people', 'group size'],
    required: false,
  },
  {
    key: 'confidential',
    kind: 'boolean',
    label: t('是否保密', 'Confidential'),
    synonyms: ['保密', '要求保密', 'confidential'],
    required: false,
  },
  {
    key: 'respondentName',
    kind: 'text',
    label: t('被投诉方', 'Respondent'),
    synonyms: [
      '被投诉人',
      '被投诉单位',
      '被投诉对象',
      '被举报人',
      '责任单位',
      'respondent',
      'company',
      'agency name',
    ],
    required: false,
  },
  {
    key: 'respondentType',
    kind: 'choice',
    label: t('被投诉方类型', 'Kind of respondent'),
    synonyms: ['对象类型', '被投诉类型', '单位类型', 'respondent type', 'company type'],
    required: false,
  },
  {
    key: 'occurredOn',
    kind: 'date',
    label: t('发生日期', 'Occurred on'),
    synonyms: ['事发日期', '发生时间', 'incident date', 'occurred'],
    required: false,
  },
  {
    key: 'kind',
    kind: 'choice',
    label: t('诉求类型', 'Kind'),
    synonyms: ['类型', '性质', '事项类型', 'kind', 'type of request'],
    required: false,
    options: coded(KIND_LABELS, {
      REPORT: ['检举'],
      HELP_REQUEST: ['求助帮扶'],
      INQUIRY: ['询问', 'question'],
    }),
  },
  {
    key: 'content',
    kind: 'text',
    label: t('投诉内容', 'Content'),
    synonyms: [
      '内容',
      '投诉事项',
      '事由',
      '主要内容',
      '问题描述',
      '反映内容',
      'descriptor',
      'description',
      'complaint',
      'details',
      'narrative',
      'consumer complaint narrative',
    ],
    required: true,
  },
  {
    key: 'demands',
    kind: 'choices',
    label: t('诉求', 'Demand'),
    synonyms: ['投诉诉求', '要求', 'demand', 'requested outcome'],
    required: false,
    options: coded(DEMAND_LABELS, {
      REFUND: ['退费', '退门票', '退差价'],
      PUNISHMENT: ['依法处理', '处理', '依法查处', '处罚'],
      APOLOGY: ['处理并道歉', '赔礼道歉'],
      COMPENSATION: ['补偿', '索赔'],
    }),
  },
  {
    key: 'decision',
    kind: 'choice',
    label: t('受理决定', 'Decision'),
    synonyms: ['是否受理', '受理情况', 'accepted', 'decision'],
    required: false,
    options: DECISIONS,
  },
  {
    key: 'decidedOn',
    kind: 'date',
    label: t('受理日期', 'Decided on'),
    synonyms: ['决定日期', '受理决定日期', 'decision date'],
    required: false,
  },
  {
    key: 'notifiedOn',
    kind: 'date',
    label: t('告知日期', 'Notified on'),
    synonyms: ['告知时间', '通知日期', 'date notified'],
    required: false,
  },
  {
    key: 'declineGround',
    kind: 'choice',
    label: t('不予受理原因', 'Ground for declining'),
    synonyms: ['不受理理由', '不予受理或移送原因', 'reason declined'],
    required: false,
  },
  {
    key: 'transferBody',
    kind: 'text',
    label: t('移送单位', 'Body in charge'),
    synonyms: ['转办单位', '移交单位', 'referred to'],
    required: false,
  },
  {
    key: 'finding',
    kind: 'choice',
    label: t('查证结论', 'Finding'),
    synonyms: ['结论', '是否属实', '核查结论', 'outcome', 'finding'],
    required: false,
    options: coded(FINDING_LABELS, {
      SUBSTANTIATED: ['成立', '属实', '有责', 'upheld', 'substantiated', 'valid'],
      PARTLY_SUBSTANTIATED: ['部分成立', '部分属实', 'partly upheld'],
      UNSUBSTANTIATED: ['不成立', '不属实', '无责', 'not upheld', 'unsubstantiated', 'invalid'],
    }),
  },
  {
    key: 'findingFacts',
    kind: 'text',
    label: t('查证情况', 'Facts found'),
    synonyms: ['调查情况', '核实情况', '查处结果', 'investigation'],
    required: false,
  },
  {
    key: 'resultText',
    kind: 'text',
    label: t('处理结果', 'Result'),
    synonyms: [
      '处理情况',
      '办理结果',
      '结果',
      'resolution description',
      'company response',
      'resolution',
      'result',
    ],
    required: false,
  },
  {
    key: 'compensation',
    kind: 'money',
    label: t('赔付金额', 'Compensation'),
    synonyms: ['赔付金额(元)', '赔偿金额', '退赔金额', '挽回损失', 'compensation', 'amount paid'],
    required: false,
  },
  {
    key: 'answeredOn',
    kind: 'date',
    label: t('答复日期', 'Answered on'),
    synonyms: ['答复时间', '回复日期', 'date of reply', 'answered'],
    required: false,
  },
  {
    key: 'followUpResult',
    kind: 'choice',
    label: t('回访结果', 'Follow-up'),
    synonyms: ['满意度', '回访情况', '评价', 'satisfaction'],
    required: false,
    options: coded(FOLLOW_UP_LABELS, {
      SATISFIED: ['非常满意', 'satisfied'],
      ACCEPTABLE: ['一般', '较满意', 'neutral'],
      DISSATISFIED: ['很不满意', 'dissatisfied'],
      NOT_NEEDED: ['不需回访', '无需', 'not needed'],
    }),
  },
  {
    key: 'closedOn',
    kind: 'date',
    label: t('办结日期', 'Closed on'),
    synonyms: ['办结时间', '结案日期', '完成时间', '处理完成日期', 'closed date', 'date closed', 'closed'],
    required: false,
  },
  {
    key: 'category',
    kind: 'choice',
    label: t('类别', 'Category'),
    synonyms: ['投诉类别', '分类', '问题类型', 'complaint type', 'category', 'issue'],
    required: false,
  },
  {
    key: 'classification',
    kind: 'choice',
    label: t('分类', 'Classification'),
    synonyms: ['投诉分类', 'classification'],
    required: false,
  },
];

/** Detail fields as columns; a place is written as its address, money as an amount in yuan. */
function detailKind(kind: Sector['fields'][number]['type']['kind']): ImportKind {
  return kind === 'place' ? 'text' : kind;
}

function flat(nodes: readonly OptionNode[]): readonly Option[] {
  return nodes.flatMap((node) => [node, ...flat(node.children ?? [])]);
}

/** Options with the spellings that a sector's own sheets use. */
function withSpellings(
  options: readonly Option[],
  written: Readonly<Record<string, string>> | undefined,
): readonly Option[] {
  if (!written) return options;
  return options.map((choice) => {
    const own = Object.entries(written).flatMap(([spelling, code]) =>
      code === choice.code ? [spelling] : [],
    );
    return own.length === 0 ? choice : { ...choice, synonyms: [...(choice.synonyms ?? []), ...own] };
  });
}

/** Everything that a column of a sheet of complaints can be in a sector. */
export function importTargets(sector: Sector): readonly ImportTarget[] {
  const own: Readonly<Record<string, readonly Option[]>> = {
    respondentType: sector.respondentTypes,
    declineGround: sector.declineGrounds,
    category: flat(sector.categories),
    classification: flat(sector.classification?.options ?? []),
  };
  const shared = SHARED.filter(({ key }) => key !== 'classification' || sector.classification).map(
    (target) => {
      const options = target.options ?? own[target.key];
      return {
        ...target,
        synonyms: [...target.synonyms, ...(sector.importHeaders?.[target.key] ?? [])],
        ...(options ? { options: withSpellings(options, sector.importValues?.[target.key]) } : {}),
      };
    },
  );
  const details = sector.fields.map((field): ImportTarget => {
    const key = `details.${field.key}`;
    const options = 'options' in field.type ? flat(field.type.options) : undefined;
    return {
      key,
      kind: detailKind(field.type.kind),
      label: field.label,
      synonyms: [...(field.synonyms ?? []), ...(sector.importHeaders?.[key] ?? [])],
      required: false,
      ...(options ? { options: withSpellings(options, sector.importValues?.[key]) } : {}),
    };
  });
  return [...shared, ...details];
}

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

export const RELATED_SHEETS: readonly RelatedSheet[] = [SANCTIONS_SHEET];
