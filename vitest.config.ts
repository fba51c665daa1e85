import { createRequire } from 'node:module';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

// `source` makes the workspace's packages resolve to their sources, so that a test needs no build.
const resolve = { conditions: ['source'] };
// The copy of graphql that Node itself gives to the libraries: a second one breaks every schema.
const graphql = createRequire(new URL('apps/server/package.json', import.meta.url)).resolve('graphql');
// Nothing but `source` here: `import` or `module` would reach `require` too, and pg could not load its own pool.
const ssr = { resolve: { conditions: ['source'] } };

/** What they count belongs to a whole process: memory, and the statements that are prepared. */
const ALONE = ['src/sheets/large-sheet.test.ts', 'src/features/complaints/lists.test.ts'];

/** How the product is run: started, stopped, killed, made for an office. A run of its own, beside what people do with it. */
const OPERATION = ['src/crash.test.ts', 'src/start-and-stop.test.ts', 'src/own-organization.test.ts'];

function server(test: TestOptions): TestProjectConfiguration {
  return {
    resolve: { ...resolve, alias: [{ find: /^graphql$/, replacement: graphql }] },
    ssr,
    test: {
      root: 'apps/server',
      globalSetup: ['src/testing/global-setup.ts'],
      testTimeout: 60_000,
      hookTimeout: 120_000,
      ...test,
    },
  };
}
/** The built product, mostly in a real browser: run `npm run build` first. */
function product(test: TestOptions): TestProjectConfiguration {
  return {
    resolve,
    ssr,
    test: {
      root: 'e2e',
      globalSetup: ['src/support/global-setup.ts'],
      // Starts of the whole product: on a busy machine each takes many times longer than on a quiet one.
      testTimeout: 300_000,
      hookTimeout: 300_000,
      // Each file starts a product with its database and a browser: one at a time is fast enough for two cores.
      fileParallelism: false,
      ...test,
    },
  };
}

interface TestOptions {
  readonly name: string;
  readonly include: string[];
  readonly exclude?: string[];
  readonly isolate?: boolean;
}

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'house', root: 'scripts', include: ['**/*.test.mjs'], testTimeout: 30_000 } },
      {
        resolve,
        ssr,
        // Properties go through many lives: they take their time on a busy machine.
        test: {
          ...{ name: 'domain', root: 'packages/domain', include: ['src/**/*.test.ts'] },
          ...{ isolate: false, testTimeout: 60_000 },
        },
      },
      { resolve, ssr, test: { name: 'shared', root: 'packages/shared', include: ['src/**/*.test.ts'] } },
      // Loading the server takes longer than most of its tests: files that come to the same process share it.
      server({ name: 'server', isolate: false, include: ['src/**/*.test.ts'], exclude: ALONE }),
      server({ name: 'server-alone', include: ALONE }),
      product({ name: 'e2e', include: ['src/**/*.test.ts'], exclude: OPERATION }),
      product({ name: 'e2e-operation', include: OPERATION }),
      { resolve, ssr, test: { name: 'web', root: 'apps/web', include: ['src/**/*.test.{ts,tsx}'] } },
    ],
  },
});
