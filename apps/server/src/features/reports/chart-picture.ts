import { createRequire } from 'node:module';
import type { ChartData } from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { Resvg } from '@resvg/resvg-js';
import * as echarts from 'echarts';

/** A chart as a picture for documents. Pixels; drawn at twice the size it is shown, for paper. */
export interface ChartPicture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 640;
const HEIGHT = 320;
/** Horizontal bars need a line each. */
const BAR_HEIGHT = 28;
const FONT = 'Noto Sans SC';
const FONT_FILE = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
);
/** Told apart in grey too, where a report is copied. */
const COLOURS = ['#1f5f8b', '#e07a3f', '#4f9d69', '#8a5a9e', '#c2a83e', '#7a8791'];

/** Draws the chart of a table. The font comes with the product: a server need have none. */
export function chartPicture(chart: ChartData, locale: Locale): ChartPicture {
  const height = chart.kind === 'bar' ? Math.max(160, chart.categories.length * BAR_HEIGHT + 60) : HEIGHT;
  const canvas = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    canvas.setOption({
      animation: false,
      color: COLOURS,
      backgroundColor: '#ffffff',
      textStyle: { fontFamily: FONT, fontSize: 13 },
      ...optionsOf(chart, locale),
    });
    const picture = new Resvg(canvas.renderToSVGString(), {
      fitTo: { mode: 'width', value: WIDTH * 2 },
      font: { fontFiles: [FONT_FILE], loadSystemFonts: false, defaultFontFamily: FONT },
    }).render();
    return { png: picture.asPng(), width: WIDTH, height };
  } finally {
    canvas.dispose();
  }
}

function optionsOf(chart: ChartData, locale: Locale): Record<string, unknown> {
  const names = chart.categories.map((category) => inLocale(category, locale));
  const label = { show: true, fontFamily: FONT };
  const legend = chart.series.length > 1 ? { legend: { bottom: 0 } } : {};
  switch (chart.kind) {
    case 'pie':
      return {
        series: [
          {
            type: 'pie',
            radius: '70%',
            label: { ...label, formatter: '{b} {c} ({d}%)' },
            data: names.map((name, index) => ({ name, value: chart.series[0]?.values[index] ?? 0 })),
          },
        ],
      };
    case 'bar':
      return {
        ...legend,
        grid: { left: 16, right: 48, top: 16, bottom: 40, containLabel: true },
        xAxis: { type: 'value', minInterval: 1 },
        yAxis: { type: 'category', data: names, inverse: true },
        series: chart.series.map((series) => ({
          ...{ name: inLocale(series.label, locale), type: 'bar', data: series.values },
          ...{ barMaxWidth: 18, label: { ...label, position: 'right' } },
        })),
      };
    case 'line':
      return {
        ...legend,
        grid: { left: 16, right: 24, top: 24, bottom: 48, containLabel: true },
        xAxis: { type: 'category', data: names },
        yAxis: { type: 'value', minInterval: 1 },
        series: chart.series.map((series) => ({
          ...{ name: inLocale(series.label, locale), type: 'line', data: series.values },
          label: { ...label, position: 'top' },
        })),
      };
  }
}
