import { allCodes, type FieldDeclaration, type FieldType, SECTORS, type Sector } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CallerHeaders, openTestApi, type TestApi } from '../../testing/api.fixture.ts';

/** Whatever a sector declares of a complaint can be written down, read back and looked for, through GraphQL. */

let api: TestApi;

beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

type Fields = Readonly<Record<string, unknown>>;

/** Under which name a sector's details are given. */
const keyOf = ({ typeName }: Sector): string => typeName.charAt(0).toLowerCase() + typeName.slice(1);

/** Two values of a type that no filter confuses, each with the filter that finds it and the other one not. */
type Sample = { readonly value: unknown; readonly filter: unknown };

function rangeOf(type: Extract<FieldType, { kind: 'integer' | 'decimal' }>): readonly [Sample, Sample] {
  const least = type.min ?? 0;
  const next = least + 1;
  return [
    { value: least, filter: { max: least } },
    { value: next, filter: { min: next } },
  ];
}

function samplesOf({ type, filter, dimension }: FieldDeclaration): readonly [Sample, Sample] {
  switch (type.kind) {
    case 'text':
      return ['甲字第 1% 号', '乙字第 2_ 号'].map((value) => ({
        value: value.slice(0, type.maxLength),
        // What is found by an index is found as it was written, anything else by a part of it.
        filter: (filter || dimension ? value : value.slice(1, 6)).slice(0, type.maxLength),
      })) as unknown as readonly [Sample, Sample];
    case 'integer':
    case 'decimal':
      return rangeOf(type);
    case 'boolean':
      return [
        { value: true, filter: true },
        { value: false, filter: false },
      ];
    case 'date':
      return [
        { value: '2026-01-05', filter: { from: '2026-01-05', to: '2026-01-05' } },
        { value: '2026-01-06', filter: { from: '2026-01-06' } },
      ];
    case 'dateTime':
      return [
        { value: '2026-01-05T01:00:00.000Z', filter: { to: '2026-01-05T01:00:00.000Z' } },
        { value: '2026-01-05T02:00:00.000Z', filter: { from: '2026-01-05T02:00:00.000Z' } },
      ];
    case 'choice':
    case 'choices': {
      const [one = '', another = ''] = allCodes(type.options);
      const written = (code: string): unknown => (type.kind === 'choices' ? [code] : code);
      return [
        { value: written(one), filter: [one] },
        { value: written(another), filter: [another] },
      ];
    }
    case 'money':
      return [
        { value: { amount: 1050, currency: 'CNY' }, filter: { currency: 'CNY', max: 1050 } },
        { value: { amount: 1051, currency: 'CNY' }, filter: { currency: 'CNY', min: 1051 } },
      ];
    case 'place':
      return [
        {
          value: { address: '幸福路 1 号', longitude: 114.05, latitude: 22.55 },
          filter: { address: '幸福路', west: 114, east: 114.1, south: 22.5, north: 22.6 },
        },
        {
          value: { address: '解放路 2 号', longitude: 113.05, latitude: 23.55 },
          filter: { west: 113, east: 113.1 },
        },
      ];
  }
}

/**
 * What a field cannot stand without: records are sealed by somebody, and opened three years after at the earliest; a repair
 * is accepted once it is finished.
 */
const WITH: Readonly<Record<string, Fields>> = {
  recordsSealedAt: { recordsSealedBy: '医务科' },
  recordsSealedBy: { recordsSealedAt: '2020-01-05T01:00:00.000Z' },
  repairAccepted: { repairedAt: '2026-01-05T01:00:00.000Z' },
  recordsOpenedOn: { recordsSealedAt: '2020-01-05T01:00:00.000Z', recordsSealedBy: '医务科' },
};

async function register(caller: CallerHeaders, sector: Sector, details: Fields): Promise<string> {
  const { data, errors } = await api.graphql(
    caller,
    `mutation ($input: ComplaintRegisterInput!) { complaintRegister(input: $input) {
      complaint { id details { ... on ${sector.typeName}Details { ${Object.keys(details)
        .map((key) => `${key}${selectionOf(sector, key)}`)
        .join(' ')} } } }
      userErrors { field message } } }`,
    {
      input: {
        ...{ kind: sector.kinds[0], channel: 'PHONE', disclosure: 'NAMED', content: '反映一件事' },
        ...{ complainant: { name: '王小明' }, details: { [keyOf(sector)]: details } },
      },
    },
  );
  expect(errors).toBeUndefined();
  expect(data.complaintRegister.userErrors).toEqual([]);
  const { id, details: read } = data.complaintRegister.complaint;
  expect(read).toMatchObject(details);
  return id;
}

function selectionOf({ fields }: Sector, key: string): string {
  const kind = fields.find((field) => field.key === key)?.type.kind;
  if (kind === 'money') return ' { amount currency }';
  return kind === 'place' ? ' { address longitude latitude }' : '';
}

describe.each(SECTORS.map((sector) => [sector.code, sector] as const))('%s', (code, sector) => {
  test('every field that it declares is kept as it was given, and narrows a list', async () => {
    const office = await api.organization(code);
    const caller = await api.signedIn(office, 'SUPERVISOR');
    const samples = new Map(sector.fields.map((field) => [field.key, samplesOf(field)]));
    expect(samples.size).toBeGreaterThan(5);
    for (const [key, [one, another]] of samples) {
      const ids = [
        await register(caller, sector, { ...WITH[key], [key]: one.value }),
        await register(caller, sector, { ...WITH[key], [key]: another.value }),
      ];
      for (const [index, { filter }] of [one, another].entries()) {
        const { data, errors } = await api.graphql(
          caller,
          'query ($filter: ComplaintFilterInput) { complaints(filter: $filter) { totalCount edges { node { id } } } }',
          { filter: { details: { [keyOf(sector)]: { [key]: filter } } } },
        );
        expect(errors, key).toBeUndefined();
        const found = data.complaints.edges.map(({ node }: { node: { id: string } }) => node.id);
        expect({ key, index, found }).toEqual({ key, index, found: [ids[index]] });
        expect(data.complaints.totalCount).toBe(1);
      }
    }
  });
});
