import type { Sector } from '../sectors/contract.ts';
import type { VisitReason, VisitTarget } from './visit.ts';

/** A visit of a demo office; days count from today, negative ones are past. */
export interface DemoVisit {
  readonly target: VisitTarget;
  readonly name: string;
  readonly reason: VisitReason;
  readonly why: string;
  readonly plannedIn: number;
  readonly made?: {
    readonly in: number;
    readonly findings: readonly string[];
    readonly followUps: readonly { readonly text: string; readonly dueIn: number; readonly done?: true }[];
  };
}

/** Some visits of a complaints office of the sector: regulators visit parties, providers their own departments. */
export function demoVisits({
  family,
  demoOffice,
}: Pick<Sector, 'family' | 'demoOffice'>): readonly DemoVisit[] {
  const [first, second] = demoOffice.departments;
  const own = (name: string | undefined, other: string) => (family === 'PROVIDER' && name ? name : other);
  const target: VisitTarget = family === 'PROVIDER' ? 'DEPARTMENT' : 'RESPONDENT';
  return [
    {
      ...{ target, name: own(first?.name.zh, '鹏城示范服务公司'), reason: 'HOT_SPOT', plannedIn: -48 },
      why: '近一季投诉较上期上升，超出偶然波动。',
      made: {
        in: -46,
        findings: ['告知书没有放在显眼处', '值班电话两次无人接听'],
        followUps: [
          { text: '在大厅入口张贴告知书', dueIn: -30, done: true },
          { text: '安排午间值班并公布轮值表', dueIn: -6 },
        ],
      },
    },
    {
      ...{ target, name: own(second?.name.zh, '鹏城第二服务公司'), reason: 'RECORD', plannedIn: -20 },
      why: '半年内多次被投诉，反映内容相同。',
      made: { in: -20, findings: [], followUps: [] },
    },
    {
      ...{ target: 'PLACE', name: '东门服务点', reason: 'HOT_SPOT', plannedIn: -3 },
      why: '同一地点两周内收到多件投诉。',
    },
    {
      ...{ target: 'PLACE', name: '火车站广场', reason: 'BY_HAND', plannedIn: 12 },
      why: '节假日前例行检查。',
    },
  ];
}
