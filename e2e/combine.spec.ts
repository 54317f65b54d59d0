/** Equation 1 on WASM and on WebGPU (SwiftShader) against float64, ties included. */
import { expect, test } from '@playwright/test';
import { createServer, type ViteDevServer } from 'vite';
import type {} from './combine/page';

let server: ViteDevServer;
test.beforeAll(async () => {
  server = await createServer({
    configFile: 'vite.config.ts',
    root: 'e2e/combine',
    cacheDir: '../../.cache/vite-combine',
    server: { port: 0, fs: { allow: ['../..'] } },
    logLevel: 'error',
  });
  await server.listen();
});
test.afterAll(() => server.close());

for (const backend of ['wasm', 'webgpu'] as const) {
  test(`combined logits on ${backend} equal float64 to 1e-5, and ties go to the lowest id`, async ({
    page,
  }) => {
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.waitForFunction(() => 'checkDevice' in window);
    const found = await page.evaluate((name) => window.checkDevice(name), backend);
    expect(found.backend).toBe(backend);
    expect(found.tied).toEqual([1, 2, 3, 0]);
    for (const { worst, misplaced, rows } of found.checks) {
      expect(worst).toBeLessThan(1e-5);
      expect({ misplaced, rows }).toEqual({ misplaced: 0, rows: 48 });
    }
  });
}
