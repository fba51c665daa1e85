import type { DocumentTemplate, IssuedDocument } from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import { AlignmentType, BorderStyle, Document, Packer, Paragraph, TextRun } from 'docx';
import { FONTS, INDENT, PAGE, SIZE } from '../../word/official-style.ts';

/** Red of an official head (GB/T 9704-2012, 7.2.4). */
const RED = 'C00000';

interface DocumentFile {
  readonly issued: IssuedDocument;
  readonly template: Pick<DocumentTemplate, 'label'>;
  readonly organization: Localized;
  readonly locale: Locale;
}

/**
 * A document as Word, laid out as official documents are: the organisation's head in red, number, title, text, and at its
 * end who issued it and when, where the seal is set. Made anew from what was issued each time: that is what is kept.
 */
export async function documentFile({
  issued,
  template,
  organization,
  locale,
}: DocumentFile): Promise<Buffer> {
  const zh = locale !== 'en';
  const office = inLocale(organization, locale);
  const day = new Date(issued.issuedAt).toLocaleDateString(zh ? 'zh-CN' : 'en-GB', {
    ...{ timeZone: 'Asia/Shanghai', dateStyle: 'long' },
  });
  const line = (text: string, style: { readonly alignment: Alignment; readonly indent?: number }) =>
    new Paragraph({
      alignment: style.alignment,
      indent: { firstLine: style.indent ?? 0 },
      spacing: { line: 560, lineRule: 'exact' },
      children: [new TextRun({ text, font: FONTS.text, size: SIZE.text })],
    });
  const paragraphs = issued.text.split('\n').filter((text) => text.trim() !== '');
  return Packer.toBuffer(
    new Document({
      creator: office,
      title: `${inLocale(template.label, locale)} ${issued.number}`,
      styles: {
        default: { document: { run: { font: FONTS.text, size: SIZE.text, language: { value: 'zh-CN' } } } },
      },
      sections: [
        {
          properties: { page: PAGE },
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              spacing: { after: 240 },
              children: [new TextRun({ text: office, font: FONTS.title, size: SIZE.title, color: RED })],
            }),
            new Paragraph({
              alignment: AlignmentType.CENTER,
              spacing: { after: 480 },
              border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 8, color: RED } },
              children: [
                new TextRun({
                  text: zh ? `编号：${issued.number}` : `No. ${issued.number}`,
                  ...{ font: FONTS.text, size: SIZE.text },
                }),
              ],
            }),
            new Paragraph({
              alignment: AlignmentType.CENTER,
              spacing: { after: 320 },
              children: [
                new TextRun({ text: inLocale(template.label, locale), font: FONTS.title, size: SIZE.title }),
              ],
            }),
            // The first line names whom it is for and stands at the margin; the others are set in.
            ...paragraphs.map((text, index) =>
              line(text, { alignment: AlignmentType.LEFT, indent: index === 0 ? 0 : INDENT }),
            ),
            line('', { alignment: AlignmentType.LEFT }),
            line(office, { alignment: AlignmentType.RIGHT }),
            line(day, { alignment: AlignmentType.RIGHT }),
            line(zh ? '（印章）' : '(seal)', { alignment: AlignmentType.RIGHT }),
          ],
        },
      ],
    }),
  );
}

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];
