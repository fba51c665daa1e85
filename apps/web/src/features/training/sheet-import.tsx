import { FileExcelOutlined } from '@ant-design/icons';
import { useMutation } from '@apollo/client/react';
import { Alert, Button, Flex, Upload } from 'antd';
import { useState } from 'react';
import { download, upload } from '../../app/download.ts';
import type { TrainingImportMutation } from './generated/training.ts';
import { TrainingImportDocument } from './generated/training.ts';
import { RefusedLines } from './refused-lines.tsx';
import { useTrainingWords } from './words.ts';

type Sheet = NonNullable<TrainingImportMutation['trainingImport']['sheet']>;

/** A register of training from a spreadsheet: looked at first, then taken in. */
export function SheetImport({ onTaken, onClose }: { onTaken: () => void; onClose: () => void }) {
  const { word } = useTrainingWords();
  const [read] = useMutation(TrainingImportDocument);
  const [file, setFile] = useState<string>();
  const [sheet, setSheet] = useState<Sheet>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const carryOut = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const ask = async (hash: string, takeIn: boolean) => {
    const { data } = await read({ variables: { input: { file: hash, takeIn } } });
    const { sheet: said, userErrors = [] } = data?.trainingImport ?? {};
    setSheet(said ?? undefined);
    if (userErrors.length > 0) setProblem(userErrors.map(({ message }) => message).join('\n'));
    if (said?.takenIn) onTaken();
  };
  const choose = (chosen: File) =>
    carryOut(async () => {
      const hash = await upload(chosen);
      setFile(hash);
      await ask(hash, false);
    });
  return (
    <section className="training-card stack" aria-label={word('training.import')}>
      <Flex gap={8} wrap align="center" justify="space-between">
        <span className="quiet">{word('training.sheetHint')}</span>
        <Button onClick={() => void carryOut(() => download('/training-sheet.xlsx'))}>
          {word('training.emptySheet')}
        </Button>
      </Flex>
      <Upload.Dragger
        accept=".csv,.txt,.tsv,.xlsx"
        showUploadList={false}
        disabled={busy}
        beforeUpload={(chosen) => {
          void choose(chosen);
          return false;
        }}
      >
        <FileExcelOutlined aria-hidden /> {word(busy ? 'training.reading' : 'training.drop')}
      </Upload.Dragger>
      {problem && <Alert type="error" showIcon title={<span className="said">{problem}</span>} />}
      {sheet && <Said sheet={sheet} />}
      <Flex gap={8}>
        {sheet && !sheet.takenIn && file && (
          <Button
            type="primary"
            loading={busy}
            disabled={peopleIn(sheet) === 0}
            onClick={() => void carryOut(() => ask(file, true))}
          >
            {word('training.takeIn')}
          </Button>
        )}
        <Button onClick={onClose}>{word('training.close')}</Button>
      </Flex>
    </section>
  );
}

/** What the sheet says, or said: what is new in it, and the lines at fault. */
function Said({ sheet }: { sheet: Sheet }) {
  const { word } = useTrainingWords();
  const { sessions, refused, takenIn } = sheet;
  const people = peopleIn(sheet);
  const said = takenIn
    ? word('training.sheetTaken', { people })
    : people === 0
      ? word('training.nothingNew')
      : word('training.sheetFound', {
          ...{ sessions: sessions.filter(({ isNew }) => isNew).length, people },
          known: sessions.reduce((sum, { known }) => sum + known, 0),
        });
  return (
    <>
      <Alert type={takenIn ? 'success' : 'info'} showIcon title={said} role="status" />
      <RefusedLines refused={refused} />
    </>
  );
}

function peopleIn({ sessions }: Sheet): number {
  return sessions.reduce((sum, { newPeople }) => sum + newPeople, 0);
}
