/** Multiple choice from the user’s files: asked of a model of one’s own before and after, kept, and removed. */
import { expect, test } from '@playwright/test';
import { violations } from './axe';
import { unfold } from './unfold';
import { microGguf as gguf } from '../tools/browser/micro-checkpoints';
import { serve, useShortTexts } from '../tools/browser/micro-world';
import { keep, loadOwn, openDialog, withoutPickers } from '../tools/browser/own-models';
import { LethePage } from '../tools/browser/page';

const jsonl = (...lines: readonly unknown[]) => ({
  name: 'jars.jsonl',
  mimeType: 'application/jsonl',
  buffer: Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n')),
});
const jar = (label: number) => ({ goal: 'Open a jar', sol1: 'Turn it.', sol2: 'Burn it.', label });

const FOLDS = ['What is measured', 'Multiple choice of your own'] as const;

test('tasks from a file are asked before and after, survive a reload, and can be removed', async ({
  page,
}) => {
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 404) missing.push(response.url());
  });
  await withoutPickers(page);
  await useShortTexts(page);
  const references = ['Ron'];
  const prompts = [
    { prompt: 'Harry met', references },
    { prompt: 'Harry met '.repeat(30), references },
  ];
  const kept = prompts.map((one) => ({ ...one, part: 'own', retained: false }));
  const lesson = 'lessons/whos-harry-potter';
  // Those of the lesson are too long for the model, which takes 64 tokens at most.
  await serve(page, new Map<string, unknown>([[`${lesson}/prompts.json`, prompts], [`${lesson}/neighbour.json`, kept]])); // prettier-ignore
  const lethe = new LethePage(page);
  await lethe.open('#v=2&blockLength=32&reinforceSteps=2&reinforceBatch=2&steps=2&batch=2');
  const dialog = await openDialog(page);
  await dialog
    .getByLabel('Choose files')
    .setInputFiles({ name: 'tiny.gguf', mimeType: 'application/octet-stream', buffer: gguf });
  await keep(dialog, 'tiny.gguf');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await loadOwn(page, 'tiny.gguf');
  await page.keyboard.press('Escape');
  await lethe.goTo('evaluate');
  const stage = lethe.stage('evaluate');
  await unfold(stage, ...FOLDS);
  await stage.getByLabel(/^Files of tasks/u).setInputFiles(jsonl(jar(0), { goal: 1 }, jar(1), jar(2)));
  const tasks = stage.getByTestId('own-tasks').getByRole('listitem');
  await expect(tasks).toHaveText([/jars: 2 items/u]);
  await expect(stage.getByTestId('rejected-tasks').getByRole('listitem')).toHaveText([
    /jars\.jsonl,\s*Line 2: /u,
    /jars\.jsonl,\s*Line 4: expected an answer among the 2 options/u,
  ]);
  expect(await violations(page)).toEqual([]);

  await page.reload();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.goTo('evaluate');
  await unfold(stage, ...FOLDS);
  await expect(tasks).toHaveText([/jars: 2 items/u]);
  await lethe.run('evaluate');
  await expect(stage.getByTestId('left-out')).toContainText('2 questions were not asked');
  await stage.getByRole('button', { name: 'Everyday tasks', exact: true }).click();
  const detail = stage.getByTestId('detail');
  await detail.getByRole('button', { name: 'All items' }).click();
  const items = page.getByTestId('items').locator('tbody tr');
  await expect(items).toHaveText([/Question: Open a jar/u, /Question: Open a jar/u]);
  await page.keyboard.press('Escape');
  // Opening the lesson, its terms and its evaluation asked for no file that it does not have.
  await lethe.goTo('anchors');
  await expect(lethe.stage('anchors')).toBeVisible();
  expect(missing).toEqual([]);

  await lethe.goTo('evaluate');
  await unfold(stage, ...FOLDS);
  await stage.getByRole('button', { name: 'Use the examples' }).click();
  await expect(tasks).toHaveText([
    ...[/jars: 2 items/u, /arc-examples: \d+ items/u, /openbookqa-/u, /hellaswag-/u, /piqa-/u, /boolq-/u],
    /winogrande-/u,
  ]);
  await stage.getByRole('button', { name: 'Remove: jars' }).click();
  await expect(tasks).toHaveCount(6);
});
