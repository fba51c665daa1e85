import {
  CheckSquareOutlined,
  ClusterOutlined,
  EnvironmentOutlined,
  EyeOutlined,
  FileExcelOutlined,
  FormOutlined,
  InboxOutlined,
  LineChartOutlined,
  MedicineBoxOutlined,
  ReadOutlined,
  SettingOutlined,
  ShopOutlined,
  TeamOutlined,
  ToolOutlined,
} from '@ant-design/icons';
import { OFFICE_ACTIONS, type OfficeAction, PERMISSIONS, type Role } from '@huiyin/domain';
import type { ReactNode } from 'react';
import type { AppWord } from './words.ts';

/** What of the sector decides whether a place is of use. */
interface SectorOfPlace {
  readonly family: string;
  readonly outlets: readonly object[];
  readonly productRegister: string | null;
}

/** What places are for, in the order of the menu. */
export const PLACE_GROUPS = ['handling', 'learning', 'figures', 'office'] as const;
export type PlaceGroup = (typeof PLACE_GROUPS)[number];

/** Somewhere to go in the menu and the command palette. */
export interface Place {
  readonly path: string;
  readonly group: PlaceGroup;
  readonly word: AppWord;
  readonly icon: ReactNode;
  /** Whether it is of use to somebody of this role; absent: to everybody. */
  readonly isFor?: (role: Role, sector: SectorOfPlace) => boolean;
}

/** Those who may do something in the office, by the one table of the domain. */
export function may(action: OfficeAction): (role: Role) => boolean {
  const { roles }: { readonly roles: readonly Role[] } = OFFICE_ACTIONS[action];
  return (role) => roles.includes(role);
}

/** The places of the product, in the order of the menu. A further one is a line here and its route. */
export const PLACES: readonly Place[] = [
  { path: '/complaints', group: 'handling', word: 'place.inbox', icon: <InboxOutlined aria-hidden /> },
  {
    path: '/register',
    group: 'handling',
    word: 'place.register',
    icon: <FormOutlined aria-hidden />,
    isFor: (role) => PERMISSIONS.REGISTER.anywhere.includes(role),
  },
  { path: '/incidents', group: 'handling', word: 'place.incidents', icon: <ClusterOutlined aria-hidden /> },
  {
    path: '/respondents',
    group: 'handling',
    word: 'place.respondents',
    icon: <ShopOutlined aria-hidden />,
    isFor: (_, { family }) => family === 'REGULATOR',
  },
  { path: '/actions', group: 'learning', word: 'place.actions', icon: <CheckSquareOutlined aria-hidden /> },
  {
    path: '/products',
    group: 'handling',
    word: 'place.products',
    icon: <MedicineBoxOutlined aria-hidden />,
    isFor: (_, { productRegister }) => productRegister !== null,
  },
  {
    path: '/team',
    group: 'handling',
    word: 'place.team',
    icon: <TeamOutlined aria-hidden />,
    isFor: may('leadTeam'),
  },
  {
    path: '/engineering',
    group: 'handling',
    word: 'place.engineering',
    icon: <ToolOutlined aria-hidden />,
    isFor: (_, { outlets }) => outlets.length > 0,
  },
  {
    path: '/report',
    group: 'figures',
    word: 'place.reports',
    icon: <LineChartOutlined aria-hidden />,
    isFor: may('readReports'),
  },
  {
    path: '/visits',
    group: 'learning',
    word: 'place.visits',
    icon: <EnvironmentOutlined aria-hidden />,
    isFor: may('readVisits'),
  },
  {
    path: '/training',
    group: 'learning',
    word: 'place.training',
    icon: <ReadOutlined aria-hidden />,
    isFor: may('readTraining'),
  },
  {
    path: '/import',
    group: 'figures',
    word: 'place.imports',
    icon: <FileExcelOutlined aria-hidden />,
    isFor: may('importComplaints'),
  },
  {
    path: '/person-requests',
    group: 'office',
    word: 'place.personRequests',
    icon: <EyeOutlined aria-hidden />,
    isFor: may('answerPersonRequests'),
  },
  {
    path: '/administration',
    group: 'office',
    word: 'place.administration',
    icon: <SettingOutlined aria-hidden />,
    isFor: may('readOfficeEvents'),
  },
  {
    path: '/oversight-looks',
    group: 'office',
    word: 'place.looks',
    icon: <EyeOutlined aria-hidden />,
    isFor: (role) => role === 'ADMINISTRATOR' || role === 'AUDITOR',
  },
];
