import { App, Button, type FormInstance } from 'antd';
import { useCallback } from 'react';
import { useAdministrationWords } from './words.ts';

/** Why nothing was changed; empty when it was. */
export interface Saved {
  readonly userErrors: readonly { readonly field: string | null; readonly message: string }[];
}

interface Saving {
  /** What is said when it was done. */
  readonly done: string;
  /** Where refusals stand beside their fields. */
  readonly form?: FormInstance;
  /** Says itself what was refused because somebody else was quicker. */
  readonly isLate?: (problems: Saved['userErrors']) => Promise<boolean>;
  /** Takes it back; offered for a while. */
  readonly undo?: () => Promise<Saved | undefined>;
}

const UNDO_SECONDS = 8;

/** Saves, and says at once how it went: beside the field at fault, or in a line that offers to take it back. */
export function useSave(): (work: () => Promise<Saved | undefined>, saving: Saving) => Promise<boolean> {
  const { word } = useAdministrationWords();
  const { message } = App.useApp();
  return useCallback(
    async (work, { done, form, isLate, undo }) => {
      const failed = (text: string) => void message.error(text || word('app.failed'));
      try {
        const { userErrors } = (await work()) ?? { userErrors: [] };
        if (await isLate?.(userErrors)) return false;
        if (userErrors.length > 0) {
          const elsewhere = userErrors.filter((error) => !sayBeside(form, error));
          if (elsewhere.length > 0) failed(elsewhere.map(({ message: text }) => text).join('\n'));
          return false;
        }
      } catch (error) {
        failed((error as Error).message);
        return false;
      }
      const key = `saved-${done}`;
      const takeBack = async () => {
        message.destroy(key);
        const answer = await undo?.().catch((error: Error) => failed(error.message));
        const [problem] = answer?.userErrors ?? [];
        if (problem) failed(problem.message);
        else if (answer) void message.success(word('admin.undone'));
      };
      void message.success({
        key,
        content: undo ? (
          <>
            {done}{' '}
            <Button size="small" onClick={() => void takeBack()}>
              {word('admin.undo')}
            </Button>
          </>
        ) : (
          done
        ),
        duration: undo ? UNDO_SECONDS : 3,
      });
      return true;
    },
    [message, word],
  );
}

/** Says a refusal beside its field; `false` when the form has none of that name. */
function sayBeside(form: FormInstance | undefined, { field, message }: Saved['userErrors'][number]): boolean {
  if (!form || !field || !form.getFieldInstance(field)) return false;
  form.setFields([{ name: field, errors: [message] }]);
  return true;
}
