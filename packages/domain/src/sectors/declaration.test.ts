import { describe, expect, test } from 'vitest';
import { COMMON_DIMENSIONS, FACT_DIMENSIONS, MEASURES } from '../figures/measures.ts';
import { DERIVED } from '../figures/query.ts';
import type { BlockDeclaration } from '../report/declaration.ts';
import type { CauseNode, FieldCondition, OptionNode, Sector } from './contract.ts';
import { SECTORS } from './index.ts';
import { allCodes, findOption } from './options.ts';

const CODE = /^[A-Z][A-Z0-9_]*$/;

/** Every text of a declaration, found wherever it stands. */
function textsIn(value: unknown): { zh: string; en: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const { zh, en } = value as { zh?: unknown; en?: unknown };
  if (typeof zh === 'string' || typeof en === 'string') return [value as { zh: string; en: string }];
  return Object.values(value).flatMap(textsIn);
}

function treesOf(sector: Sector): readonly (readonly OptionNode[])[] {
  return [
    sector.categories,
    sector.causes,
    sector.respondentTypes,
    sector.declineGrounds,
    sector.classification?.options ?? [],
    ...sector.fields.flatMap(({ type }) => ('options' in type ? [type.options] : [])),
  ];
}

function countNodes(nodes: readonly OptionNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + countNodes(node.children ?? []), 0);
}

function measureQueries(block: BlockDeclaration): { measure: string; where?: object }[] {
  const found: { measure: string; where?: object }[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('measure' in value) found.push(value as { measure: string; where?: object });
    for (const part of Object.values(value)) walk(part);
  };
  walk(block);
  return found;
}

