import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Flex, Segmented } from 'antd';
import { asKind, type Chosen, moved, PERIOD_KINDS } from './period.ts';
import { useOversightWords } from './words.ts';

/** Which period is looked at; one step away is one press away. */
export function PeriodPicker({
  chosen,
  label,
  onChoose,
}: {
  chosen: Chosen;
  /** What people call the period. */
  label: string;
  onChoose: (chosen: Chosen) => void;
}) {
  const { word } = useOversightWords();
  return (
    <Flex gap={12} wrap align="center" role="group" aria-label={word('oversight.kind')}>
      <Segmented
        aria-label={word('oversight.kind')}
        value={chosen.kind}
        options={PERIOD_KINDS.map((value) => ({ value, label: word(`oversight.kind.${value}`) }))}
        onChange={(kind) => onChoose(asKind(chosen, kind))}
      />
      <Flex gap={4} align="center">
        <Button
          icon={<LeftOutlined aria-hidden />}
          aria-label={word('oversight.earlier')}
          title={word('oversight.earlier')}
          onClick={() => onChoose(moved(chosen, -1))}
        />
        <span className="oversight-period" aria-live="polite">
          {label}
        </span>
        <Button
          icon={<RightOutlined aria-hidden />}
          aria-label={word('oversight.later')}
          title={word('oversight.later')}
          onClick={() => onChoose(moved(chosen, 1))}
        />
      </Flex>
    </Flex>
  );
}
