import { describe, expect, test } from 'vitest';
import { documentsOf } from '../sectors/document-templates.ts';
import { SECTORS } from '../sectors/index.ts';
import { Life, staff } from '../testing/life.fixture.ts';
import { instantAt } from '../time.ts';
import { hasGap, unknownFields } from './answer-template.ts';

/** What goes out in writing is numbered, dated, delivered and signed for, and never altered (domain.md 2, Document). */

const HANDLER = staff('HANDLER', { memberId: 'handler' });
const RECEIPT = {
  type: 'ISSUE_DOCUMENT',
  document: 'RECEIPT',
  addressedTo: '李某',
  text: '已收到。',
} as const;

function registered(): Life {
  const life = new Life({ sector: 'TOURISM', at: instantAt('2026-11-02', '09:00') });
  life.register({}, HANDLER);
  return life;
}

describe('a document', () => {
  test('carries the number of its complaint and its own place there, without a gap', () => {
    const life = registered();
    life.do(RECEIPT, HANDLER);
    life.do(RECEIPT, HANDLER);
    const { number, documents = [] } = life.complaint;
    expect(documents.map((issued) => issued.number)).toEqual([`${number}-01`, `${number}-02`]);
    expect(documents[0]).toMatchObject({ text: '已收到。', issuedBy: 'handler', issuedAt: life.now });
  });

  test('does not go out with a gap, nor at the wrong time', () => {
    const life = registered();
    expect(life.refused({ ...RECEIPT, text: '请于【提交期限】前提交' }, HANDLER)).toEqual(['INVALID']);
    expect(life.refused({ ...RECEIPT, document: 'REFUSAL_NOTICE' }, HANDLER)).toEqual(['CONDITION_UNMET']);
    expect(life.refused({ ...RECEIPT, document: 'NONSENSE' }, HANDLER)).toEqual(['INVALID']);
  });

  test('is not altered: a later one takes its place, once', () => {
    const life = registered();
    life.do(RECEIPT, HANDLER);
    const [first] = life.complaint.documents ?? [];
    life.do({ ...RECEIPT, text: '已收到，编号有误，以本件为准。', supersedes: first?.id ?? '' }, HANDLER);
    const [replaced, standing] = life.complaint.documents ?? [];
    expect(replaced).toMatchObject({ text: '已收到。', supersededBy: standing?.id });
    expect(life.refused({ ...RECEIPT, supersedes: first?.id ?? '' }, HANDLER)).toEqual(['NOT_FOUND']);
    const deliver = { type: 'DELIVER_DOCUMENT', documentId: first?.id ?? '', delivery: 'BY_POST' } as const;
    expect(life.refused({ ...deliver, on: '2026-11-02' }, HANDLER)).toEqual(['ALREADY_DONE']);
  });

  test('is delivered on a day between its own and today, and signed for after that', () => {
    const life = registered();
    life.do(RECEIPT, HANDLER);
    const documentId = life.complaint.documents?.[0]?.id ?? '';
    const signed = { type: 'ACKNOWLEDGE_DOCUMENT', documentId, receivedBy: '李某' } as const;
    expect(life.refused({ ...signed, on: '2026-11-02' }, HANDLER)).toEqual(['CONDITION_UNMET']);
    life.later(72);
    const delivered = { type: 'DELIVER_DOCUMENT', documentId, delivery: 'IN_PERSON' } as const;
    for (const on of ['2026-11-01', '2026-11-06']) {
      expect(life.refused({ ...delivered, on }, HANDLER)).toEqual(['INVALID']);
    }
    life.do({ ...delivered, on: '2026-11-04' }, HANDLER);
    expect(life.refused({ ...signed, on: '2026-11-03' }, HANDLER)).toEqual(['INVALID']);
    life.do({ ...signed, on: '2026-11-05' }, HANDLER);
    expect(life.complaint.documents?.[0]).toMatchObject({
      deliveries: [{ delivery: 'IN_PERSON', on: '2026-11-04' }],
      acknowledged: { on: '2026-11-05', receivedBy: '李某' },
    });
    expect(life.refused({ ...signed, on: '2026-11-05' }, HANDLER)).toContain('CONDITION_UNMET');
  });

  test('that says what was decided has told the complainant of it once it is delivered', () => {
    const life = registered();
    life.do(
      { type: 'DECLINE', ground: 'OUTSIDE_REMIT', reason: '不属旅游管理', body: '市场监管局' },
      HANDLER,
    );
    life.do({ ...RECEIPT, document: 'REFUSAL_NOTICE' }, HANDLER);
    expect(life.complaint.acceptance?.notifiedAt).toBeUndefined();
    life.do(
      {
        ...{ type: 'DELIVER_DOCUMENT', documentId: life.complaint.documents?.[0]?.id ?? '' },
        ...{ delivery: 'BY_POST', on: '2026-11-02' },
      },
      HANDLER,
    );
    expect(life.complaint.acceptance?.notifiedAt).toBe(life.now);
  });
});

describe.each(SECTORS)('the documents of $code', (sector) => {
  const documents = documentsOf(sector);

  test('have codes of their own, both languages, and fields that are known', () => {
    expect(new Set(documents.map(({ code }) => code)).size).toBe(documents.length);
    for (const { label, text } of documents) {
      expect(label.zh).toMatch(/[一-龥]/);
      for (const words of [text.zh, text.en]) expect(unknownFields(words)).toEqual([]);
      // What is to be filled in by hand is seen as a gap until it is.
      for (const [gap] of text.zh.matchAll(/【[^】]*】/g)) expect(hasGap(gap)).toBe(true);
    }
  });

  test('that go to anybody but the complainant have no place for who complained', () => {
    for (const { addressee, text } of documents) {
      if (addressee !== 'COMPLAINANT') expect(text.zh + text.en).not.toMatch(/\{(complainant|content)\}/);
    }
  });
});
