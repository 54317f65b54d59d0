/** Puts a micro model (hidden 64, 2 layers, random weights) and a short text in place of the shipped ones. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { writeSafetensors } from '../../src/files/safetensors';
import { itemsFolder, splits, type Split } from '../../src/evaluate/split';
import { parseConfig } from '../../src/llama/config';
import { microWeights } from '../../src/model/micro';

/** Replacements for shipped files, by their path in public/: bytes, or a value to serialise as JSON. */
export type Stand = ReadonlyMap<string, unknown>;

const WORLD = 'worlds/marrowmere';

const shipped = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../public/${path}`, import.meta.url), 'utf8'));

const config = {
  ...(shipped('models/base/config.json') as object),
  hidden_size: 64,
  intermediate_size: 128,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  head_dim: 16,
};

/** A micro model's weights as a file. */
const weights = (seed: number): Buffer =>
  Buffer.from(writeSafetensors(microWeights(parseConfig(config), seed), 'F32'));

/** The micro model's weights as a file. */
export const microFile = weights(1);

interface Attacks {
  context: unknown[];
  paraphrase: unknown[];
  relearning: { sentences: unknown[]; prompts: unknown[] };
}

interface Text {
  title: string;
  passages: string[];
}

/** The beginning of the first chapter to forget, and a few passages to retain and to measure on. */
export function shortTexts(): Stand {
  const { title, passages } = shipped(`${WORLD}/forget.json`) as Text;
  const few = (path: string): [string, Text] => {
    const text = shipped(path) as Text;
    return [path, { ...text, passages: text.passages.slice(0, 8) }];
  };
  return new Map([
    [`${WORLD}/forget.json`, { title, passages: [(passages[0] ?? '').slice(0, 900)] }],
    ...splits.map((split) => few(`${itemsFolder(WORLD, split)}/everyday.json`)),
    few(`${WORLD}/retain.json`),
  ]);
}

/** Two of the chapters that repeat the facts of the forget set: the shipped model forgets these first. */
export function factChapters(): Stand {
  const { title, passages } = shipped(`${WORLD}/forget.json`) as Text;
  return new Map([[`${WORLD}/forget.json`, { title, passages: passages.slice(28, 30) }]]);
}

/** The micro model and the short texts. */
export function microWorld(file = microFile): Stand {
  const model: [string, unknown][] = [
    ['models/base/config.json', config],
    ['models/base/model.safetensors', file],
  ];
  return new Map([...model, ...shortTexts()]);
}

/**
 * A micro model in place of gold too, and a few of each kind of question: an evaluation takes seconds. `prompts`: how many
 * prompts for completions
 */
export function fewQuestions(prompts = 24): Stand {
  const holdout = shipped(`${WORLD}/holdout.json`) as { passages: string[]; like: number };
  return new Map<string, unknown>([
    ['models/gold/config.json', config],
    ['models/gold/model.safetensors', weights(2)],
    [`${WORLD}/holdout.json`, { ...holdout, passages: holdout.passages.slice(0, 1) }],
    ...splits.flatMap((split) => fewItems(split, prompts)),
  ]);
}

function fewItems(split: Split, prompts: number): [string, unknown][] {
  const folder = itemsFolder(WORLD, split);
  const few = (name: string, n: number): [string, unknown] => [
    `${folder}/${name}.json`,
    (shipped(`${folder}/${name}.json`) as unknown[]).slice(0, n),
  ];
  const tasks = shipped(`${folder}/tasks.json`) as { name: string; items: unknown[] }[];
  const { context, paraphrase, relearning } = shipped(`${folder}/attacks.json`) as Attacks;
  return [
    few('prompts', prompts),
    few('sayings', 3),
    few('neighbour', 6),
    few('probability', 4),
    few('truth', 6),
    [`${folder}/tasks.json`, tasks.map(({ name, items }) => ({ name, items: items.slice(0, 4) }))],
    [
      `${folder}/attacks.json`,
      {
        context: context.slice(0, 3),
        paraphrase: paraphrase.slice(0, 3),
        relearning: { sentences: relearning.sentences.slice(0, 2), prompts: relearning.prompts.slice(0, 3) },
      },
    ],
  ];
}

/** Gives the page these files instead of the shipped ones. */
export async function serve(page: Page, files: Stand): Promise<void> {
  for (const [path, file] of files)
    await page.route(`**/${path}`, (route) =>
      route.fulfill(Buffer.isBuffer(file) ? { body: file } : { json: file }),
    );
}

export const useMicroWorld = (page: Page, file = microFile): Promise<void> => serve(page, microWorld(file));
export const useShortTexts = (page: Page): Promise<void> => serve(page, shortTexts());
export const useFewQuestions = (page: Page, prompts?: number): Promise<void> =>
  serve(page, fewQuestions(prompts));
