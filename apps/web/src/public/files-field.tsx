import { useId } from 'react';
import type { DraftFile } from './submit/draft.ts';
import { useSubmitWords } from './submit/words.ts';
import { type Uploads, useUploads } from './uploads.ts';
import type { Office } from './with-office.tsx';

/** The uploads of a form; their files go to `onChange` as they come in whole. */
export function useFiles(
  office: Office,
  files: readonly DraftFile[],
  onChange: (files: readonly DraftFile[]) => void,
): Uploads {
  const { word } = useSubmitWords();
  return useUploads({
    office: office.slug,
    largestBytes: office.form.largestFileBytes,
    tooLarge: word('submit.fileTooLarge'),
    onDone: (file) => onChange([...files, file]),
  });
}

/** Photos and files, with how far each is; what is done can be taken out again. */
export function FilesField(props: {
  readonly office: Office;
  readonly files: readonly DraftFile[];
  readonly onChange: (files: readonly DraftFile[]) => void;
  readonly uploads: Uploads;
}) {
  const { office, files, onChange, uploads } = props;
  const { word } = useSubmitWords();
  const hint = useId();
  const { largestFileBytes, mostFiles } = office.form;
  const room = mostFiles - files.length - uploads.sending.length;
  return (
    <div className="field files">
      <span className="label">
        {word('submit.files')} <small>{word('public.optional')}</small>
      </span>
      <p className="hint" id={hint}>
        {word('submit.filesHint', { count: mostFiles, size: Math.floor(largestFileBytes / 1_048_576) })}
      </p>
      <ul aria-live="polite">
        {files.map((file) => (
          <li key={file.id}>
            <span className="name">{file.name}</span>
            <small>
              {word('submit.fileDone')} · {sizeOf(file.bytes)}
            </small>
            <button
              type="button"
              className="quiet"
              aria-label={word('submit.removeFile', { name: file.name })}
              onClick={() => onChange(files.filter(({ id }) => id !== file.id))}
            >
              ×
            </button>
          </li>
        ))}
        {uploads.sending.map(({ key, name, bytes, sent, state, message }) => (
          <li key={key} className={state}>
            <span className="name">{name}</span>
            {state === 'refused' ? (
              <small className="wrong">{message}</small>
            ) : (
              <>
                <progress max={bytes} value={sent} aria-label={name} />
                <small>
                  {state === 'waiting'
                    ? word('submit.fileWaiting')
                    : word('submit.fileSending', { percent: Math.floor((sent / Math.max(1, bytes)) * 100) })}
                </small>
              </>
            )}
            {state === 'waiting' ? (
              <button
                type="button"
                className="quiet retry"
                aria-label={word('submit.retryFile', { name })}
                onClick={() => uploads.resume(key)}
              >
                {word('public.retry')}
              </button>
            ) : null}
            <button
              type="button"
              className="quiet"
              aria-label={word('submit.removeFile', { name })}
              onClick={() => uploads.drop(key)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {room > 0 ? (
        <label className="button file-button">
          {word('submit.addFiles')}
          <input
            type="file"
            multiple
            aria-describedby={hint}
            onChange={({ target }) => {
              uploads.send([...(target.files ?? [])].slice(0, room));
              // The same file can be chosen again after it was taken out.
              target.value = '';
            }}
          />
        </label>
      ) : null}
    </div>
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1_024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
