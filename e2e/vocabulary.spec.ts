/** A model with the vocabulary of Qwen: opened, reinforced, labelled and asked, with the label of a token explained. */
import { expect, test } from '@playwright/test';
import { writeSafetensors } from '../src/files/safetensors';
import { microFiles } from '../src/lab/micro-lab';
import { parseConfig } from '../src/llama/config';
import { microWeights } from '../src/model/micro';
import { LARGE, largeWords } from '../src/text/fixtures/large-vocabulary';
import { splitTokenizerJson } from '../src/text/fixtures/split-tokenizer';
import { serve } from '../tools/browser/micro-world';
import { keep, loadOwn, openDialog, withoutPickers } from '../tools/browser/own-models';
import { LethePage } from '../tools/browser/page';

const config = {
  ...(microFiles['m/config.json'] as object),
  model_type: 'qwen2',
  vocab_size: LARGE,
  hidden_size: 16,
  intermediate_size: 32,
  num_attention_heads: 2,
  num_key_value_heads: 1,
};
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const files = [
  { name: 'config.json', buffer: json(config) },
  { name: 'tokenizer.json', buffer: json(splitTokenizerJson(largeWords())) },
  { name: 'tokenizer_config.json', buffer: json({}) },
  {
    name: 'model.safetensors',
    buffer: Buffer.from(writeSafetensors(microWeights(parseConfig(config)), 'F16')),
  },
].map((file) => ({ ...file, mimeType: 'application/octet-stream' }));

const lesson = 'lessons/whos-harry-potter';
const text = (passage: string) => ({ title: 'A text', passages: [passage, passage] });

test('151,936 tokens: labels, their explanation and answers', async ({ page }) => {
  await withoutPickers(page);
  await serve(
    page,
    new Map<string, unknown>([
      [`${lesson}/forget.json`, text('Harry met Ron at dawn. Ron said hello to Harry 🙂. Harry was glad.')],
      [`${lesson}/retain.json`, text('A man had a hat and a cat. He fed the cat, and it was glad.')],
      [`${lesson}/everyday.json`, text('The hen had an egg. It was a red egg, and a large one.')],
    ]),
  );
  const lethe = new LethePage(page);
  await lethe.open('#v=2&blockLength=32&reinforceSteps=2&reinforceBatch=1');
  const dialog = await openDialog(page);
  await dialog.getByLabel('Choose files').setInputFiles(files);
  await expect(dialog.getByTestId('found-model')).toContainText('151,936 tokens');
  await keep(dialog, 'model');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await loadOwn(page, 'model');
  await page.keyboard.press('Escape');
  await lethe.run('label');
  const labels = await lethe.labels();
  expect(labels.length).toBeGreaterThan(20);
  const panel = lethe.stage('label');
  await expect(panel.getByTestId('labels')).toContainText('🙂'); // its bytes are tokens that are read together
  const { baseline } = await lethe.ask('Harry met');
  expect(baseline.length).toBeGreaterThan('Harry met'.length);
});
