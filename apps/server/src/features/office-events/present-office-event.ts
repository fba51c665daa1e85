import {
  findOption,
  OFFICE_EVENT_LABELS,
  OVERSIGHT_LEVEL_LABELS,
  type OversightLevel,
  ROLE_LABELS,
  type Role,
  STATUS_LABELS,
  type Status,
} from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import { authorName } from '../../casework/author-name.ts';
import type { Office } from '../../casework/office.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { OfficeEventRow } from './office-event.repository.ts';
import { type OfficeEventChangeType, OfficeEventType } from './office-event.type.ts';

const t = (zh: string, en: string): Localized => ({ zh, en });

/** What fields are called; one that is not here is of use to machines alone and is not shown. */
const FIELD_LABELS: Readonly<Record<string, Localized>> = {
  ...{ name: t('名称', 'Name'), nameEn: t('英文名称', 'Name in English'), email: t('邮箱', 'E-mail') },
  ...{ role: t('角色', 'Role'), departmentId: t('部门', 'Department'), kind: t('类型', 'Kind') },
  ...{ parentId: t('上级部门', 'Part of'), active: t('在用', 'Active') },
  reopenWithinDays: t('重新办理期限（天）', 'Reopening window (days)'),
  untouchedDays: t('久未办理提醒（天）', 'Untouched days'),
  answerNeedsApproval: t('答复须经审批', 'Answers need approval'),
  openOfBusiness: t('上班时间', 'Opens'),
  closeOfBusiness: t('下班时间', 'Closes'),
  weekendMovesLastDay: t('末日逢周末顺延', 'A weekend moves the last day'),
  ...{ clock: t('时限', 'Clock'), amount: t('期限', 'Limit'), unit: t('单位', 'Unit') },
  ...{ source: t('出处', 'Source'), effectiveFrom: t('生效', 'In force from') },
  effectiveTo: t('失效', 'In force until'),
  ...{ holidays: t('放假', 'Days off'), makeUpDays: t('调休上班', 'Make-up working days') },
  ...{ complaints: t('重算件数', 'Complaints computed'), changed: t('时限有变', 'Due times changed') },
  ...{ text: t('内容', 'Text'), scopes: t('权限', 'Scopes'), expiresAt: t('到期', 'Ends') },
  ...{ phone: t('电话', 'Telephone'), hours: t('办公时间', 'Hours'), address: t('地址', 'Address') },
  ...{ introduction: t('简介', 'Introduction'), handles: t('受理范围', 'What it handles') },
  ...{ elsewhere: t('不属受理范围', 'What belongs elsewhere'), procedure: t('办理程序', 'Procedure') },
  ...{ duties: t('职责', 'Duties'), commitments: t('服务承诺', 'Commitments') },
  legalBases: t('法律依据', 'Legal bases'),
  showsStaffNames: t('公开承办人姓名', 'Shows staff names'),
  takesComplaints: t('接受网上投诉', 'Takes complaints'),
  offersOpen311: t('开放 Open311 接口', 'Offers Open311'),
  takesMail: t('接收电子邮件投诉', 'Takes e-mail'),
  writesLetters: t('以邮件告知投诉人', 'Writes to complainants'),
  ...{ label: t('本单位名称', 'Own wording'), offFrom: t('停用日期', 'Not offered from') },
  ...{ heldOn: t('日期', 'Held on'), people: t('人数', 'People'), target: t('对象类别', 'Kind') },
  ...{ plannedOn: t('计划日期', 'Planned for'), doneOn: t('走访日期', 'Made on') },
  ...{ findings: t('发现问题', 'Findings'), followUps: t('整改事项', 'Follow-ups') },
  ...{ title: t('标题', 'Title'), statuses: t('适用状态', 'States') },
  categories: t('适用类别', 'Categories'),
  url: t('地址', 'Address'),
  months: t('留存月数', 'Months kept'),
  position: t('顺序', 'Place'),
  ...{ level: t('查看程度', 'What is seen'), until: t('有效至', 'Until') },
  ...{
    casesFrom: t('投诉件受理自', 'Cases received from'),
    casesUntil: t('投诉件受理至', 'Cases received until'),
  },
  ...{ added: t('新增项数', 'New sites'), numbers: t('数值', 'Numbers') },
};

const UNIT_LABELS: Readonly<Record<string, Localized>> = {
  ...{ hours: t('小时', 'hours'), days: t('日', 'days'), workingDays: t('工作日', 'working days') },
};

/** An event in words of one language. */
export function presentOfficeEvent(row: OfficeEventRow, office: Office, locale: Locale): OfficeEventType {
  const { id, kind, at, actor, subject, reason, changes, complaint_id, number } = row;
  return Object.assign(new OfficeEventType(), {
    id: toGlobalId('OfficeEvent', id),
    ...{ kind, at, by: authorName(actor, locale), subject, reason },
    label: inLocale(OFFICE_EVENT_LABELS[kind], locale),
    complaint: complaint_id && number ? { id: toGlobalId('Complaint', complaint_id), number } : null,
    changes: Object.entries(changes).flatMap(([field, { before, after }]): OfficeEventChangeType[] => {
      const label = FIELD_LABELS[field];
      if (!label) return [];
      const say = (value: unknown) => said(field, value, { office, locale });
      return [{ label: inLocale(label, locale), before: say(before), after: say(after) }];
    }),
  });
}

interface Saying {
  readonly office: Office;
  readonly locale: Locale;
}

/** A value as people read it; `null` for nothing. */
function said(field: string, value: unknown, saying: Saying): string | null {
  const { office, locale } = saying;
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return inLocale(value ? t('是', 'Yes') : t('否', 'No'), locale);
  if (Array.isArray(value))
    return value.map((each) => said(field, each, saying)).join(locale === 'en' ? ', ' : '、');
  if (typeof value === 'object') return saidOfObject(value, saying);
  const text = String(value);
  if (field === 'role') return inLocale(ROLE_LABELS[text as Role] ?? t(text, text), locale);
  if (field === 'level')
    return inLocale(OVERSIGHT_LEVEL_LABELS[text as OversightLevel] ?? t(text, text), locale);
  if (field === 'unit') return inLocale(UNIT_LABELS[text] ?? t(text, text), locale);
  if (field === 'statuses') return inLocale(STATUS_LABELS[text as Status] ?? t(text, text), locale);
  if (field === 'categories') {
    return inLocale(findOption(office.sector.categories, text)?.node.label ?? t(text, text), locale);
  }
  if (field === 'kind') {
    return inLocale(findOption(office.sector.respondentTypes, text)?.node.label ?? t(text, text), locale);
  }
  if (field !== 'departmentId' && field !== 'parentId') return text;
  const department = office.directory.departments.get(text);
  return department?.name ?? text;
}

/** A text in two languages, or texts by their code. */
function saidOfObject(value: object, { locale }: Saying): string {
  if ('zh' in value && 'en' in value) return inLocale(value as Localized, locale);
  return Object.values(value as Readonly<Record<string, Localized>>)
    .map((text) => inLocale(text, locale))
    .join(locale === 'en' ? ', ' : '、');
}
