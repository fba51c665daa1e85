import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import { download } from '../../app/download.ts';
import { useOversightWords } from './words.ts';

const FORMATS = ['docx', 'xlsx'] as const;

/** What is looked at as a report, to send on or to count with. */
export function ReportFiles({
  asked,
}: {
  asked: { readonly period: string; readonly region: string | null; readonly sector: string | null };
}) {
  const { word } = useOversightWords();
  const { message } = App.useApp();
  const [making, setMaking] = useState<string>();
  const get = async (format: string) => {
    setMaking(format);
    const { period, region, sector } = asked;
    const query = new URLSearchParams({ period, region: region ?? '', sector: sector ?? '' });
    try {
      await download(`/reports/across.${format}?${query}`);
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setMaking(undefined);
    }
  };
  return (
    <Flex gap={8} wrap>
      {FORMATS.map((format) => (
        <Button key={format} loading={making === format} onClick={() => void get(format)}>
          {word(`oversight.file.${format}`)}
        </Button>
      ))}
    </Flex>
  );
}
