// The layout rules of ARCHITECTURE.md. Each carries its reason; a rule without one would not survive its first
// inconvenience. `npm run layout` checks them, and so does `npm test`.

const SERVER = '^apps/server/src';
const TEST = '\\.(test|fixture)\\.tsx?$|/testing/';

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one file, or a third is missing; and decorators crash on cycles.',
      severity: 'error',
      from: {},
      // A cycle of types alone is erased: it neither runs nor crashes, but still shows what belongs together.
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that resolves to nothing is passed over by every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'shared-stands-alone',
      comment: 'shared ← domain ← server and web: the lowest floor knows none above it.',
      severity: 'error',
      from: { path: '^packages/shared/src' },
      to: { path: '^(packages/domain|apps|e2e|scripts)/' },
    },
    {
      name: 'domain-knows-shared-alone',
      comment: 'shared ← domain ← server and web: rules of the domain outlive every server and screen.',
      severity: 'error',
      from: { path: '^packages/domain/src' },
      to: { path: '^(apps|e2e|scripts)/' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'No I/O and no clock of its own: the same command on the same state gives the same events, anywhere.',
      severity: 'error',
      from: { path: '^packages/domain/src', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-has-no-framework',
      comment: 'The domain is plain TypeScript; it uses calendars, numerals and dates, and no framework.',
      severity: 'error',
      from: { path: '^packages/(domain|shared)/src', pathNot: TEST },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(chinese-days|nzh|temporal-polyfill|temporal-spec)/|packages/shared/',
      },
    },
    {
      name: 'server-knows-no-web',
      comment: 'They meet in the schema alone, so that either can be replaced or run elsewhere.',
      severity: 'error',
      from: { path: '^apps/server/' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'web-knows-no-server',
      comment: 'What a browser loads must not hold what only the server may know.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^apps/server/' },
    },
    {
      name: 'web-has-no-node',
      comment: 'A browser has no Node.',
      severity: 'error',
      from: { path: '^apps/web/src', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-do-not-meet',
      comment: 'Features meet through events in the outbox or in main: each can be read, and removed, alone.',
      severity: 'error',
      from: { path: '^(apps/(?:server|web)/src/features)/([^/]+)/' },
      to: { path: '^$1/[^/]+/', pathNot: '^$1/$2/' },
    },
    {
      name: 'floor-knows-no-feature',
      comment:
        'What every feature stands on cannot stand on one of them; only main and the schema assemble features.',
      severity: 'error',
      from: { path: `${SERVER}/(db|tenancy|identity|outbox|http)/`, pathNot: TEST },
      to: { path: `${SERVER}/features/` },
    },
    {
      name: 'typeorm-stays-in-repositories',
      comment:
        'Use cases speak of complaints, not of tables: only repositories and entities know the mapper.',
      severity: 'error',
      from: { path: SERVER, pathNot: `${SERVER}/(db|tenancy)/|\\.(repository|entity)\\.ts$|${TEST}` },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'one-door-to-the-database',
      comment:
        'A connection taken past tenancy has no tenant set. Identity alone lends its pool to the sign-in library.',
      severity: 'error',
      from: { path: SERVER, pathNot: `${SERVER}/(db|tenancy|identity)/|${TEST}` },
      to: { path: 'node_modules/pg/|node_modules/@types/pg/' },
    },
    {
      name: 'data-source-belongs-to-tenancy',
      comment: 'Whoever holds the data source can read every tenant; inTenant(actor, work) is the only door.',
      severity: 'error',
      from: { path: SERVER, pathNot: `${SERVER}/(db|tenancy|identity)/|${SERVER}/main\\.ts$|${TEST}` },
      to: { path: `${SERVER}/(db|tenancy)/data-source\\.ts$` },
    },
    {
      name: 'tests-are-not-imported',
      comment:
        'What the product needs does not live in a test; the build leaves tests and their helpers out.',
      severity: 'error',
      from: { pathNot: `${TEST}|^e2e/|\\.config\\.ts$` },
      to: { path: TEST },
    },
    {
      name: 'nothing-outside-package-json',
      comment: 'A package that happens to be installed for somebody else is gone tomorrow.',
      severity: 'error',
      from: { path: '^(apps|packages|e2e)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'product-needs-no-tools',
      comment: 'What runs in production is a dependency, not a development dependency.',
      severity: 'error',
      from: { path: '^(apps/server|packages)/[^/]*/?src', pathNot: TEST },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated)/' },
    // Also the imports that are types alone: an architecture is what a reader must know, not what remains at run time.
    tsPreCompilationDeps: true,
    parser: 'tsc',
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
    builtInModules: { add: ['node:sqlite', 'node:test'] },
  },
};
