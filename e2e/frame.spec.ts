/** The frame around the stages: what goes out of date, languages, links, themes, keyboard, and who is asked for files. */
import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage, type SectionName } from '../tools/browser/page';
import { stickingOut } from '../tools/browser/sticking-out';
import { usualScreens } from '../src/ui/address/screen-names';

async function trained(page: Page): Promise<LethePage> {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', '3');
  await lethe.set('unlearn', 'Steps', '3');
  await lethe.run('unlearn');
  return lethe;
}

/** By how many pixels the widest stage sticks out of the rail. */
const overhang = (page: Page): Promise<number> =>
  page.locator('nav:has([data-goto=reinforce])').evaluate((rail) => {
    const stages = [...rail.querySelectorAll('li button')].map((one) => one.getBoundingClientRect().right);
    return Math.max(...stages) - rail.getBoundingClientRect().right;
  });

const badge = (lethe: LethePage, name: SectionName) => lethe.page.locator(`[data-goto=${name}]`);

test('a stage runs what it needs, and a change upstream makes it out of date until it is run again', async ({
  page,
}) => {
  const lethe = await trained(page);
  for (const name of ['reinforce', 'label', 'unlearn'] as const)
    await expect(badge(lethe, name)).toContainText('done');

  await lethe.set('label', 'α in v', '2');
  await expect(badge(lethe, 'reinforce')).toContainText('done');
  for (const name of ['label', 'unlearn'] as const)
    await expect(badge(lethe, name)).toContainText('out of date');
  expect(await overhang(page)).toBeLessThanOrEqual(0);
  await lethe.goTo('unlearn');
  await expect(lethe.stage('unlearn').getByTestId('stale')).toContainText('α or the logit space');
  expect(await lethe.losses('unlearn')).toHaveLength(3); // the old result stays

  await lethe.run('unlearn');
  for (const name of ['reinforce', 'label', 'unlearn'] as const)
    await expect(badge(lethe, name)).toContainText('done');

  // Back to the previous value: results of the other value are out of date again.
  await lethe.set('label', 'α in v', '8');
  await expect(badge(lethe, 'label')).toContainText('out of date');
});

test('starting and stopping ten times leaves a page that works', async ({ page }) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', '2000');
  for (let i = 0; i < 10; i++) {
    await lethe.start('reinforce');
    await lethe.stage('reinforce').getByRole('button', { name: 'Cancel' }).click();
    await lethe.reaches('reinforce', 'cancelled');
  }
  await lethe.set('reinforce', 'Steps', '3');
  await lethe.run('reinforce');
  expect(await lethe.losses('reinforce')).toHaveLength(3);
});

test('every stage exists in both languages, in light and dark, and axe finds nothing', async ({ page }) => {
  const lethe = await trained(page);
  // Words do not depend on colours, nor colours on words: each language in one theme shows all there is.
  for (const [language, colorScheme] of [
    ['简体中文', 'light'],
    ['English', 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator('[data-choice=language]').selectOption({ label: language });
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'zh-Hans');
    for (const name of ['see', 'how', 'runs', ...usualScreens] as const) {
      if (name === 'see' || name === 'how' || name === 'runs')
        await page.locator(`[data-goto=${name}]`).click();
      else await lethe.goTo(name);
      await page.locator('main :is(h1, h2):visible').first().waitFor(); // a place that is fetched when it is opened
      expect(await violations(page), `${name}, ${language}, ${colorScheme}`).toEqual([]);
    }
  }
  // The choice survives a reload.
  await page.locator('[data-choice=language]').selectOption({ label: '简体中文' });
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
});

test('nothing is wider than a phone, and nothing sticks out of its card or its chart', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const lethe = new LethePage(page);
  await lethe.open();
  const fits = async (what: string): Promise<void> => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, what).toBeLessThanOrEqual(0);
    expect(await stickingOut(page), what).toEqual([]);
  };
  await page.locator('[data-goto=see]').click();
  await page.getByTestId('after-card').waitFor();
  await fits('see');
  await page.locator('[data-goto=how]').click();
  await page.getByTestId('token-row').waitFor();
  await fits('how');
  await page.locator('[data-goto=runs]').click();
  await page.getByTestId('forgotten-kept').waitFor();
  await fits('runs');
  for (const stage of usualScreens) {
    await lethe.goTo(stage);
    await lethe.stage(stage).waitFor();
    // What is folded is measured too.
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('main details'))
        if (one instanceof HTMLDetailsElement) one.open = true;
    });
    await fits(stage);
  }
  for (const tab of await page.getByTestId('review').getByRole('tab').all()) {
    await tab.click();
    await page.getByTestId('review').getByRole('listbox').locator('visible=true').first().waitFor();
    await fits((await tab.textContent()) ?? '');
  }
});

test('a link brings its settings, hides what a lesson hides, and is never an error', async ({ page }) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await page.goto('./#v=2&alpha=2.5&unlearnSteps=77&hide=review,ask');
  await expect(page.locator('[data-goto=review]')).toHaveCount(0);
  await expect(lethe.stage('ask')).toHaveCount(0);
  await lethe.goTo('label');
  await expect(lethe.stage('label').getByLabel('α in v')).toHaveValue('2.5');
  await lethe.choose('Copy link');
  await expect(page).toHaveURL(/#\/lab\/label\?v=2&alpha=2\.5&unlearnSteps=77&hide=review%2Cask$/);

  await page.goto('./#v=2&alpha=<script>alert(1)</script>&rank=1e99&preset=constructor');
  await page.reload();
  await lethe.goTo('reinforce');
  await expect(lethe.alert()).toHaveCount(0);
});

test('the whole story needs no mouse, and the end of each stage is announced', async ({ page }) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await page.goto('./#v=2&reinforceSteps=3&unlearnSteps=3');
  await page.getByTestId('setup').focus();
  await page.keyboard.press('Enter');
  // Before there is something to load, its button cannot take the focus.
  await expect(page.getByRole('button', { name: 'Load', exact: true })).toBeEnabled();
  await page.getByLabel('Runs on').focus();
  await page.keyboard.type('wa'); // WASM, as one types in a list
  await page.getByRole('button', { name: 'Load', exact: true }).focus();
  await page.keyboard.press('Enter');
  await lethe.loaded();
  await page.locator('[data-goto=unlearn]').focus();
  await page.keyboard.press('Enter');
  await lethe.stage('unlearn').getByRole('button', { name: /^Run/ }).focus();
  await page.keyboard.press('Enter');
  await lethe.reaches('unlearn', 'done');
  await expect(page.getByRole('status').filter({ hasText: 'Unlearn: done' })).toHaveCount(1);
  await page.getByLabel('Prompt').focus();
  await page.keyboard.type('The lantern');
  await page.keyboard.press('Enter');
  await lethe.reaches('ask', 'done');
});
