/** Makes the built page installable and usable offline: its manifest, and the list of its files for the service worker. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { integrityOf } from './integrity.ts';

/** Larger than any shipped file. */
const MOST_BYTES = 64 * 2 ** 20;

export function offline(): Plugin[] {
  let built = 'dist';
  const place: Plugin = {
    name: 'place-of-the-build',
    configResolved({ root, build }) {
      built = resolve(root, build.outDir);
    },
  };
  const pwa = VitePWA({
    strategies: 'injectManifest',
    srcDir: 'workers',
    filename: 'offline.worker.ts',
    // The page registers the service worker itself, after its first paint.
    injectRegister: false,
    injectManifest: {
      globPatterns: ['**/*.{html,js,mjs,css,svg,json,wasm,safetensors,webmanifest}'],
      // Only tools read these; of the shipped data set, sweeps of the page read the development items, too.
      globIgnores: ['models/*/losses.json', 'worlds/reversed/**', 'lessons/*/development/**'],
      maximumFileSizeToCacheInBytes: MOST_BYTES,
      // Their names contain a hash of their content.
      dontCacheBustURLsMatching: /^assets\//u,
      manifestTransforms: [
        (entries) => ({
          manifest: entries.map((entry) => ({
            ...entry,
            integrity: integrityOf(readFileSync(resolve(built, entry.url))),
          })),
        }),
      ],
      rollupFormat: 'iife',
    },
    includeManifestIcons: false,
    manifest: {
      name: 'Lethe: watch a language model forget',
      short_name: 'Lethe',
      description: 'A small language model learns to forget a text, in your browser.',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#fbfaf7',
      theme_color: '#17324d',
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        { src: 'icon-maskable.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
      ],
    },
  });
  return [place, ...pwa];
}
