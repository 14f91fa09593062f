import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mockBackEnd } from './src/mock/vite-plugin.ts';

// `vite apps/dashboard` serves the pages against the mock back end, or against a running API named in SHELFCAST_API.
const api = process.env.SHELFCAST_API;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), ...(api ? [] : [mockBackEnd()])],
  server: { proxy: api ? { '/v1': { target: api, changeOrigin: true } } : undefined },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // The module preload polyfill is an inline script in spirit: the browsers we support have it built in.
    modulePreload: { polyfill: false },
    // Data URIs would need `img-src data:` and more in the content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
