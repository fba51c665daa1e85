import { UploadOutlined } from '@ant-design/icons';
import { Button, Upload, type UploadFile, type UploadProps } from 'antd';
import { upload } from '../../app/download.ts';
import { useComplaintWords } from './words.ts';

/** A file that was chosen; once it is on the server, the answer is its hash. */
export type ChosenFile = UploadFile<string>;

/** Begins at once and tells how far it is, so that nobody waits when the form is sent. */
const send: NonNullable<UploadProps<string>['customRequest']> = ({
  file,
  onProgress,
  onSuccess,
  onError,
}) => {
  upload(file as File, (percent) => onProgress?.({ percent })).then(
    (hash) => onSuccess?.(hash),
    (error: Error) => onError?.(error),
  );
};

/** Chooses files, several at once, by hand or by dragging them here. Ant Design's form passes value, change and id. */
export function FilesInput(bound: Pick<UploadProps<string>, 'fileList' | 'onChange'>) {
  const { word } = useComplaintWords();
  return (
    <Upload<string> {...bound} multiple customRequest={send}>
      <Button icon={<UploadOutlined aria-hidden />}>{word('complaint.upload')}</Button>
    </Upload>
  );
}

/** Why the files cannot go along yet; nothing when they can. */
export function filesProblem(
  files: readonly ChosenFile[] = [],
): 'evidence.underWay' | 'evidence.failed' | undefined {
  if (files.some(({ status }) => status === 'error')) return 'evidence.failed';
  return files.some(({ response }) => !response) ? 'evidence.underWay' : undefined;
}

/** A file's name as the title of what it shows. */
export function titleOf({ name }: Pick<ChosenFile, 'name'>): string {
  return name.replace(/\.[^.]+$/, '');
}
