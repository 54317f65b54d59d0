/** Both pipelines of transformers.js in the language worker, offline, on WASM, against Python’s transformers. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { createServer, type ViteDevServer } from 'vite';
import { spansOf } from '../src/assist/names/spans';
import type {} from './tab/page';

interface Entity {
  readonly tag: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}
interface NamesGolden {
  readonly text: string;
  readonly isWhole: boolean;
  readonly entities: readonly Entity[];
  readonly tokens: readonly { readonly start: number; readonly end: number }[];
  readonly pieces: readonly string[];
}
interface WriterGolden {
  readonly prompt: string;
  readonly answer: string;
  readonly promptTokens: number;
  readonly answerTokens: number;
  readonly isWhole: boolean;
}
const read = (name: string): unknown =>
  JSON.parse(readFileSync(`src/assist/fixtures/tiny/${name}.golden.json`, 'utf8'));
const names = read('names') as readonly NamesGolden[];
const writer = read('writer') as readonly WriterGolden[];
type Smaller = 'q4f16' | 'q4' | 'q8';
/** What Python makes of the texts with smaller forms of the same weights: labels of tokens, and answers. */
const quantised = JSON.parse(readFileSync('src/assist/fixtures/tiny/quantised/golden.json', 'utf8')) as {
  readonly names: Readonly<Record<Smaller, readonly (readonly string[])[]>>;
  readonly writer: Readonly<Record<Smaller, readonly string[]>>;
};

let server: ViteDevServer;
test.beforeAll(async () => {
  server = await createServer({
    configFile: 'vite.config.ts',
    root: 'e2e/tab',
    cacheDir: '../../.cache/vite-tab',
    server: { port: 0, fs: { allow: ['../..'] } },
    logLevel: 'error',
  });
  await server.listen();
});
test.afterAll(() => server.close());

/** The addresses of other hosts that were asked. */
async function opened(page: Page): Promise<string[]> {
  const asked: string[] = [];
  page.context().on('request', (request) => {
    if (!/^(?:http:\/\/localhost:|blob:|data:)/u.test(request.url())) asked.push(request.url());
  });
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.waitForFunction(() => 'tab' in window);
  return asked;
}

test('names in ten texts are those of Python’s transformers, with the same offsets', async ({ page }) => {
  const asked = await opened(page);
  const whole = names.filter(({ isWhole }) => isWhole);
  expect(whole).toHaveLength(10);
  const found = await page.evaluate((texts) => window.tab.names(texts), whole.map(({ text }) => text)); // prettier-ignore
  for (const [i, { text, entities }] of whole.entries()) {
    const spans = found[i] ?? [];
    expect(spans.map(({ start, end, tag }) => ({ start, end, tag })), text).toEqual(
      entities.map(({ start, end, tag }) => ({ start, end, tag })),
    ); // prettier-ignore
    for (const [j, { score }] of spans.entries()) expect(score).toBeCloseTo(entities[j]?.score ?? 0, 3);
  }
  expect(asked).toEqual([]);
});

test('a text of many windows has the same names wherever they are in it', async ({ page }) => {
  await opened(page);
  const long = names.find(({ isWhole }) => !isWhole)?.text ?? '';
  const [spans = []] = await page.evaluate((texts) => window.tab.names(texts), [`${long}\r\n\r\n${long}`]);
  const second = long.length + 4;
  const namesFrom = (from: number, to: number): string[] =>
    spans.flatMap(({ start, end }) =>
      start >= from && end <= to ? [long.slice(start - from, end - from)] : [],
    );
  expect(namesFrom(0, long.length)).toContain('Peter');
  expect(namesFrom(second, second + long.length)).toContain('Peter');
  for (const { start, end } of spans) expect(end).toBeGreaterThan(start);
});

test('answers are those of Python’s transformers, and come piece by piece', async ({ page }) => {
  const asked = await opened(page);
  const found = await page.evaluate(
    (prompts) => window.tab.answers(prompts, 24),
    writer.map(({ prompt }) => prompt),
  );
  for (const [i, { answer, promptTokens, answerTokens, isWhole }] of writer.entries()) {
    expect(found[i]).toMatchObject({
      text: answer,
      isWhole,
      usage: { prompt: promptTokens, answer: answerTokens },
    });
    expect(found[i]?.pieces.join('')).toBe(answer);
  }
  expect(Math.max(...found.map(({ pieces }) => pieces.length))).toBeGreaterThan(1);
  expect(asked).toEqual([]);
});

/** Both devices, and every number format but fp16, whose operators q4f16 has too; graphics in software have no 16 bits. */
const ways = [
  { device: 'wasm', dtype: 'q8' },
  { device: 'wasm', dtype: 'q4' },
  { device: 'wasm', dtype: 'q4f16' },
  { device: 'webgpu', dtype: 'fp32' },
  { device: 'webgpu', dtype: 'q4' },
  { device: 'webgpu', dtype: 'q8' },
] as const;

for (const how of ways)
  test(`with weights of ${how.dtype} on ${how.device}, names and answers are those of Python`, async ({
    page,
  }) => {
    const asked = await opened(page);
    const whole = names.filter(({ isWhole }) => isWhole);
    const found = await page.evaluate(([texts, way]) => window.tab.names(texts, way), [
      whole.map(({ text }) => text),
      how,
    ] as const);
    const placed = (spans: readonly Pick<Entity, 'tag' | 'start' | 'end'>[]) =>
      spans.map(({ start, end, tag }) => ({ start, end, tag }));
    for (const [i, one] of whole.entries())
      expect(placed(found[i] ?? []), one.text).toEqual(placed(expectedSpans(one, i, how.dtype)));
    const answers = await page.evaluate(([prompts, way]) => window.tab.answers(prompts, 24, way), [
      writer.map(({ prompt }) => prompt),
      how,
    ] as const);
    expect(answers.map(({ text }) => text)).toEqual(
      how.dtype === 'fp32' ? writer.map(({ answer }) => answer) : quantised.writer[how.dtype],
    );
    expect(asked).toEqual([]);
  });

function expectedSpans(
  { text, entities, tokens, pieces }: NamesGolden,
  number: number,
  dtype: 'fp32' | Smaller,
): readonly Pick<Entity, 'tag' | 'start' | 'end'>[] {
  if (dtype === 'fp32') return entities;
  const labels = quantised.names[dtype][number] ?? [];
  expect(labels).toHaveLength(tokens.length);
  const labelled = tokens.map(({ start, end }, i) => ({
    ...{ start, end, score: 1, label: labels[i] ?? '', piece: pieces[i] ?? '' },
  }));
  return spansOf(text, labelled, { isBytes: false, continuing: '##', unknown: '[UNK]' });
}

for (const how of ['stop', 'kill'] as const)
  test(`after an answer that ended by ${how}, the next one comes, and no worker is left`, async ({
    page,
  }) => {
    await opened(page);
    const [{ prompt, answer } = { prompt: '', answer: '' }] = writer;
    const { first, pieces, next } = await page.evaluate(([way, text]) => window.tab.interrupted(way, text), [
      how,
      prompt,
    ] as const);
    expect(first).toMatch(how === 'stop' ? /enough/u : /worker/iu);
    expect(pieces).toBeGreaterThan(0);
    expect(next).toBe(answer);
    await expect.poll(() => page.workers().length).toBe(0);
  });
