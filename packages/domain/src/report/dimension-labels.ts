import type { Localized } from '@huiyin/shared';
import {
  CHANNEL_LABELS,
  DEMAND_LABELS,
  DISCLOSURE_LABELS,
  ENGINEERING_STAGE_LABELS,
  ESCALATION_LABELS,
  FINDING_LABELS,
  FOLLOW_UP_LABELS,
  KIND_LABELS,
  REMEDY_LABELS,
  SANCTION_LABELS,
  SOURCE_LEVEL_LABELS,
  STATUS_LABELS,
} from '../complaint/labels.ts';
import { type Dimension, NOT_STATED } from '../figures/measures.ts';
import type { OptionNode, Sector } from '../sectors/contract.ts';
import { documentsOf } from '../sectors/document-templates.ts';
import { rulesFor } from '../sectors/index.ts';
import { findOption } from '../sectors/options.ts';

/** Names that only the organisation knows: of its departments and members. */
export type NamesById = ReadonlyMap<string, Localized>;

type Labels = Readonly<Record<string, Localized>>;

const YES_NO: Labels = { YES: { zh: '是', en: 'Yes' }, NO: { zh: '否', en: 'No' } };

const t = (zh: string, en: string): Localized => ({ zh, en });

/** What a dimension itself is called; a sector's own by its field, its boxes by the name it gives them. */
const NAMES: Readonly<Record<string, Localized>> = {
  channel: t('受理渠道', 'channel'),
  sourceLevel: t('来源', 'source'),
  sourceBody: t('来源单位', 'forwarding body'),
  kind: t('诉求类型', 'kind'),
  category: t('类别', 'category'),
  categoryRoot: t('类别', 'category'),
  classifiedFirst: t('初始分类', 'classified first as'),
  disclosure: t('身份公开程度', 'disclosure'),
  respondentType: t('被投诉方类型', 'kind of respondent'),
  respondent: t('被投诉方', 'respondent'),
  department: t('部门', 'department'),
  handler: t('承办人', 'handler'),
  acceptance: t('受理决定', 'decision'),
  declineGround: t('不予受理原因', 'ground for declining'),
  transferredTo: t('主管部门', 'body in charge'),
  finding: t('结论', 'finding'),
  validity: t('有效性', 'validity'),
  sanctioned: t('是否处罚', 'sanctioned'),
  cause: t('原因', 'cause'),
  demand: t('诉求', 'demand'),
  status: t('状态', 'status'),
  wayOut: t('去向', 'way out'),
  clock: t('时限', 'deadline'),
  clockResult: t('时限结果', 'result'),
  promiseResult: t('承诺结果', 'result'),
  followUpResult: t('回访结果', 'result'),
  resolved: t('问题已解决', 'put right'),
  reached: t('已联系上', 'reached'),
  remedy: t('处理方式', 'remedy'),
  sanction: t('处罚种类', 'sanction'),
  currency: t('币种', 'currency'),
  conversion: t('转化', 'conversion'),
  forwardedTo: t('上报单位', 'forwarded to'),
  escalation: t('关注原因', 'reason'),
  route: t('途径', 'route'),
  mediationResult: t('调解结果', 'result'),
  incident: t('群体性事件', 'incident'),
  document: t('文书', 'document'),
  outlet: t('工程清单', 'engineering list'),
  site: t('地点', 'site'),
  stage: t('进展', 'stage'),
  leading: t('按事项计', 'counted by item'),
  improved: t('指标改善', 'improved'),
  repeatFault: t('重复故障', 'repeat fault'),
};

export function dimensionName(dimension: Dimension, { classification, fields }: Sector): Localized {
  if (classification && (dimension === 'classification' || dimension === 'classificationRoot')) {
    return classification.label;
  }
  const own = fields.find(({ key }) => `details.${key}` === dimension);
  return own?.label ?? NAMES[dimension] ?? same(dimension);
}

const FIXED: Readonly<Record<string, Labels>> = {
  channel: CHANNEL_LABELS,
  sourceLevel: SOURCE_LEVEL_LABELS,
  kind: KIND_LABELS,
  disclosure: DISCLOSURE_LABELS,
  status: STATUS_LABELS,
  wayOut: STATUS_LABELS,
  finding: FINDING_LABELS,
  demand: DEMAND_LABELS,
  remedy: REMEDY_LABELS,
  sanction: SANCTION_LABELS,
  followUpResult: FOLLOW_UP_LABELS,
  escalation: ESCALATION_LABELS,
  validity: { VALID: { zh: '有效', en: 'Valid' }, INVALID: { zh: '无效', en: 'Invalid' } },
  acceptance: {
    ACCEPTED: { zh: '受理', en: 'Accepted' },
    DECLINED: { zh: '不予受理', en: 'Declined' },
    TRANSFERRED: { zh: '移送', en: 'Transferred' },
  },
  clockResult: { MET: { zh: '按时', en: 'In time' }, OVERDUE: { zh: '超时', en: 'Overdue' } },
  promiseResult: { KEPT: { zh: '兑现', en: 'Kept' }, BROKEN: { zh: '未兑现', en: 'Broken' } },
  mediationResult: { AGREED: { zh: '达成一致', en: 'Agreed' }, TERMINATED: { zh: '终止', en: 'Terminated' } },
  sanctioned: YES_NO,
  resolved: YES_NO,
  reached: YES_NO,
  stage: ENGINEERING_STAGE_LABELS,
  leading: YES_NO,
  improved: YES_NO,
  repeatFault: YES_NO,
};

/** What people call a value of a dimension; the value itself where it is a name. */
export function dimensionLabel(
  dimension: Dimension,
  value: string,
  { sector, names }: { readonly sector: Sector; readonly names: NamesById },
): Localized {
  if (value === NOT_STATED) return { zh: '未注明', en: 'Not stated' };
  const fixed = FIXED[dimension]?.[value];
  if (fixed) return fixed;
  if (dimension === 'clock')
    return rulesFor(sector).find(({ clock }) => clock === value)?.label ?? same(value);
  if (dimension === 'conversion') {
    const moves = sector.classification?.conversions ?? [];
    return moves.find(({ from, to }) => `${from}>${to}` === value)?.label ?? same(value);
  }
  return optionsOf(dimension, sector, value) ?? names.get(value) ?? same(value);
}

function same(value: string): Localized {
  return { zh: value, en: value };
}

function optionsOf(dimension: Dimension, sector: Sector, value: string): Localized | undefined {
  const trees: Readonly<Record<string, readonly OptionNode[]>> = {
    category: sector.categories,
    categoryRoot: sector.categories,
    classification: sector.classification?.options ?? [],
    classificationRoot: sector.classification?.options ?? [],
    classifiedFirst: sector.classification?.options ?? [],
    respondentType: sector.respondentTypes,
    declineGround: sector.declineGrounds,
    cause: sector.causes,
    forwardedTo: sector.forwardings,
    route: sector.routes,
    outlet: sector.outlets ?? [],
    document: documentsOf(sector),
  };
  const own = sector.fields.find(({ key }) => `details.${key}` === dimension);
  if (own?.type.kind === 'boolean') return value === 'true' ? YES_NO['YES'] : YES_NO['NO'];
  const tree = own ? ('options' in own.type ? own.type.options : []) : trees[dimension];
  return tree && findOption(tree, value)?.node.label;
}
