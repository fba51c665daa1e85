import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { compression } from 'vite-plugin-compression2';

/** The server of `npm run dev`, to which the development server passes what is not a page; and its own port. */
const { PORT = '4000', WEB_PORT = '5173' } = loadEnv('development', '.', ['PORT', 'WEB_PORT']);
const SERVER = `http://localhost:${PORT}`;

/**
 * What a first screen needs comes in a few scripts, which pack better and arrive sooner than the eighty into which it
 * would be split for the sake of later pages. Each takes along whatever it imports that none before it has taken: what
 * both applications need (React, languages, router), and the frame of the workplace with the inbox.
 */
const FIRST_SCREENS = [
  // Not the entry itself: it waits for the application, which must not wait for it.
  { name: 'start', tags: ['$initial' as const], test: /node_modules|i18n|preload-helper/, priority: 3 },
  { name: 'shared', test: /node_modules\/(react-router|graphql)\//, priority: 2 },
  { name: 'workplace', test: /app\/app\.tsx$/, priority: 1 },
];

export default defineConfig({
  // Files are compressed once, here, and not at every request.
  plugins: [react(), compression({ algorithms: ['gzip', 'brotliCompress'], threshold: 1_000 })],
  // The workspace's packages are compiled from their sources.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2024',
    sourcemap: false,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: { output: { codeSplitting: { groups: FIRST_SCREENS } } },
  },
  server: {
    port: Number(WEB_PORT),
    // The server lets people sign in from this address alone.
    strictPort: true,
    proxy: Object.fromEntries(
      ['/graphql', '/api', '/files', '/imports', '/public', '/reports'].map((path) => [
        path,
        { target: SERVER, ws: path === '/graphql' },
      ]),
    ),
  },
});
