import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { TableBlock } from './report-of-page.ts';

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

type ChartOfTable = NonNullable<TableBlock['chart']>;

const COLOURS = ['#1f5f8b', '#e07a3f', '#4f9d69', '#8a5a9e', '#c2a83e', '#7a8791'];

/** The chart of a table; the table beside it says the same in numbers, for those who cannot see it. */
export function Chart({ chart, label }: { chart: ChartOfTable; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const drawn = init(element, null, { renderer: 'svg' });
    drawn.setOption(optionsOf(chart));
    const watcher = new ResizeObserver(() => drawn.resize());
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      drawn.dispose();
    };
  }, [chart]);
  return <div ref={place} className="chart" role="img" aria-label={label} />;
}

function optionsOf({ kind, categories, series }: ChartOfTable): EChartsCoreOption {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const common = { animation: !calm, color: COLOURS, tooltip: {} };
  const legend = series.length > 1 ? { legend: { bottom: 0 } } : {};
  if (kind === 'PIE') {
    const data = categories.map((name, index) => ({ name, value: series[0]?.values[index] ?? 0 }));
    return { ...common, series: [{ type: 'pie', radius: '68%', label: { formatter: '{b} {c}' }, data }] };
  }
  const names = { type: 'category', data: [...categories] };
  const numbers = { type: 'value', minInterval: 1 };
  const drawn = series.map(({ label, values }) => ({
    ...{ name: label, data: [...values], type: kind === 'LINE' ? 'line' : 'bar' },
    ...(kind === 'LINE' ? {} : { barMaxWidth: 18, label: { show: true, position: 'right' } }),
  }));
  return kind === 'LINE'
    ? {
        ...common,
        ...legend,
        grid: { left: 48, right: 24, top: 24, bottom: 48 },
        xAxis: names,
        yAxis: numbers,
        series: drawn,
      }
    : {
        ...{ ...common, ...legend, grid: { left: 120, right: 48, top: 8, bottom: 40 } },
        ...{ xAxis: numbers, yAxis: { ...names, inverse: true }, series: drawn },
      };
}
