import { Flex, Select } from 'antd';
import type { OversightQuery } from './generated/oversight.ts';
import { useOversightWords } from './words.ts';

const ALL = '';

/** Which of the organisations granted are looked at: a region of whatever size, a sector. */
export function Narrowing({
  look,
  region,
  sector,
  onChange,
}: {
  look: Pick<OversightQuery['oversight'], 'grantedRegions' | 'grantedSectors'>;
  region: string | null;
  sector: string | null;
  onChange: (changed: Readonly<Record<string, string | null>>) => void;
}) {
  const { word } = useOversightWords();
  const regions = look.grantedRegions.map(({ code, name, organizations }) => ({
    value: code,
    label: word('oversight.regionOf', { name, count: organizations }),
  }));
  const sectors = look.grantedSectors.map(({ code, label }) => ({ value: code, label }));
  return (
    <Flex gap={12} wrap align="center" role="group" aria-label={word('oversight.narrow')}>
      <Select
        aria-label={word('oversight.region')}
        className="oversight-region"
        showSearch={{ optionFilterProp: 'label' }}
        value={region ?? ALL}
        options={[{ value: ALL, label: word('oversight.allRegions') }, ...regions]}
        onChange={(code) => onChange({ region: code === ALL ? null : code })}
      />
      <Select
        aria-label={word('oversight.sector')}
        className="oversight-figure"
        value={sector ?? ALL}
        options={[{ value: ALL, label: word('oversight.allSectors') }, ...sectors]}
        onChange={(code) => onChange({ sector: code === ALL ? null : code })}
      />
    </Flex>
  );
}
