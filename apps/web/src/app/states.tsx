import { Alert, Button, Skeleton } from 'antd';
import { Link, useRouteError } from 'react-router';
import { useAppWords } from './words.ts';

/** While something is on its way: the shape of a page, so that nothing jumps when it comes. */
export function Loading() {
  const { word } = useAppWords();
  return (
    <div className="loading" role="status" aria-label={word('app.loading')}>
      {/* Its bars are drawn as a heading and a list, which they are not. */}
      <div aria-hidden>
        <Skeleton active title={{ width: '30%' }} paragraph={{ rows: 8 }} />
      </div>
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
    <section className="dead-end">
      <h1>{word('app.notFound')}</h1>
      <Link to="/complaints">{word('app.toInbox')}</Link>
    </section>
  );
}

/**
 * A page that threw, or whose code could not be fetched (a new release stands behind an old page). Made of what is here
 * already: it is shown when nothing more can be had.
 */
export function BrokenPage() {
  const { word } = useAppWords();
  const error = useRouteError();
  return (
    <section className="dead-end" role="alert">
      <h1>{word('app.broken')}</h1>
      <p>{word('app.brokenHint')}</p>
      <Button type="primary" onClick={() => window.location.reload()}>
        {word('app.retry')}
      </Button>
      <code>{error instanceof Error ? error.message : String(error)}</code>
    </section>
  );
}
