import { theme } from 'antd';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([...[BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent], SVGRenderer]);

interface ChartProps {
  readonly kind: 'line' | 'bar';
  /** What is drawn, for those who cannot see it; the table beside it says the numbers. */
  readonly label: string;
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** Of bars: how each number is written. */
  readonly texts?: readonly string[];
}

/** Lines over time, or one bar a name; the lines differ by their marks too, not by colour alone. */
export function Chart(props: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const { token } = theme.useToken();
  const { colorText, colorTextSecondary, colorBorderSecondary, colorPrimary, colorBgElevated, fontFamily } =
    token;
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const drawn = init(element, null, { renderer: 'svg' });
    const lines = { lineStyle: { color: colorBorderSecondary } };
    const words = { color: colorTextSecondary };
    drawn.setOption({
      animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      color: [colorPrimary, '#e07a3f'],
      textStyle: { color: colorText, fontFamily },
      tooltip: {
        trigger: 'axis',
        backgroundColor: colorBgElevated,
        borderColor: colorBorderSecondary,
        textStyle: { color: colorText },
      },
      ...(props.kind === 'line' ? linesOf(props, { words, lines }) : barsOf(props, { words, lines })),
    });
    const watcher = new ResizeObserver(() => drawn.resize());
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      drawn.dispose();
    };
  }, [props, colorText, colorTextSecondary, colorBorderSecondary, colorPrimary, colorBgElevated, fontFamily]);
  return <div ref={place} className="oversight-chart" role="img" aria-label={props.label} />;
}

interface Ink {
  readonly words: object;
  readonly lines: object;
}

const MARKS = ['circle', 'diamond'];

function linesOf({ names, series }: ChartProps, { words, lines }: Ink): EChartsCoreOption {
  return {
    legend: { bottom: 0, textStyle: words },
    grid: { left: 8, right: 16, top: 16, bottom: 36, containLabel: true },
    xAxis: { type: 'category', data: [...names], axisLabel: words, axisLine: lines },
    yAxis: { type: 'value', minInterval: 1, axisLabel: words, splitLine: lines },
    series: series.map(({ name, values }, index) => ({
      ...{ type: 'line', name, data: [...values], symbolSize: 8 },
      symbol: MARKS[index % MARKS.length],
    })),
  };
}

function barsOf({ names, series, texts = [] }: ChartProps, { words, lines }: Ink): EChartsCoreOption {
  const written = ({ dataIndex }: { readonly dataIndex: number }) => texts[dataIndex] ?? '';
  return {
    tooltip: { show: false },
    grid: { left: 8, right: 96, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: 'value', axisLabel: { show: false }, splitLine: lines },
    yAxis: { type: 'category', inverse: true, data: [...names], axisLabel: words, axisLine: lines },
    series: series.map(({ name, values }) => ({
      ...{ type: 'bar', name, data: [...values], barMaxWidth: 22 },
      label: { show: true, position: 'right', formatter: written, ...words },
    })),
  };
}
