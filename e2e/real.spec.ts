/** `npm run real -- --browser wasm` on a micro GGUF file gives what `npm run real` gives in Node. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readOptions } from '../tools/real/options';
import { runInBrowser } from '../tools/real/in-browser';
import { runInNode } from '../tools/real/in-node';

const MODEL = 'src/files/gguf/fixtures/micro.gguf';

test('a run in the built page and one in Node end alike', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'real-'));
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const few = { steps: 3, batch: 2 };
  const settings = { blockLength: 32, reinforce: few, unlearn: few };
  const options = readOptions([
    ...['--text', file('text.txt', 'Bea met Cab at the harbour light. Bea said hello to Cab.')],
    ...['--dictionary', file('dictionary.csv', 'term,translation\nBea,Ada\nCab,Dan\n')],
    ...['--neutral', file('neutral.txt', 'The sea rises and falls, and the harbour light shines.')],
    ...['--settings', file('settings.json', JSON.stringify(settings))],
    ...['--plan', 'layered'],
  ]);
  const lines: string[] = [];
  const inPage = await runInBrowser(MODEL, 'wasm', options, (line) => lines.push(line));
  const inNode = await runInNode(MODEL, 'wasm', options, () => undefined);

  expect(lines.map((line) => line.split(' ')[0])).toEqual(['load', 'reinforce', 'label', 'unlearn', 'ask']);
  expect([inPage.backend, inPage.plan, inPage.model]).toEqual(['wasm', 'layered', MODEL]);
  expect(inPage.answers).toEqual(inNode.answers);
  for (const stage of ['reinforce', 'unlearn'] as const) {
    const expected = inNode.losses[stage] ?? [];
    expect(inPage.losses[stage]).toHaveLength(3);
    inPage.losses[stage]?.forEach((loss, i) => expect(loss).toBeCloseTo(expected[i] ?? Number.NaN, 4));
  }
  inPage.continuations.forEach(({ before, after }, i) => {
    expect(before / (inNode.continuations[i]?.before ?? Number.NaN)).toBeCloseTo(1, 3);
    expect(after / (inNode.continuations[i]?.after ?? Number.NaN)).toBeCloseTo(1, 3);
  });
  expect(inPage.perplexity.after).toBeCloseTo(inNode.perplexity.after, 2);

  const { parts, peakMB } = inPage.memory;
  expect(Object.keys(parts).sort()).toEqual(['arrayBuffers', 'gpuBuffers', 'wasmHeap']);
  expect(parts.wasmHeap).toBeGreaterThan(10);
  expect(parts.arrayBuffers).toBeGreaterThan(1);
  expect(parts.gpuBuffers).toBe(0);
  expect(peakMB).toBeCloseTo(Object.values(parts).reduce((sum, part) => sum + part, 0));
});
