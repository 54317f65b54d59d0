/**
 * `npm run soak`: a thousand training steps of a micro model, then two hundred runs started and stopped, in the
 * built page. Prints the memory of WebAssembly and of the page along the way, and ends with 1 if either grew by more than
 * five percent after the first fifth.
 */
import type { CDPSession } from '@playwright/test';
import { useMicroWorld } from '../browser/micro-world';
import { LethePage } from '../browser/page';
import { whileServing } from '../browser/serving';
import { heapBytes } from './heap';

const RUNS = 10;
const STEPS = 100;
const STOPS = 200;
const MOST = 1.05;

interface Sample {
  readonly after: string;
  /** megabytes */
  readonly wasm: number;
  readonly page: number;
}

async function sampled(lethe: LethePage, session: CDPSession, after: string): Promise<Sample> {
  const wasm = megabytesIn(await lethe.page.getByTestId('memory').textContent());
  const sample = { after, wasm, page: (await heapBytes(session)) / 1e6 };
  console.log(`${after.padEnd(12)} WASM ${sample.wasm} MB, page ${sample.page.toFixed(2)} MB`);
  return sample;
}

/** The first number of a sentence. */
function megabytesIn(text: string | null): number {
  const number = /[\d.,]+/.exec(text ?? '')?.[0].replaceAll(',', '');
  if (number === undefined) throw new Error(`expected megabytes, got ${text ?? 'nothing'}`);
  return Number(number);
}

function growth(samples: readonly Sample[], kind: 'wasm' | 'page'): number {
  const first = samples[Math.floor(samples.length / 5)];
  const last = samples.at(-1);
  if (!first || !last) throw new Error('expected samples, got none');
  return last[kind] / first[kind];
}

const grown = await whileServing(async (browser, baseURL) => {
  const lethe = new LethePage(await browser.newPage({ baseURL }));
  await useMicroWorld(lethe.page);
  await lethe.open();
  await lethe.load('wasm');
  await lethe.loaded();
  const session = await lethe.page.context().newCDPSession(lethe.page);
  await lethe.set('reinforce', 'Steps', String(STEPS));
  const steps: Sample[] = [];
  for (let run = 1; run <= RUNS; run++) {
    await lethe.start('reinforce');
    await lethe.reaches('reinforce', 'running');
    await lethe.reaches('reinforce', 'done');
    steps.push(await sampled(lethe, session, `${run * STEPS} steps`));
  }
  await lethe.set('reinforce', 'Steps', '5000');
  const stops: Sample[] = [];
  for (let stop = 1; stop <= STOPS; stop++) {
    await lethe.start('reinforce');
    await lethe.reaches('reinforce', 'running');
    await lethe.stage('reinforce').getByRole('button', { name: 'Cancel' }).click();
    await lethe.reaches('reinforce', 'cancelled');
    if (stop % 20 === 0) stops.push(await sampled(lethe, session, `${stop} stops`));
  }
  return [steps, stops].flatMap((samples) => [growth(samples, 'wasm'), growth(samples, 'page')]);
});
console.log(
  `Grown after the first fifth: ${grown.map((times) => `${((times - 1) * 100).toFixed(1)}%`).join(', ')}`,
);
if (grown.some((times) => times > MOST)) process.exitCode = 1;
