import { TeamOutlined } from '@ant-design/icons';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import type { Present } from './use-presence.ts';
import { useComplaintWords } from './words.ts';

/** Who else has the complaint open: “李明 正在填写：答复”. */
export function Others({ complaint, others }: { complaint: ComplaintOfPage; others: readonly Present[] }) {
  const { word } = useComplaintWords();
  const labelOf = (doing: Present['doing']) =>
    complaint.allowedActions.find(({ action }) => action === doing)?.label;
  return (
    <div role="status" className="case-others">
      {others.map(({ member: { id, name }, doing }) => {
        const label = labelOf(doing);
        return (
          <span key={id} className="case-other">
            <TeamOutlined aria-hidden />{' '}
            {label ? word('presence.writing', { name, action: label }) : word('presence.looking', { name })}
          </span>
        );
      })}
    </div>
  );
}
