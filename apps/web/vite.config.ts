import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The server of `npm run dev`, to which the development server passes what is not a page. */
const SERVER = 'http://localhost:4000';

export default defineConfig({
  plugins: [react()],
  // The workspace's packages are compiled from their sources.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2024', sourcemap: false, chunkSizeWarningLimit: 1_500 },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/graphql', '/api', '/files', '/imports', '/reports'].map((path) => [path, SERVER]),
    ),
  },
});
