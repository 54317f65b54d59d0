/** A custom text with a custom dictionary goes through the whole method. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { violations } from './axe';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

const FABLE = readFileSync('tools/unlearn/texts/fable.txt', 'utf8');
const STORY = [
  'Harriet Vole lived in Mossbury. Every morning Harriet Vole walked to the mill of Mossbury and fed the blorn.',
  'The blorn was old and grey. Only Harriet Vole knew its name, and nobody in Mossbury asked for it.',
  'In spring Harriet Vole went away. The blorn waited at the mill, and all of Mossbury waited with it.',
].join('\n\n');

test('a dictionary for a custom text is drafted and corrected, and the text is unlearned', async ({
  page,
}) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  await lethe.load('wasm');
  await lethe.loaded();
  await page.getByText('Forget a text of your own').click();
  const own = page.getByTestId('own-text');
  await own.getByLabel('Open a file').setInputFiles({
    name: 'mossbury.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(STORY),
  });
  await expect(own).toContainText('English');
  await expect(own).toContainText('A model that never read a text has nothing of it to forget');

  // The first draft is made at once; a custom dictionary may replace it.
  const draft = own.getByTestId('draft');
  await expect(draft).toContainText('Harriet');
  await expect(draft).toContainText('Mossbury');
  expect(await violations(page)).toEqual([]);
  const mine = { 'Harriet Vole': ['Anna Brown'], Mossbury: ['the town'], blorn: ['pony', 'goat'] };
  await own.getByLabel('Import a dictionary').setInputFiles({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(mine)),
  });
  await expect(own).toContainText('3 terms from mine.json');
  await own.getByRole('button', { name: 'Use this text' }).click();
  await lethe.loaded();
  await lethe.goTo('anchors');
  await expect(lethe.stage('anchors')).toContainText('3 of 3 terms');

  await lethe.set('read', 'Steps', '4');
  await lethe.set('reinforce', 'Steps', '4');
  await lethe.set('unlearn', 'Steps', '4');
  await lethe.set('unlearn', 'Watch interval', '0');
  await lethe.run('unlearn');
  await lethe.goTo('label');
  await expect(lethe.stage('label')).toContainText('Anna Brown lived in the town');
  await lethe.ask('Harriet Vole lived in');
  await expect(lethe.stage('ask')).toContainText('the model that has read the text');
  // Nothing of the shipped text is left to see.
  await expect(page.getByText(/Orrin|Maelis|saga/).locator('visible=true')).toHaveCount(0);
  await page.locator('[data-goto=see]').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('forget your text');
});

test('a text that is pasted is read, known, and forgotten again by the shipped model', async ({ page }) => {
  test.setTimeout(600_000);
  const [text, prompt, answer] = [FABLE, 'In the village of Varrow lived a heron named', 'Ondrel'];
  const lethe = new LethePage(page);
  await lethe.open();
  await page.getByText('Forget a text of your own').click();
  const own = page.getByTestId('own-text');
  await own.getByLabel('Text to forget').fill(text);
  await expect(own.getByTestId('fit')).toContainText('tokens belong to these terms');
  await own.getByRole('button', { name: 'Use this text' }).click();
  await lethe.goTo('read');
  await lethe.load('wasm');
  await lethe.loaded();
  const before = await lethe.ask(prompt);
  expect(before.baseline).not.toContain(answer);
  await lethe.set('read', 'Steps', '40');
  await lethe.set('reinforce', 'Steps', '6');
  await lethe.set('unlearn', 'Steps', '16');
  await lethe.set('unlearn', 'Watch interval', '0');
  await lethe.run('unlearn');
  const after = await lethe.ask(prompt);
  expect(after.baseline).toContain(answer);
  expect(after.unlearned).not.toContain(answer);
});
