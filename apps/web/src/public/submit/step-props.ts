import type { Uploads } from '../uploads.ts';
import type { Office } from '../with-office.tsx';
import type { Draft } from './draft.ts';

/** What each step is given. */
export interface StepProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly office: Office;
  readonly problems: Readonly<Record<string, string>>;
  readonly uploads: Uploads;
}
