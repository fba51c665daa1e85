import { DisconnectOutlined } from '@ant-design/icons';
import { useSyncExternalStore } from 'react';
import { isReachable, subscribeToConnection } from './connection.ts';
import { useAppWords } from './words.ts';

/** Says that the server cannot be reached, for as long as it cannot. It lies over the page: nothing jumps. */
export function ConnectionBanner() {
  const { word } = useAppWords();
  const reachable = useSyncExternalStore(subscribeToConnection, isReachable);
  return (
    <div role="status" className="connection">
      {!reachable && (
        <p>
          <DisconnectOutlined aria-hidden /> {word('app.lost')}
        </p>
      )}
    </div>
  );
}
