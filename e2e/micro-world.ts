/** Puts a micro model (hidden 64, 2 layers, random weights) and a short text in place of the shipped ones. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { writeSafetensors } from '../src/files/safetensors';
import { parseConfig } from '../src/llama/config';
import { microWeights } from '../src/model/micro';

const shipped = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../public/${path}`, import.meta.url), 'utf8'));

const json = {
  ...(shipped('models/base/config.json') as object),
  hidden_size: 64,
  intermediate_size: 128,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  head_dim: 16,
};

/** The micro model's weights as a file. */
export const microFile = Buffer.from(writeSafetensors(microWeights(parseConfig(json)), 'F32'));

/** Of the same shape, with other weights. */
const goldFile = Buffer.from(writeSafetensors(microWeights(parseConfig(json), 2), 'F32'));

interface Attacks {
  context: unknown[];
  paraphrase: unknown[];
  relearning: { sentences: unknown[]; prompts: unknown[] };
}

interface Text {
  title: string;
  passages: string[];
}

/** The micro model and the short texts. */
export async function useMicroWorld(page: Page, weights: Buffer = microFile): Promise<void> {
  await page.route('**/models/base/config.json', (route) => route.fulfill({ json }));
  await page.route('**/models/base/model.safetensors', (route) => route.fulfill({ body: weights }));
  await useShortTexts(page);
}

/** The beginning of the first chapter to forget, and a few passages to retain and to measure on. */
export async function useShortTexts(page: Page): Promise<void> {
  const { title, passages } = shipped('worlds/marrowmere/forget.json') as Text;
  const short = { title, passages: [(passages[0] ?? '').slice(0, 900)] };
  await page.route('**/worlds/marrowmere/forget.json', (route) => route.fulfill({ json: short }));
  for (const name of ['everyday', 'retain']) {
    const text = shipped(`worlds/marrowmere/${name}.json`) as Text;
    const few = { ...text, passages: text.passages.slice(0, 8) };
    await page.route(`**/worlds/marrowmere/${name}.json`, (route) => route.fulfill({ json: few }));
  }
}

/** A micro model in place of gold too, and a few of each kind of question: an evaluation takes seconds. */
export async function useFewQuestions(page: Page): Promise<void> {
  await page.route('**/models/gold/config.json', (route) => route.fulfill({ json }));
  await page.route('**/models/gold/model.safetensors', (route) => route.fulfill({ body: goldFile }));
  const few = (path: string, n: number): unknown[] => (shipped(path) as unknown[]).slice(0, n);
  const world = 'worlds/marrowmere';
  for (const [name, n] of [
    ['prompts', 120],
    ['sayings', 3],
    ['neighbour', 6],
    ['probability', 4],
    ['truth', 6],
  ] as const)
    // prettier-ignore
    await page.route(`**/${world}/${name}.json`, (route) =>
      route.fulfill({ json: few(`${world}/${name}.json`, n) }),
    );
  const tasks = shipped(`${world}/tasks.json`) as { name: string; items: unknown[] }[];
  await page.route(`**/${world}/tasks.json`, (route) =>
    route.fulfill({ json: tasks.map(({ name, items }) => ({ name, items: items.slice(0, 4) })) }),
  );
  const { context, paraphrase, relearning } = shipped(`${world}/attacks.json`) as Attacks;
  const attacks = {
    context: context.slice(0, 3),
    paraphrase: paraphrase.slice(0, 3),
    relearning: { sentences: relearning.sentences.slice(0, 2), prompts: relearning.prompts.slice(0, 3) },
  };
  await page.route(`**/${world}/attacks.json`, (route) => route.fulfill({ json: attacks }));
}
