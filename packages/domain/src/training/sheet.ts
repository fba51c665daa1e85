import type { Localized } from '@huiyin/shared';
import {
  ASSESSMENT_LABELS,
  ASSESSMENTS,
  type Attendance,
  EXPERIENCE_LABELS,
  EXPERIENCES,
  TRAINING_CLASS_LABELS,
  TRAINING_CLASSES,
  type TrainingSession,
} from './training.ts';

/** A register of training as a spreadsheet: a line a person, sessions told apart by what is said of them. */

interface SheetColumn {
  readonly key: TrainingColumn;
  readonly label: Localized;
  /** Other headers that offices write over it. */
  readonly synonyms: readonly string[];
  readonly kind: 'text' | 'date' | 'decimal' | 'choice';
  readonly required: boolean;
  readonly options?: readonly {
    readonly code: string;
    readonly label: Localized;
    readonly synonyms?: readonly string[];
  }[];
}

export type TrainingColumn =
  | 'trainingClass'
  | 'topic'
  | 'heldOn'
  | 'hours'
  | 'trainer'
  | 'name'
  | 'experience'
  | 'assessment'
  | 'certificate'
  | 'expiresOn';

const CLASS_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  INTERNAL: ['内训', '中心内部培训'],
  TECHNOLOGY: ['技术培训', '公司技术培训'],
  CERTIFICATION: ['技能鉴定', '职业鉴定'],
  SUPERIOR: ['上级培训', '上级单位培训'],
  EXTERNAL: ['外训', '外派培训'],
};
const EXPERIENCE_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  NEW: ['新入职', '新人'],
  EXPERIENCED: ['老员工', '熟练员工'],
};
const ASSESSMENT_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  PASSED: ['通过'],
  FAILED: ['未通过'],
  NOT_ASSESSED: ['无考核', '不考核'],
};

function options<Code extends string>(
  codes: readonly Code[],
  labels: Readonly<Record<Code, Localized>>,
  synonyms: Readonly<Record<string, readonly string[]>>,
) {
  return codes.map((code) => ({ code, label: labels[code], synonyms: synonyms[code] ?? [] }));
}

export const TRAINING_SHEET: readonly SheetColumn[] = [
  {
    ...{ key: 'trainingClass', label: { zh: '培训类别', en: 'Class' }, synonyms: ['类别', '培训类型'] },
    ...{ kind: 'choice', required: true },
    options: options(TRAINING_CLASSES, TRAINING_CLASS_LABELS, CLASS_SYNONYMS),
  },
  {
    ...{ key: 'topic', label: { zh: '培训主题', en: 'Topic' }, kind: 'text', required: true },
    synonyms: ['主题', '培训内容', '课程', '培训项目'],
  },
  {
    ...{ key: 'heldOn', label: { zh: '培训日期', en: 'Day' }, kind: 'date', required: true },
    synonyms: ['日期', '培训时间'],
  },
  {
    ...{ key: 'hours', label: { zh: '学时', en: 'Hours' }, kind: 'decimal', required: true },
    synonyms: ['课时', '时长'],
  },
  {
    ...{ key: 'trainer', label: { zh: '授课人', en: 'Trainer' }, kind: 'text', required: false },
    synonyms: ['讲师', '培训师', '主讲人'],
  },
  {
    ...{ key: 'name', label: { zh: '参加人员', en: 'Name' }, kind: 'text', required: true },
    synonyms: ['姓名', '参训人员', '学员'],
  },
  {
    ...{ key: 'experience', label: { zh: '员工', en: 'Experience' }, kind: 'choice', required: false },
    synonyms: ['新老员工', '员工类别'],
    options: options(EXPERIENCES, EXPERIENCE_LABELS, EXPERIENCE_SYNONYMS),
  },
  {
    ...{ key: 'assessment', label: { zh: '考核', en: 'Assessment' }, kind: 'choice', required: false },
    synonyms: ['考核结果', '成绩'],
    options: options(ASSESSMENTS, ASSESSMENT_LABELS, ASSESSMENT_SYNONYMS),
  },
  {
    ...{ key: 'certificate', label: { zh: '证书', en: 'Certificate' }, kind: 'text', required: false },
    synonyms: ['证书名称', '证书编号'],
  },
  {
    ...{ key: 'expiresOn', label: { zh: '证书到期日', en: 'Certificate ends' }, kind: 'date' },
    ...{ required: false, synonyms: ['有效期至', '到期日'] },
  },
];

/** A line of the sheet that could be read: a session with one person. */
export interface TrainingLine {
  readonly session: Omit<TrainingSession, 'attendances'>;
  readonly attendance: Attendance;
}

/** What tells a session from others: the same said again is the same session. */
export function sessionKey(session: Omit<TrainingSession, 'attendances'>): string {
  const { trainingClass, topic, heldOn, tenthsOfHours, trainer } = session;
  return JSON.stringify([trainingClass, topic, heldOn, tenthsOfHours, trainer]);
}

/** The sessions that the lines tell of, in their order; who stands twice in a session took part once. */
export function sessionsOf(lines: readonly TrainingLine[]): readonly TrainingSession[] {
  const sessions = new Map<string, TrainingSession>();
  for (const { session, attendance } of lines) {
    const key = sessionKey(session);
    const { attendances } = sessions.get(key) ?? { attendances: [] };
    if (attendances.some(({ name }) => name === attendance.name)) continue;
    sessions.set(key, { ...session, attendances: [...attendances, attendance] });
  }
  return [...sessions.values()];
}
