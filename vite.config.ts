import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './tools/site/content-security-policy';
import { offline } from './tools/site/offline';

/** Cross-origin isolation gives WASM its threads. It is used where the host grants it, never required. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  base: './',
  plugins: [svelte(), contentSecurityPolicy(), offline()],
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  optimizeDeps: {
    exclude: ['onnxruntime-web', '@jax-js/jax'],
    // What only the worker imports would be found late, and the page would load twice.
    include: ['@huggingface/tokenizers', '@noble/hashes/sha2.js', '@noble/hashes/utils.js', 'comlink', 'pbf'],
  },
  worker: { format: 'es' },
  server: { headers: isolation },
  preview: { headers: isolation },
  build: { target: 'es2023', assetsInlineLimit: 0 },
  test: { include: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'workers/**/*.test.ts'], testTimeout: 60_000 },
});
