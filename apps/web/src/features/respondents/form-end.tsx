import { Alert, Button } from 'antd';
import { useRespondentWords } from './words.ts';

/** Why it was refused, and the buttons. */
export function FormEnd(props: {
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly label: string;
  readonly onClose: () => void;
}) {
  const { busy, problem, label, onClose } = props;
  const { word } = useRespondentWords();
  return (
    <div className="respondent-end">
      {problem && (
        <Alert role="alert" type="error" showIcon title={<span className="said">{problem}</span>} />
      )}
      <div className="respondent-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>
          {label}
        </Button>
        <Button onClick={onClose}>{word('app.cancel')}</Button>
      </div>
    </div>
  );
}
