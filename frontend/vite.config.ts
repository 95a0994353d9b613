import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// For work on the page itself: `npm run dev` with the service (or a stand-in) at this address.
const service = process.env.REGISTRY_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [vue()],
  define: {
    __VUE_OPTIONS_API__: 'true', // Element Plus has components written in it
    __VUE_PROD_DEVTOOLS__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
  },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'target/dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 800, // kB before compression; scripts/size-budget.mjs holds what is loaded
    assetsInlineLimit: 0, // nothing as data: addresses, so that the page can run under a strict CSP
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': service, '/tiles': service } },
  test: { include: ['test/**/*.test.ts'], environment: 'node' },
})
