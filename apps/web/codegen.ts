import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = {
  DateTime: 'string',
  LocalDate: 'string',
  SafeInt: 'number',
  JSONObject: 'Record<string, unknown>',
};
const config = {
  useTypeImports: true,
  enumsAsTypes: true,
  strictScalars: true,
  nonOptionalTypename: true,
  scalars,
};

/**
 * The operations of the screens stand in `.graphql` files beside them. From each comes a module of typed documents, so
 * that a page carries its own operations and no others; a change of the schema that breaks one breaks the build.
 */
const codegen: CodegenConfig = {
  schema: '../../packages/shared/schema.graphql',
  documents: ['src/**/*.graphql'],
  generates: {
    'src/generated/schema.ts': { plugins: ['typescript'], config },
    'src/': {
      preset: 'near-operation-file',
      presetConfig: {
        baseTypesPath: 'generated/schema.ts',
        folder: 'generated',
        extension: '.ts',
        importTypesNamespace: 'Schema',
      },
      plugins: ['typescript-operations', 'typed-document-node'],
      config,
    },
  },
};

export default codegen;
