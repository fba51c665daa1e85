import { Alert, Button, Result, Skeleton } from 'antd';
import { Link, useRouteError } from 'react-router';
import { useAppWords } from './words.ts';

/** While something is on its way: the shape of a page, so that nothing jumps when it comes. */
export function Loading() {
  const { word } = useAppWords();
  return (
    <div className="loading" role="status" aria-label={word('app.loading')}>
      <Skeleton active title={{ width: '30%' }} paragraph={{ rows: 8 }} />
    </div>
  );
}

/** Something did not work: what, and how to go on. */
export function Failure({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { word } = useAppWords();
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

/** An address that leads nowhere. */
export function NoSuchPage() {
  const { word } = useAppWords();
  return (
    <Result
      status="404"
      title={word('app.notFound')}
      extra={
        <Link to="/complaints">
          <Button type="primary">{word('app.toInbox')}</Button>
        </Link>
      }
    />
  );
}

/** A page that threw, or whose code could not be fetched (a new release stands behind an old page). */
export function BrokenPage() {
  const { word } = useAppWords();
  const error = useRouteError();
  return (
    <Result
      status="error"
      title={word('app.broken')}
      subTitle={word('app.brokenHint')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {word('app.retry')}
        </Button>
      }
    >
      <code>{error instanceof Error ? error.message : String(error)}</code>
    </Result>
  );
}
