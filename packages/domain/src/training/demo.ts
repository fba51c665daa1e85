import type { Sector } from '../sectors/contract.ts';
import type { Attendance, TrainingClass } from './training.ts';

/** A session of a demo office, so many days ago. */
export interface DemoTraining {
  readonly daysAgo: number;
  readonly trainingClass: TrainingClass;
  readonly topic: string;
  readonly hours: number;
  readonly trainer: string;
  readonly people: readonly (Omit<Attendance, 'expiresOn'> & { readonly endsInDays?: number })[];
  /** Answers a lesson of the office, where there is one. */
  readonly answersLesson?: true;
}

type Person = DemoTraining['people'][number];
const passed = (name: string, rest: Partial<Person> = {}): Person => ({
  ...{ name, experience: 'EXPERIENCED', assessment: 'PASSED' },
  ...rest,
});
const failed = (name: string): Person => ({ name, experience: 'NEW', assessment: 'FAILED' });
const there = (...names: readonly string[]): readonly Person[] =>
  names.map((name) => ({ name, experience: 'EXPERIENCED', assessment: 'NOT_ASSESSED' }));
const CERTIFICATE = '投诉处理员三级证书';

/** A year of training in a complaints centre of the sector. */
export function demoTrainings({ categories }: Pick<Sector, 'categories'>): readonly DemoTraining[] {
  const [frequent] = categories;
  return [
    {
      ...{ daysAgo: 330, trainingClass: 'INTERNAL', hours: 2, trainer: '张建国' },
      topic: '首问负责制与“三项禁止”',
      people: [passed('李明'), passed('王芳'), passed('刘洋', { experience: 'NEW' }), failed('孙悦')],
    },
    {
      ...{ daysAgo: 316, trainingClass: 'CERTIFICATION', hours: 16, trainer: '市职业技能鉴定中心' },
      topic: '投诉处理员职业技能鉴定（三级）',
      people: [
        passed('李明', { certificate: CERTIFICATE, endsInDays: 47 }),
        passed('王芳', { certificate: CERTIFICATE, endsInDays: 410 }),
        failed('孙悦'),
      ],
    },
    {
      ...{ daysAgo: 251, trainingClass: 'SUPERIOR', hours: 4, trainer: '市应急管理局' },
      topic: '消防安全与突发事件处置',
      people: there('李明', '王芳', '张建国', '刘洋'),
    },
    {
      ...{ daysAgo: 188, trainingClass: 'TECHNOLOGY', hours: 3, trainer: '信息科' },
      topic: '投诉平台操作：登记、时限与报告',
      people: [passed('李明'), passed('刘洋', { experience: 'NEW' }), passed('孙悦', { experience: 'NEW' })],
    },
    {
      ...{ daysAgo: 120, trainingClass: 'EXTERNAL', hours: 12, trainer: '市心理咨询师协会' },
      topic: '情绪安抚与沟通技巧',
      people: [
        passed('刘洋', { experience: 'NEW', certificate: '沟通技巧结业证书', endsInDays: 21 }),
        passed('王芳', { certificate: '沟通技巧结业证书', endsInDays: 240 }),
      ],
    },
    {
      ...{ daysAgo: 74, trainingClass: 'CERTIFICATION', hours: 16, trainer: '市职业技能鉴定中心' },
      topic: '投诉处理员职业技能鉴定（三级）补考',
      people: [passed('孙悦', { experience: 'NEW', certificate: CERTIFICATE, endsInDays: 656 })],
    },
    {
      ...{ daysAgo: 33, trainingClass: 'INTERNAL', hours: 1.5, trainer: '王芳', answersLesson: true },
      topic: `“${frequent?.label.zh ?? '常见'}”类投诉处理要点`,
      people: [
        ...[passed('李明'), passed('刘洋', { experience: 'NEW' })],
        passed('孙悦', { experience: 'NEW' }),
      ],
    },
    {
      ...{ daysAgo: 12, trainingClass: 'INTERNAL', hours: 1, trainer: '张建国' },
      topic: '典型案例复盘：从登记到答复',
      people: there('李明', '王芳', '刘洋', '孙悦'),
    },
  ];
}
