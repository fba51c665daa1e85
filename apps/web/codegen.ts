import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of the operations that the screens use, made from the published schema: a change of either breaks the build. */
const config: CodegenConfig = {
  schema: '../../packages/shared/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/generated/**'],
  ignoreNoDocuments: true,
  generates: {
    'src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        // Parts of a union are told apart by their names.
        nonOptionalTypename: true,
        scalars: {
          DateTime: 'string',
          LocalDate: 'string',
          JSONObject: 'Record<string, unknown>',
        },
      },
    },
  },
};

export default config;
