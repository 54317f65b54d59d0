/** A custom dictionary: an invalid one changes nothing; a valid one makes the labels out of date, but no earlier stage. */
import { expect, test } from '@playwright/test';
import { violations } from './axe';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

const bad = [
  ['no JSON', 'a.json', '{"Bea": "Ada",\n', 'line'],
  ['another shape', 'a.json', '["Bea"]', 'an object'],
  ['an empty term', 'a.json', '{"Bea": "Ada",\n "  ": "Eda"}', 'line 2'],
  ['a term twice after normalisation', 'a.json', '{"Bea  Cab": "Ada",\n "Bea Cab ": "Eda"}', 'line 2'],
  ['five megabytes of junk', 'a.csv', 'x'.repeat(5_000_000), '5000000'],
] as const;

test('an invalid dictionary gives one clear message, and the one in use stays', async ({ page }) => {
  const lethe = new LethePage(page);
  await lethe.open();
  await lethe.goTo('anchors');
  const stage = lethe.stage('anchors');
  await expect(stage).toContainText('144 of 144 terms');
  await stage.getByText('Import a dictionary').click();
  for (const [what, name, content, where] of bad) {
    await stage.getByLabel('File (JSON or CSV)').setInputFiles({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from(content),
    });
    await expect(lethe.alert(), what).toHaveCount(1);
    await expect(lethe.alert(), what).toContainText(where);
    await expect(stage, what).toContainText('144 of 144 terms');
  }
  expect(await violations(page)).toEqual([]);
});

test('another dictionary makes the labels out of date; the reinforced model stays', async ({ page }) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', '3');
  await lethe.run('label');
  await lethe.goTo('anchors');
  const stage = lethe.stage('anchors');
  await stage.getByText('Import a dictionary').click();
  await stage.getByLabel('Or paste it here').fill('term,translation\nlantern,lamp\n');
  await stage.getByRole('button', { name: 'Use the pasted terms' }).click();
  await expect(lethe.page.locator('[data-goto=label]')).toContainText('out of date');
  await expect(lethe.page.locator('[data-goto=reinforce]')).toContainText('done');
  await lethe.run('label');
  await expect(lethe.page.locator('[data-goto=label]')).toContainText('done');
});

test('a dictionary changed before the model was loaded stays in use', async ({ page }) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  await lethe.goTo('anchors');
  const stage = lethe.stage('anchors');
  await stage.getByText('Import a dictionary').click();
  await stage.getByLabel('replace these').check();
  await stage.getByLabel('Or paste it here').fill('{"lantern": "lamp"}');
  await stage.getByRole('button', { name: 'Use the pasted terms' }).click();
  await expect(stage).toContainText('1 of 1 terms');
  await lethe.load('wasm');
  await lethe.loaded();
  await expect(stage).toContainText('1 of 1 terms');
});
