import type { Localized } from '@huiyin/shared';
import type { LocalDate } from '../time.ts';

/** What a complaints centre teaches its people (domain.md 7). */

const t = (zh: string, en: string): Localized => ({ zh, en });

export const TRAINING_CLASSES = ['INTERNAL', 'TECHNOLOGY', 'CERTIFICATION', 'SUPERIOR', 'EXTERNAL'] as const;
export type TrainingClass = (typeof TRAINING_CLASSES)[number];
export const TRAINING_CLASS_LABELS: Readonly<Record<TrainingClass, Localized>> = {
  INTERNAL: t('内部培训', 'Internal'),
  TECHNOLOGY: t('单位组织的技术培训', 'On technology, arranged by the organisation'),
  CERTIFICATION: t('职业技能鉴定', 'Vocational skill certification'),
  SUPERIOR: t('上级组织的培训', 'Arranged by a superior body'),
  EXTERNAL: t('外部培训', 'External courses'),
};

export const EXPERIENCES = ['NEW', 'EXPERIENCED'] as const;
export type Experience = (typeof EXPERIENCES)[number];
export const EXPERIENCE_LABELS: Readonly<Record<Experience, Localized>> = {
  NEW: t('新员工', 'New'),
  EXPERIENCED: t('在岗员工', 'Experienced'),
};

export const ASSESSMENTS = ['PASSED', 'FAILED', 'NOT_ASSESSED'] as const;
export type Assessment = (typeof ASSESSMENTS)[number];
export const ASSESSMENT_LABELS: Readonly<Record<Assessment, Localized>> = {
  PASSED: t('合格', 'Passed'),
  FAILED: t('不合格', 'Failed'),
  NOT_ASSESSED: t('未考核', 'Not assessed'),
};

/** Somebody who took part. */
export interface Attendance {
  /** Absent: somebody without a sign-in here. */
  readonly memberId?: string | undefined;
  readonly name: string;
  readonly experience: Experience;
  readonly assessment: Assessment;
  /** Name or number of the certificate that they got. */
  readonly certificate?: string | undefined;
  readonly expiresOn?: LocalDate | undefined;
}

/** A session as it was held. */
export interface TrainingSession {
  readonly trainingClass: TrainingClass;
  readonly topic: string;
  readonly heldOn: LocalDate;
  /** Half an hour is 5: hours add up exactly. */
  readonly tenthsOfHours: number;
  /** Empty when nobody said who taught. */
  readonly trainer: string;
  readonly attendances: readonly Attendance[];
}
