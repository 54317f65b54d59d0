/**
 * A project exported by version 0.1 (fixtures/project-0.1.lethe.zip, with the micro data set): choices and decisions are
 * restored; trained models can be used and are out of date.
 */
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { microLab, microLoad, microSettings, runJob } from '../../../lab/micro-lab';
import { plainSettings, pipelineOf } from '../../../methods/settings';
import { statusOf } from '../../../pipeline/status';
import { readArchive } from '../../../store/archive';
import { memoryKeyValue } from '../../../store/key-value';
import { readPage } from './page-state';

const file = readFileSync(new URL('fixtures/project-0.1.lethe.zip', import.meta.url));
const { name, entries } = readArchive('project-0.1.lethe.zip', new Uint8Array(file));
const store = memoryKeyValue();
await store.change({ put: entries });
const lab = microLab({}, store);
afterAll(() => lab.release());

test('texts, dictionaries, decisions and settings are there', async () => {
  expect(name).toBe('An old project');
  const page = await readPage(store);
  expect(page.texts).toEqual({
    forget: { title: 'Mine', passages: ['Bea met Cab at dawn.'] },
    dictionary: [{ term: 'Bea', translations: ['Ada'] }],
  });
  expect(page.dictionary).toEqual([{ term: 'Cab', translations: ['Dan', 'Don'] }]);
  expect(page.overrides).toEqual([{ block: 0, position: 3, label: 7, by: ['ann'] }]);
  expect(page.until).toBe('unlearn');
  const { method, repeatedSentences, chosenBlocks, whp } = plainSettings; // as before there were such settings
  expect(page.choices).toMatchObject({
    watching: { every: 20, stopOnCollapse: true },
    backend: 'wasm',
    model: 'm',
    // α went up to 100 then.
    settings: { ...microSettings, seed: 7, alpha: 20, method, repeatedSentences, chosenBlocks, whp },
  });
  expect(await store.get('review/annotator')).toBe('ann');
  expect(await store.get('review/some-key')).toMatchObject({ decisions: [{ item: 'a', comment: 'fine' }] });
});

test('trained models answer, and are out of date because their inputs are unknown', async () => {
  await runJob(lab, 'load', microLoad);
  const { result } = await runJob(lab, 'restore', {});
  expect(result.reinforce?.losses).toHaveLength(4);
  expect(result.label?.labels.blocks.length).toBeGreaterThan(0);
  expect(result.unlearn?.end).toMatchObject({ ending: 'completed', steps: 4 });
  const now = lab.workspace.now(microSettings, {});
  for (const stage of ['reinforce', 'label', 'unlearn'] as const) {
    const status = statusOf(pipelineOf(microSettings), stage, now);
    expect(status).toMatchObject({
      kind: 'outOfDate',
      because: expect.arrayContaining(['version']) as unknown,
    });
  }
  const ask = { prompts: ['Bea met'], variants: ['baseline', 'unlearned'], maxTokens: 4 } as const;
  const { result: answers } = await runJob(lab, 'ask', { ...ask, settings: microSettings });
  expect(answers[0]).toHaveLength(2);
});
