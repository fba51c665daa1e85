import type { Localized } from '@huiyin/shared';
import { type FigureSource, requestsOf } from '../figures/query.ts';
import { assembleBlock } from './assemble-block.ts';
import type { ReportContent } from './content.ts';
import type { ReportSubject } from './subject.ts';
import { proposedText } from './text.ts';

/** What a report needs to know, so that it can be asked for at once and in one snapshot. */
export function requestsOfReport(subject: ReportSubject) {
  return requestsOf((source) => assembleReport(subject, source));
}

/** Writes the report of a sector's declared sections from figures. Pure: the same answers give the same report. */
export function assembleReport(subject: ReportSubject, source: FigureSource): ReportContent {
  const { sector, periods, organization } = subject;
  const problems: Localized[] = [];
  const sections = sector.reportSections.map(({ code, title, blocks: declared, text }) => {
    const blocks = declared.map((block) =>
      assembleBlock(block, {
        ...subject,
        source,
        problem: ({ zh, en }) => problems.push({ zh: `${title.zh}：${zh}`, en: `${title.en}: ${en}` }),
      }),
    );
    return { code, title, blocks, text: proposedText(blocks, text) };
  });
  const { label } = periods.now;
  return {
    sector: sector.code,
    title: {
      // Titles are set without the spaces that set figures off in a text.
      zh: `${organization.zh}${label.zh.replaceAll(' ', '')}${sector.label.zh}投诉工作报告`,
      en: `${organization.en}: ${sector.label.en} complaints, ${label.en}`,
    },
    periods,
    sections,
    problems,
  };
}
