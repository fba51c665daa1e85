import { NO_SUCH_THING, type Refusal, type SiteNumber } from '@huiyin/domain';

/** Why a site stays as it is, in words for those who keep the tree. */

/** Most sites that an organisation keeps. */
export const MOST_SITES = 5_000;
export const LONGEST_SITE_NAME = 50;

export const NO_SUCH_SITE: Refusal = { ...NO_SUCH_THING, field: 'id' };
export const NO_SUCH_PARENT: Refusal = { ...NO_SUCH_THING, field: 'parentId' };
export const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: { zh: '只有单位管理员可以维护名录。', en: 'The tree is kept by the administrator.' },
};
export const NO_TREE: Refusal = {
  code: 'CONDITION_UNMET',
  message: { zh: '本行业没有管理区域名录。', en: 'Organisations of this sector keep no sites.' },
};
export const NAME_REQUIRED: Refusal = {
  code: 'REQUIRED',
  field: 'name',
  message: { zh: '请填写名称。', en: 'Give it a name.' },
};
export const NAMED_ALREADY: Refusal = {
  code: 'INVALID',
  field: 'name',
  message: { zh: '同级中已有此名称。', en: 'Another one beside it is called so already.' },
};
export const LOWEST: Refusal = {
  code: 'CONDITION_UNMET',
  field: 'parentId',
  message: { zh: '此级以下不再细分。', en: 'This level has no parts.' },
};
export const TOO_MANY: Refusal = {
  code: 'CONDITION_UNMET',
  message: { zh: `名录最多 ${MOST_SITES} 项。`, en: `A tree holds ${MOST_SITES} sites at most.` },
};
export const NO_SUCH_NUMBER: Refusal = { ...NO_SUCH_THING, field: 'numbers' };
export const HAS_PARTS: Refusal = {
  code: 'CONDITION_UNMET',
  field: 'id',
  message: { zh: '请先移除其下级。', en: 'Remove its parts first.' },
};

export function hasComplaints(count: number): Refusal {
  return {
    code: 'CONDITION_UNMET',
    field: 'id',
    message: {
      zh: `有 ${count} 件投诉登记在此处，不能移除；名称有变请改名。`,
      en: `${count} complaints name it, so it stays. If its name changed, rename it.`,
    },
  };
}

export function notPositive({ label }: SiteNumber): Refusal {
  return {
    code: 'INVALID',
    field: 'numbers',
    message: { zh: `${label.zh}应大于 0。`, en: `${label.en}: more than 0.` },
  };
}
