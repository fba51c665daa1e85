import { may } from '../../app/places.tsx';
import { useViewer } from '../../app/viewer.tsx';

/** Whether the viewer writes reports, by the table of the domain; others read them. */
export function useMayWrite(): boolean {
  return may('writeReports')(useViewer().role);
}
