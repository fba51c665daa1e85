import { Alert, Button, Spin } from 'antd';
import { useWords } from '../i18n/i18n.ts';

/** While something is on its way. */
export function Loading() {
  const { word } = useWords();
  return (
    <div className="center" role="status" aria-label={word('app.loading')}>
      <Spin />
    </div>
  );
}

/** Something did not work: what, and how to go on. */
export function Failure({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { word } = useWords();
  const unreachable = error instanceof TypeError || /fetch|network/i.test(error.message);
  return (
    <Alert
      type="error"
      showIcon
      title={word('app.failed')}
      description={unreachable ? word('app.offline') : error.message}
      action={onRetry && <Button onClick={onRetry}>{word('app.retry')}</Button>}
    />
  );
}
