import { BarChartOutlined, TableOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useOversightWords } from './words.ts';

/** The same numbers as a table, for those who cannot see a chart or want to read them off. */
export function ShownAs({ table, onChange }: { table: boolean; onChange: (table: boolean) => void }) {
  const { word } = useOversightWords();
  return (
    <Button
      className="oversight-shown-as"
      size="small"
      icon={table ? <BarChartOutlined aria-hidden /> : <TableOutlined aria-hidden />}
      onClick={() => onChange(!table)}
    >
      {word(table ? 'oversight.asChart' : 'oversight.asTable')}
    </Button>
  );
}
