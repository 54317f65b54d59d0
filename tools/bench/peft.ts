/**
 * `npm run bench -- --part peft`: training steps of the 135 M shape in turn, by PyTorch + PEFT (tools/bench/peft_step.py), in
 * Node and in the page on WASM, by both plans. Needs a Python with torch, transformers and peft: `--python`.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { executions, plans, type Plan } from '../../src/model/execution';
import { standInWeights } from '../../src/model/stand-in-weights';
import { openNative } from '../../src/runtime/node';
import type {} from './page';
import { configOf, realShapes, startTraining } from './real-shapes';
import { median, milliseconds } from './timing';

const [WARM_UPS, COUNTED] = [2, 8];
const THREADS = 2;

/** How many times as long as PyTorch a step may take, and how many seconds to create what it needs. */
const bounds = {
  'native, whole': 1.2,
  'native, layered': 1.8,
  'WASM, whole': 2.5,
  'WASM, layered': 3.5,
} as const;
const createBounds: Readonly<Record<Plan, number>> = { whole: 5, layered: 1.5 };
type Ours = keyof typeof bounds;

export async function benchPeft(page: Page, python: string) {
  const peer = await startPeer(python);
  const config = configOf('135M');
  const weights = standInWeights(config);
  const device = openNative(THREADS);
  const [whole, layered] = [
    await startTraining(device, config, weights, executions.whole),
    await startTraining(device, config, weights, executions.layered),
  ];
  const inPage = await page.evaluate(() => window.benchmarks.startPlans());
  const stepInPage = (plan: Plan) => page.evaluate((of) => window.benchmarks.stepOf(of), plan);
  const steps: Readonly<Record<Ours, () => Promise<unknown>>> = {
    'native, whole': whole.step,
    'native, layered': layered.step,
    'WASM, whole': () => stepInPage('whole'),
    'WASM, layered': () => stepInPage('layered'),
  };
  const peft: number[] = [];
  const times: Record<Ours, number[]> = {
    'native, whole': [],
    'native, layered': [],
    'WASM, whole': [],
    'WASM, layered': [],
  };
  const names = Object.keys(bounds).filter((name): name is Ours => name in bounds);
  for (let round = 0; round < WARM_UPS + COUNTED; round++) {
    const ofPeer = await peer.step();
    if (round >= WARM_UPS) peft.push(ofPeer);
    for (const name of names) {
      const time = await milliseconds(steps[name]);
      if (round >= WARM_UPS) times[name].push(time);
    }
  }
  peer.end();
  const createMs = { native: { whole: whole.createMs, layered: layered.createMs }, WASM: inPage };
  await whole.release();
  await layered.release();
  await device.release();
  const ratios = names.map((name) => ({
    name,
    ms: median(times[name]),
    ratio: median(times[name].map((time, i) => time / (peft[i] ?? Number.NaN))),
    bound: bounds[name],
  }));
  return { peft: { ms: median(peft), ratios, createMs } };
}

export function sayPeft({ peft: { ms, ratios, createMs } }: Awaited<ReturnType<typeof benchPeft>>): void {
  console.log(`PEFT    a step of the 135 M shape: ${ms.toFixed(0)} ms, ${THREADS} threads`);
  for (const { name, ms: own, ratio, bound } of ratios)
    console.log(`  ${name}: ${own.toFixed(0)} ms, ${ratio.toFixed(2)} times as long (at most ${bound})`);
  for (const [where, create] of Object.entries(createMs))
    for (const plan of plans)
      console.log(
        `  ${where}, ${plan}: created in ${(create[plan] / 1000).toFixed(1)} s (at most ${createBounds[plan]})`,
      );
}

/** Python, waiting for steps to take. @throws Error if it ends, with what it said */
async function startPeer(python: string) {
  const child = spawn(python, ['tools/bench/peft_step.py', JSON.stringify(realShapes['135M'])], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(
        new Error(
          `${python} tools/bench/peft_step.py ended with ${code}; it needs torch, transformers and peft`,
        ),
      );
    });
  });
  failed.catch(() => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string> => {
    const next = await Promise.race([lines.next(), failed]);
    return next.done ? failed : next.value;
  };
  while ((await line()) !== 'ready');
  return {
    /** milliseconds of one step, as Python measured it */
    async step(): Promise<number> {
      child.stdin.write('step\n');
      return 1000 * Number(await line());
    },
    end: () => child.stdin.end(),
  };
}