describe.each(SECTORS.map((sector) => [sector.code, sector] as const))(
  'the declaration of %s',
  (_code, sector) => {
    test('codes are SCREAMING_SNAKE_CASE and unique in their tree', () => {
      for (const tree of treesOf(sector)) {
        const codes = allCodes(tree);
        expect(codes.length).toBe(countNodes(tree));
        for (const code of codes) expect(code).toMatch(CODE);
      }
    });

    test('every text stands in both languages', () => {
      const texts = textsIn({ ...sector, demo: [] });
      expect(texts.length).toBeGreaterThan(50);
      for (const { zh, en } of texts) {
        expect(zh.trim(), en).not.toBe('');
        expect(en.trim(), zh).not.toBe('');
      }
    });

    test('field keys are camelCase and unique', () => {
      const keys = sector.fields.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(key).toMatch(/^[a-z][A-Za-z0-9]*$/);
    });

    test('conditions ask about what there is', () => {
      const conditions = sector.fields.flatMap(({ requiredWhen = [], askedWhen = [] }): FieldCondition[] => [
        ...requiredWhen,
        ...askedWhen,
      ]);
      for (const { field, in: values } of conditions) {
        const tree =
          field === 'category'
            ? sector.categories
            : field === 'classification'
              ? sector.classification?.options
              : undefined;
        expect(tree, field).toBeDefined();
        for (const value of values) expect(findOption(tree ?? [], value), value).toBeDefined();
      }
    });

    test('versions of one clock under the same conditions follow one another without overlap', () => {
      const groups = Map.groupBy(
        sector.clocks,
        ({ clock, appliesWhen }) => `${clock} ${JSON.stringify(appliesWhen ?? [])}`,
      );
      for (const versions of groups.values()) {
        const ordered = [...versions].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
        for (const [index, rule] of ordered.entries()) {
          const next = ordered[index + 1];
          if (!next) continue;
          expect(rule.effectiveTo, rule.id).toBeDefined();
          expect((rule.effectiveTo ?? '') < next.effectiveFrom, rule.id).toBe(true);
        }
      }
      expect(new Set(sector.clocks.map(({ id }) => id)).size).toBe(sector.clocks.length);
    });

    test('report sections are unique and count what can be counted', () => {
      const codes = sector.reportSections.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      const dimensions = new Set<string>([
        ...COMMON_DIMENSIONS,
        ...FACT_DIMENSIONS,
        ...sector.fields.filter(({ dimension }) => dimension).map(({ key }) => `details.${key}`),
      ]);
      for (const section of sector.reportSections) {
        const figures = section.blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : []));
        expect(new Set(figures.map(({ code }) => code)).size, section.code).toBe(figures.length);
        const queries = section.blocks.flatMap((block) => measureQueries(block));
        for (const { measure } of queries) expect([...MEASURES, ...DERIVED]).toContain(measure);
        const named = queries.flatMap(({ where = {} }) => Object.keys(where));
        const split = section.blocks.flatMap((block) => {
          if (block.kind === 'breakdown') return [block.dimension];
          return block.kind === 'cross' ? [block.rows, block.columns] : [];
        });
        for (const dimension of [...named, ...split]) expect([...dimensions]).toContain(dimension);
        const tables = section.blocks.flatMap((block) => ('code' in block ? [block.code] : []));
        const codesHere = [...figures.map(({ code }) => code), ...tables];
        expect(new Set(codesHere).size, section.code).toBe(codesHere.length);
        for (const { zh, en, when = [], unless = [] } of (section.text ?? []).flat()) {
          const conditions = [...when, ...unless].map((each) => (typeof each === 'string' ? each : each.of));
          const placeholders = [zh, en].map((text) =>
            [...text.matchAll(/\{(\w+)(?:\.\w+)?\}/g)].map(([, code = '']) => code),
          );
          for (const code of [...conditions, ...placeholders.flat()]) expect(codesHere).toContain(code);
          // What one language tells, the other tells too.
          expect(new Set(placeholders[0])).toEqual(new Set(placeholders[1]));
        }
        const known = sector.denominators.map(({ code }) => code);
        for (const figure of figures) if (figure.kind === 'per') expect(known).toContain(figure.denominator);
      }
    });

    test('every cause with an outlet names a list of the sector, which asks for fields that there are', () => {
      const { outlets = [], causes, fields } = sector;
      const named = allCodes(causes).flatMap((code) => {
        const node: CauseNode | undefined = findOption(causes, code)?.node;
        return node?.outlet ?? [];
      });
      expect([...new Set(named)].sort()).toEqual(outlets.map(({ code }) => code).sort());
      const kindOf = (key: string) => fields.find((field) => field.key === key)?.type.kind;
      for (const { worked, readings } of outlets) {
        if (worked.kind === 'MAP') expect(kindOf(worked.site)).toBe('place');
        if (worked.kind === 'VISIT') expect(kindOf(worked.site)).toBe('text');
        for (const key of readings) expect(kindOf(key), key).toBe('decimal');
      }
    });

    test('its register of products reads texts that anybody who reads the complaint may read', () => {
      const { label: _, ...keys } = sector.productRegister ?? { label: undefined };
      for (const key of Object.values(keys)) {
        const field = sector.fields.find((each) => each.key === key);
        expect(field?.type.kind, key).toBe('text');
        expect(field?.sensitive, key).toBeUndefined();
      }
    });

    test('its demo office has a name of its own and departments of its kinds', () => {
      const { slug, departments } = sector.demoOffice;
      expect(slug).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(SECTORS.filter(({ demoOffice }) => demoOffice.slug === slug)).toHaveLength(1);
      expect(departments.length).toBeGreaterThan(0);
      for (const { kind } of departments) {
        if (kind) expect(findOption(sector.respondentTypes, kind), kind).toBeDefined();
      }
    });

    test('causes, remedies and sanctions of a regulator and a provider are told apart', () => {
      if (sector.family === 'PROVIDER') expect(sector.sanctions).toEqual([]);
      else expect(sector.sanctions.length).toBeGreaterThan(0);
      expect(sector.remedies.length).toBeGreaterThan(0);
      expect(sector.declineGrounds.length).toBeGreaterThan(0);
      expect(sector.closingConditions.length).toBeGreaterThan(0);
    });
  },
);
