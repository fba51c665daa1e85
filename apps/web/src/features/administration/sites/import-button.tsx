import { App, Button, Upload } from 'antd';
import { useState } from 'react';
import { upload } from '../../../app/download.ts';
import type { Tree } from './use-tree.ts';
import { useSiteWords } from './words.ts';

/** Takes the tree in from a spreadsheet; what cannot be read of it is said line by line. */
export function ImportButton({ kept }: { kept: Tree }) {
  const { word } = useSiteWords();
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  const say = (text: string) =>
    modal.error({ title: word('app.failed'), content: <span className="said">{text}</span> });
  const take = async (file: File) => {
    setBusy(true);
    try {
      const answer = await kept.take(await upload(file));
      const { added, numbersSet: numbers, userErrors = [] } = answer ?? {};
      if (userErrors.length > 0) say(userErrors.map((error) => error.message).join('\n'));
      else void message.success(word('sites.imported', { added, numbers }));
    } catch (error) {
      say((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Upload
      accept=".csv,.txt,.tsv,.xlsx"
      showUploadList={false}
      beforeUpload={(file) => {
        void take(file);
        return false;
      }}
    >
      <Button loading={busy}>{word('sites.import')}</Button>
    </Upload>
  );
}
