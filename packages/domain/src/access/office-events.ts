import type { Localized } from '@huiyin/shared';

const t = (zh: string, en: string): Localized => ({ zh, en });

/** What is kept of the administration of an organisation: who changed what it works by, and who looked behind a mask. */
export const OFFICE_EVENT_LABELS = {
  MEMBER_INVITED: t('邀请成员', 'Member invited'),
  INVITATION_SENT_AGAIN: t('重发邀请', 'Invitation sent again'),
  INVITATION_WITHDRAWN: t('撤回邀请', 'Invitation withdrawn'),
  MEMBER_JOINED: t('成员加入', 'Member joined'),
  MEMBER_CHANGED: t('变更成员', 'Member changed'),
  DEPARTMENT_ADDED: t('新增部门', 'Department added'),
  DEPARTMENT_CHANGED: t('变更部门', 'Department changed'),
  SITE_ADDED: t('新增管理区域', 'Site added'),
  SITE_CHANGED: t('变更管理区域', 'Site changed'),
  SITE_REMOVED: t('移除管理区域', 'Site removed'),
  SITES_IMPORTED: t('导入管理区域名录', 'Sites taken from a spreadsheet'),
  SETTINGS_CHANGED: t('修改办理规则', 'Settings changed'),
  CATEGORY_CHANGED: t('调整类别', 'Category changed'),
  RULE_CORRECTED: t('核实时限', 'Limit confirmed or corrected'),
  PROMISE_MADE: t('作出时限承诺', 'Promise made'),
  PROMISE_ENDED: t('终止时限承诺', 'Promise ended'),
  CALENDAR_LOADED: t('载入工作日历', 'Calendar loaded'),
  CLOCKS_RECOMPUTED: t('重算时限', 'Clocks recomputed'),
  TEMPLATE_ADDED: t('新增答复模板', 'Answer template added'),
  TEMPLATE_CHANGED: t('修改答复模板', 'Answer template changed'),
  TEMPLATE_REMOVED: t('删除答复模板', 'Answer template removed'),
  GUIDANCE_ADDED: t('新增处理指引', 'Guidance card added'),
  GUIDANCE_CHANGED: t('修改处理指引', 'Guidance card changed'),
  GUIDANCE_REMOVED: t('删除处理指引', 'Guidance card removed'),
  RESPONDENT_CHANGED: t('修改被投诉单位', 'Respondent changed'),
  RESPONDENTS_MERGED: t('合并被投诉单位', 'Respondents merged'),
  RETENTION_SET: t('设定留存期限', 'Periods of keeping set'),
  PUBLIC_PAGE_CHANGED: t('修改公开页面', 'Public page changed'),
  TRAINING_RECORDED: t('登记培训', 'Training recorded'),
  TRAINING_CHANGED: t('修改培训', 'Training changed'),
  TRAINING_REMOVED: t('删除培训', 'Training removed'),
  TRAINING_IMPORTED: t('导入培训登记表', 'Training taken in from a sheet'),
  VISIT_PLANNED: t('安排走访', 'Visit planned'),
  VISIT_CHANGED: t('修改走访安排', 'Plan of a visit changed'),
  VISIT_RECORDED: t('登记走访', 'Visit recorded'),
  VISIT_FOLLOWED_UP: t('完成走访整改', 'Follow-up of a visit done'),
  VISIT_REMOVED: t('撤销走访安排', 'Plan of a visit taken back'),
  KEY_MADE: t('新建接口密钥', 'API key made'),
  KEY_RENEWED: t('更换接口密钥', 'API key renewed'),
  KEY_REVOKED: t('停用接口密钥', 'API key revoked'),
  OVERSIGHT_GRANTED: t('授权监督查看', 'Oversight granted'),
  OVERSIGHT_REVOKED: t('收回监督授权', 'Oversight taken back'),
  IDENTITY_REVEALED: t('查看投诉人身份', 'Identity revealed'),
} as const satisfies Readonly<Record<string, Localized>>;

export type OfficeEventKind = keyof typeof OFFICE_EVENT_LABELS;
export const OFFICE_EVENT_KINDS = Object.keys(OFFICE_EVENT_LABELS) as OfficeEventKind[];
