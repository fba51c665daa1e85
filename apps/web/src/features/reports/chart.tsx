import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { FONTS, useAppearance } from '../../app/appearance.tsx';
import type { TableBlock } from './report-of-page.ts';
import { useOnPaper } from './use-paper.ts';

use([
  ...[BarChart, LineChart, PieChart],
  ...[AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer],
]);

type ChartOfTable = NonNullable<TableBlock['chart']>;

/** Told apart by lightness too, for those who see no colours and for grey printers. */
const COLOURS = {
  light: ['#1f5f8b', '#e07a3f', '#4f9d69', '#8a5a9e', '#c2a83e', '#7a8791'],
  dark: ['#5ba6d6', '#f0995f', '#74bf8c', '#b48ac8', '#d9c25f', '#a3adb5'],
} as const;
const INK = { light: '#3d444b', dark: '#c9ced3' } as const;

interface Props {
  readonly chart: ChartOfTable;
  readonly label: string;
  /** Somebody chose a bar or a slice, by its name. */
  readonly onOpen: (category: string) => void;
}

/** The chart of a table; the table beside it says the same in numbers, for those who cannot see it. */
export function Chart({ chart, label, onOpen }: Props) {
  const appearance = useAppearance();
  const onPaper = useOnPaper();
  const dark = appearance.dark && !onPaper;
  const place = useRef<HTMLDivElement>(null);
  const opens = useRef(onOpen);
  opens.current = onOpen;
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const drawn = init(element, null, { renderer: 'svg' });
    drawn.setOption(optionsOf(chart, dark ? 'dark' : 'light'));
    drawn.on('click', ({ name }) => opens.current(name));
    const watcher = new ResizeObserver(() => drawn.resize());
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      drawn.dispose();
    };
  }, [chart, dark]);
  return (
    <div ref={place} className="chart" style={{ height: heightOf(chart) }} role="img" aria-label={label} />
  );
}

/** Bars need room by their number. */
function heightOf({ kind, categories, series }: ChartOfTable): number {
  return kind === 'BAR' ? 64 + categories.length * Math.max(28, 20 * series.length) : 260;
}

function optionsOf({ kind, categories, series }: ChartOfTable, scheme: 'light' | 'dark'): EChartsCoreOption {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const ink = INK[scheme];
  const common = {
    ...{
      animation: !calm,
      color: [...COLOURS[scheme]],
      textStyle: { color: ink, fontFamily: FONTS },
      tooltip: { confine: true },
    },
    // Patterns beside colours once there are several series.
    aria: { enabled: true, decal: { show: series.length > 1 } },
  };
  const legend = series.length > 1 ? { legend: { bottom: 0, textStyle: { color: ink } } } : {};
  if (kind === 'PIE') {
    const data = categories.map((name, index) => ({ name, value: series[0]?.values[index] ?? 0 }));
    const label = { formatter: '{b} {c}', color: ink };
    return { ...common, series: [{ type: 'pie', radius: '62%', label, data }] };
  }
  const names = { type: 'category', data: [...categories], axisLabel: { color: ink } };
  const numbers = { type: 'value', minInterval: 1, axisLabel: { color: ink } };
  const drawn = series.map(({ label, values }) => ({
    ...{ name: label, data: [...values], type: kind === 'LINE' ? 'line' : 'bar' },
    ...(kind === 'LINE'
      ? { symbolSize: 8 }
      : { barMaxWidth: 18, label: { show: true, position: 'right', color: ink } }),
  }));
  return kind === 'LINE'
    ? {
        ...{ ...common, ...legend, grid: { left: 40, right: 16, top: 24, bottom: 48 } },
        ...{ xAxis: names, yAxis: numbers, series: drawn },
      }
    : {
        ...{ ...common, ...legend, grid: { left: 8, right: 40, top: 8, bottom: 32, containLabel: true } },
        ...{
          xAxis: numbers,
          yAxis: { ...names, inverse: true, axisLabel: { color: ink, width: 120, overflow: 'truncate' } },
          series: drawn,
        },
      };
}
