import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** The action whose form is open, as the address says: `#do=ANSWER` can be linked to, from the palette or a message. */
export function useOpenAction(): readonly [string | undefined, (action: string | undefined) => void] {
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  const open = useCallback(
    (action: string | undefined) =>
      void navigate(
        { pathname, search, hash: action ? `do=${action}` : '' },
        { replace: true, preventScrollReset: true },
      ),
    [navigate, pathname, search],
  );
  return [/^#do=([A-Z_]+)$/.exec(hash)?.[1], open];
}
