import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** The API serves `dist`; `vite` alone is for working on the pages, with the API on another port. */
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['stegvis-source', ...defaultClientConditions] },
  build: { target: 'es2022', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } } },
});
