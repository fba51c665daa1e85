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
    tooLarge: word('submit.fileTooLarge', { size: megabytes(office.form.largestFileBytes) }),
    onDone: (file) => onChange([...files, file]),
  });
}

/** Photos and files, with how far each is; what is done can be taken out again. */
export function FilesField(props: {
  readonly office: Office;
  readonly files: readonly DraftFile[];
  readonly onChange: (files: readonly DraftFile[]) => void;
  readonly uploads: Uploads;
  readonly problem?: string | undefined;
}) {
  const { office, files, onChange, uploads, problem } = props;
  const { word } = useSubmitWords();
  const hint = useId();
  const { largestFileBytes, mostFiles } = office.form;
  const room = mostFiles - files.length - uploads.sending.length;
  return (
    <div className={problem ? 'field files bad' : 'field files'} id="files" tabIndex={-1}>
      <span className="label">
        {word('submit.files')} <small>{word('public.optional')}</small>
      </span>
      <p className="hint" id={hint}>
        {word('submit.filesHint', { count: mostFiles, size: megabytes(largestFileBytes) })}
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
      {problem ? <p className="wrong">{problem}</p> : null}
      {room > 0 ? (
        <div className="row">
          <Picker
            className="camera"
            label={word('submit.takePhoto')}
            hint={hint}
            accept="image/*"
            camera
            onPick={(picked) => uploads.send(picked.slice(0, room))}
          />
          <Picker
            label={word('submit.addFiles')}
            hint={hint}
            accept={TAKEN}
            onPick={(picked) => uploads.send(picked.slice(0, room))}
          />
        </div>
      ) : null}
    </div>
  );
}

/** What the office takes, as a hint to the chooser; what a file is, the server tells by its bytes. */
const TAKEN = 'image/*,audio/*,video/*,.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.wps,.et,.txt,.csv';

/** A button that opens the camera of a telephone, or the chooser of files. */
function Picker(props: {
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
  readonly camera?: boolean;
  readonly className?: string;
  readonly onPick: (files: readonly File[]) => void;
}) {
  const { label, hint, accept, camera = false, className = '', onPick } = props;
  return (
    <label className={`button file-button ${className}`}>
      {label}
      <input
        type="file"
        multiple={!camera}
        accept={accept}
        {...(camera ? { capture: 'environment' } : {})}
        aria-describedby={hint}
        onChange={({ target }) => {
          onPick([...(target.files ?? [])]);
          // The same file can be chosen again after it was taken out.
          target.value = '';
        }}
      />
    </label>
  );
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1_048_576);
}

function sizeOf(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1_024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
