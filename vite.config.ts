import { existsSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './tools/site/content-security-policy.ts';
import { connected } from './tools/site/connected.ts';
import { fetchAgain } from './tools/site/fetch-again.ts';
import { developmentHeaders, previewHeaders } from './tools/site/headers.ts';
import { offline } from './tools/site/offline.ts';
import { runtimeBytes } from './tools/site/runtime-bytes.ts';
import { wholeEntries } from './tools/site/whole-entries.ts';

/** Tests of components, which need a document; all others run without one, and start faster. */
const components = 'src/**/*.svelte.test.ts';

/** What the page needs first is one script beside its entries: as fifty small ones it is larger, and comes later. */
const first = {
  name: 'first',
  tags: ['$initial' as const],
  test: /^(?!.*(?:index\.html|boot\.ts|main\.ts)$)/,
};

export default defineConfig({
  base: './',
  plugins: [
    svelte({ configFile: false }),
    contentSecurityPolicy(),
    wholeEntries(),
    fetchAgain(),
    connected(),
    offline(),
  ],
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  optimizeDeps: {
    exclude: ['onnxruntime-web', '@jax-js/jax'],
    // What only the worker imports would be found late, and the page would load twice.
    include: [
      '@huggingface/tokenizers',
      '@noble/hashes/legacy.js',
      '@huggingface/transformers',
      '@noble/hashes/sha2.js',
      '@noble/hashes/utils.js',
      'comlink',
      'pbf',
    ],
  },
  worker: { format: 'es', plugins: () => [wholeEntries()] },
  server: { headers: developmentHeaders },
  preview: { headers: previewHeaders },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [first] } } },
  },
  define: {
    'import.meta.env.RUNTIME_BYTES': JSON.stringify(runtimeBytes()),
    'import.meta.env.RECORDED_METHODS': JSON.stringify(existsSync('public/recorded/methods.json')),
  },
  test: {
    testTimeout: 60_000,
    // Every core: by default one is kept free, which on two cores is half of them.
    maxWorkers: '100%',
    // Files share the modules of their worker: loading them anew for each file takes two fifths of the time.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: ['./tools/tests/fixed-seed.ts'],
          include: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'workers/**/*.test.ts'],
          exclude: [components],
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          include: [components],
          environment: 'happy-dom',
          // The library unmounts after each test.
          setupFiles: [
            '@testing-library/svelte/vitest',
            './tools/components/all-texts.ts',
            './tools/components/checked-option.ts',
          ],
          css: true,
        },
      },
    ],
  },
});
