import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';
import { defineWords } from '../i18n/i18n.ts';

const useWords = defineWords({
  'stale.again': {
    zh: '列表已显示最新内容。再次保存，将以您填写的内容替换；不需要的，请取消。',
    en: 'The list shows it as it is now. Save again to replace that with what you typed, or cancel.',
  },
});

interface Problem {
  readonly field: string | null;
  readonly message: string;
}

/** The version that a form decides on; where it has moved on, what was typed stays and is said to be late. */
export function useVersion({
  version,
  latest,
}: {
  version: number | null | undefined;
  /** Reads anew; the version as it is then, nothing where it is gone. */
  latest: () => Promise<number | null | undefined>;
}): {
  readonly version: number | null | undefined;
  /** Whether it was refused because somebody else was quicker: then `notice` says so. */
  readonly isLate: (problems: readonly Problem[]) => Promise<boolean>;
  readonly notice: ReactNode;
} {
  const { word } = useWords();
  const [decided, setDecided] = useState<{ version: number | null | undefined; late?: string }>({ version });
  const { late } = decided;
  return {
    version: decided.version,
    isLate: async (problems) => {
      const problem = problems.find(({ field }) => field === 'version');
      if (problem) setDecided({ version: await latest(), late: problem.message });
      return problem !== undefined;
    },
    notice: late && <Alert type="warning" showIcon title={late} description={word('stale.again')} />,
  };
}
