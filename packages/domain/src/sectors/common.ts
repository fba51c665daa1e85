import type { Localized } from '@huiyin/shared';
import type { DeadlineRule } from '../clocks/rule.ts';
import type { ClosingCondition, Option } from './contract.ts';

/** Short for a text in both languages. */
export const t = (zh: string, en: string): Localized => ({ zh, en });

/** An option, with other spellings that spreadsheets use. */
export function option(code: string, zh: string, en: string, synonyms: readonly string[] = []): Option {
  return { code, label: t(zh, en), ...(synonyms.length > 0 ? { synonyms } : {}) };
}

/** What was found is stated of complaints and reports; an inquiry is answered and needs none. */
export const FINDING_OF_COMPLAINTS: ClosingCondition = {
  code: 'FINDING',
  label: t('请先作出查证结论。', 'Record the finding first.'),
  holds: ({ kind, finding }) => (kind !== 'COMPLAINT' && kind !== 'REPORT') || finding !== undefined,
};

/** Limits that apply to every sector, by where a complaint came from. */
export const COMMON_CLOCKS: readonly DeadlineRule[] = [
  {
    id: 'common.petition@2022-05-01',
    clock: 'petition',
    label: t('信访事项办理', 'Petition handled'),
    startsOn: 'petitionRegistered',
    endsOn: ['petitionHandled', 'answered'],
    amount: 60,
    unit: 'days',
    extension: {
      amount: 30,
      unit: 'days',
      approval: t('本机关负责人批准', 'approved by the head of the office'),
    },
    basis: {
      regulation: t('信访工作条例', 'Regulation on Petition Work (2022)'),
      article: t('第三十四条', 'Art. 34'),
    },
    effectiveFrom: '2022-05-01',
    confirmed: true,
    origin: 'law',
  },
  {
    id: 'common.hotline@2020-01-01',
    clock: 'hotline',
    label: t('12345 热线答复', 'Hotline 12345 answered'),
    startsOn: 'hotlineReceived',
    endsOn: ['answered', 'declined', 'transferred'],
    amount: 5,
    unit: 'workingDays',
    basis: {
      regulation: t('地方政务服务便民热线规定', 'Local rules on the government service hotline'),
      article: t('济南第二十四条、潍坊第二十条', 'Jinan Art. 24, Weifang Art. 20'),
    },
    effectiveFrom: '2020-01-01',
    confirmed: false,
    origin: 'local',
    // 法律、法规另有规定的从其规定: where law gives more, the hotline waits as long.
    yieldsToLaw: true,
  },
];
