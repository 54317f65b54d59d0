/** `npm run bench -- --json bench.json`: measures in headless Chromium on WASM and prints ratios. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { browserFlags, ensureBrowser } from '../browser/find';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const server = await createServer({
  configFile: 'vite.config.ts',
  root: 'tools/bench',
  publicDir: '../../public',
  server: { port: 0, fs: { allow: ['../..'] } },
  logLevel: 'error',
});
await server.listen();
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => {
    console.error(error);
  });
  await page.goto(address);
  await page.waitForFunction(() => 'runBenchmark' in window);
  const result = await page.evaluate(() => window.runBenchmark(document.baseURI));
  const { loraStep, gemm, alpha, equation1Decode, threads } = result;
  console.log(
    `WASM, ${threads} threads; LoRA step of workload L6 (${loraStep.gigaflops.toFixed(1)} GFLOP of matrix products)`,
  );
  console.log(
    `Lethe   ${loraStep.lethe.toFixed(0)} ms, ${loraStep.nodes} nodes, ${loraStep.peakMB.toFixed(0)} MB WASM memory`,
  );
  console.log(`jax-js  ${loraStep.jaxjs.toFixed(0)} ms: Lethe is ${loraStep.ratio.toFixed(2)} times as fast`);
  console.log(
    `  tuned ${loraStep.jaxjsTuned.toFixed(0)} ms (head product in halves): ${loraStep.ratioTuned.toFixed(2)} times`,
  );
  console.log(`session ${loraStep.createMs.toFixed(0)} ms, first step ${loraStep.firstMs.toFixed(0)} ms`);
  console.log(
    `limit   1024³ product ${gemm.ms.toFixed(1)} ms: the step runs at ${(100 * gemm.fraction).toFixed(0)} % of it`,
  );
  console.log(
    `alpha   a block of 128 tokens is labelled anew in ${alpha.ms.toFixed(1)} ms, from its record in ${alpha.fromRecordMs.toFixed(2)} ms`,
  );
  console.log(
    `decode  equation 1 writes ${equation1Decode.tokensPerSecond.toFixed(0)} tokens/s, ${equation1Decode.fraction.toFixed(2)} of one plain voice`,
  );
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
} finally {
  await browser.close();
  await server.close();
}
