import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';

type Filled = Readonly<Record<string, string>>;

/**
 * The action whose form is open, as the address says: `#do=ANSWER` can be linked to, from the palette or a message;
 * `#do=MERGE&into=…` also fills what is known already.
 */
export function useOpenAction(): readonly [
  action: string | undefined,
  open: (action: string | undefined) => void,
  filled: Filled,
] {
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
  const [action, filled] = useMemo((): [string | undefined, Filled] => {
    const { do: asked, ...rest } = Object.fromEntries(new URLSearchParams(hash.slice(1)));
    return [/^[A-Z_]+$/.exec(asked ?? '')?.[0], rest];
  }, [hash]);
  return [action, open, filled];
}
