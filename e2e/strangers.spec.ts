/** The page sends no request to another origin and executes nothing from files. */
import { expect, test } from '@playwright/test';
import { usualScreens } from '../src/ui/address/screen-names';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

test('no stage sends a request to another origin', async ({ page, context, baseURL }, info) => {
  const asked = new Set<string>();
  context.on('request', (request) => asked.add(request.url()));
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  for (const stage of usualScreens) {
    await lethe.goTo(stage);
    await lethe.stage(stage).waitFor();
  }
  await lethe.load('wasm');
  await lethe.loaded();
  for (const stage of ['reinforce', 'unlearn'] as const) await lethe.set(stage, 'Steps', '2');
  await lethe.set('unlearn', 'Watch interval', '0');
  await lethe.run('unlearn');
  await lethe.ask('The first lantern');
  await page.goto('./?demo');
  await page.getByTestId('demo').waitFor();

  const urls = [...asked].filter((url) => !/^(data|blob):/.test(url)).sort();
  await info.attach('requests', { body: urls.join('\n'), contentType: 'text/plain' });
  expect(urls.length).toBeGreaterThan(20);
  const { origin } = new URL(baseURL ?? '');
  expect(urls.filter((url) => new URL(url).origin !== origin)).toEqual([]);
  expect(refused).toEqual([]);
});

test('a dictionary full of markup executes nothing', async ({ page }) => {
  const evil = '"><img src=x onerror="window.hurt = true">';
  const lethe = new LethePage(page);
  await lethe.open();
  await lethe.goTo('anchors');
  const stage = lethe.stage('anchors');
  await stage.getByText('Import a dictionary').click();
  await stage.getByLabel('replace these').check();
  await stage
    .getByLabel('Or paste it here')
    .fill(
      JSON.stringify({ [`Maelis ${evil}`]: evil, [`<script>window.hurt = true</script>`]: '<b>Anna</b>' }),
    );
  await stage.getByRole('button', { name: 'Use the pasted terms' }).click();
  await expect(stage).toContainText('onerror');
  for (const name of ['text', 'review'] as const) {
    await lethe.goTo(name);
    await lethe.stage(name).waitFor();
  }
  expect(await page.evaluate('window.hurt')).toBeUndefined();
  await expect(page.locator('img')).toHaveCount(0);
});
