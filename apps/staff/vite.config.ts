import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { groups } from './vite/chunks.ts';
import { compressed } from './vite/compressed.ts';
import { firstFiles } from './vite/first-files.ts';

/** The API serves `dist`; `vite` alone is for working on the pages, with the API on port 3000. */
export default defineConfig({
  plugins: [react(), firstFiles(), compressed()],
  resolve: { conditions: ['stegvis-source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } } },
});
