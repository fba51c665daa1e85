import { WarningOutlined } from '@ant-design/icons';
import { useRespondentWords } from './words.ts';

/** That somebody is a repeat offender, in words and with why; the colour only repeats them. */
export function RepeatMark({ reason }: { reason: string }) {
  const { word } = useRespondentWords();
  return (
    <span className="respondent-mark">
      <WarningOutlined aria-hidden /> {word('respondents.repeated')} <span className="quiet">{reason}</span>
    </span>
  );
}
