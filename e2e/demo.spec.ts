/** The demonstration: what each scene shows on a projector, that rounds are alike, and how a visitor takes over. */
import { expect, test, type Page } from '@playwright/test';
import { useFewQuestions, useMicroWorld } from '../tools/browser/micro-world';
import { readCode } from '../tools/browser/read-code';
import { visibleArea } from '../tools/browser/visible-area';
import { demoScenes, type DemoScene } from '../src/ui/demo/demo-scenes';
import { violations } from './axe';

const demo = (page: Page) => page.getByTestId('demo');

/** px² of what each scene is about that must be seen. */
const least: Readonly<Record<DemoScene['name'], readonly [what: string, area: number]>> = {
  before: ['[data-testid=before-card] ol', 150_000],
  swap: ['[data-testid=passage]', 200_000],
  alpha: ['[data-testid=token-row]', 150_000],
  after: ['[data-testid=after-card] ol', 200_000],
  end: ['dl', 100_000],
};

/** The words and the drawn lengths of the picture, and how far it is scrolled. */
const picture = (page: Page): Promise<unknown> =>
  demo(page).evaluate((stage) => ({
    scene: stage.dataset.scene,
    words: stage.textContent,
    lengths: [...stage.querySelectorAll('[style]')].map((one) => one.getAttribute('style')),
    scrolled: [scrollY, stage.scrollTop],
  }));

test('without motion, the keys lead through five pictures that fit a projector, twice alike', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('./?demo');
  await demo(page).waitFor();
  await page.keyboard.press('Space'); // time stands still
  await page.keyboard.press('ArrowLeft');
  const rounds: unknown[][] = [[], []];
  for (const round of rounds)
    for (const { name } of demoScenes) {
      await page.keyboard.press('ArrowRight');
      await expect(demo(page)).toHaveAttribute('data-scene', name);
      const [what, area] = least[name];
      expect(await visibleArea(demo(page).locator(what)), name).toBeGreaterThanOrEqual(area);
      const caption = demo(page).getByRole('heading', { level: 1 });
      await expect(caption).toHaveCSS('font-size', '48px');
      const [words, shown] = [await caption.boundingBox(), await demo(page).locator(what).boundingBox()];
      expect((words?.y ?? 0) + (words?.height ?? 0), name).toBeLessThanOrEqual(shown?.y ?? 0);
      const overflow = await demo(page)
        .locator('.picture')
        .evaluate(({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => [
          scrollHeight - clientHeight,
          scrollWidth - clientWidth,
        ]);
      expect(overflow, name).toEqual([0, 0]);
      round.push(await picture(page));
    }
  expect(rounds[1]).toEqual(rounds[0]);
});

test('the unlearned model’s answer is under the caption of after, and the baseline’s under that of before', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./?demo');
  const likeliest = (card: string) => demo(page).getByTestId(card).locator('.word').first().textContent();
  await expect(demo(page)).toHaveAttribute('data-scene', 'before');
  await expect(demo(page).getByTestId('after-card')).toHaveCount(0);
  const name = await likeliest('before-card');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect(demo(page)).toHaveAttribute('data-scene', 'after');
  expect(await likeliest('after-card')).not.toBe(name);
});

for (const [width, height] of [
  [1920, 1080],
  [1366, 768],
] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`at ${width} × ${height}, ${colorScheme}, the last scene has the address as a code that a phone reads`, async ({
      page,
    }) => {
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
      await page.setViewportSize({ width, height });
      await page.goto('./?demo#/lab/text');
      await demo(page).waitFor();
      await page.keyboard.press('Space'); // time stands still
      await page.keyboard.press('ArrowLeft');
      await expect(demo(page)).toHaveAttribute('data-scene', 'end');
      const code = demo(page).getByTestId('qr');
      await expect(code).toBeInViewport({ ratio: 1 });
      const address = new URL('./', page.url()).href;
      await expect(code).toHaveAccessibleName(`QR code of ${address}`);
      expect(await readCode(page, await code.screenshot())).toBe(address);
    });

test('it plays unattended, and the second round is the first again', async ({ page }) => {
  await page.clock.install({ time: 0 });
  await page.goto('./?demo');
  await demo(page).waitFor();
  await page.clock.pauseAt(600_000);
  await page.keyboard.press('Home');
  await page.clock.runFor(20); // between two pictures, so that a clock that ticks unevenly does not matter
  const seconds = demoScenes.reduce((sum, scene) => sum + scene.seconds, 0);
  const STEP = 2200;
  const round = async (): Promise<unknown[]> => {
    const seen: unknown[] = [];
    for (let passed = 0; passed < seconds * 1000; passed += STEP) {
      seen.push(await picture(page));
      await page.clock.runFor(STEP);
    }
    return seen;
  };
  const first = await round();
  expect(new Set(first.map((one) => JSON.stringify(one))).size).toBeGreaterThan(15);
  expect(await round()).toEqual(first);
});

test('only Escape hands over the page, in type as large as before, until the visitor has left', async ({
  page,
}) => {
  await page.clock.install({ time: 0 });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('./?demo#/lab/text');
  await demo(page).waitFor();
  const type = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  const large = await type();
  expect(Number.parseFloat(large)).toBeGreaterThanOrEqual(24);
  for (const key of ['Shift', 'a', 'Tab', 'PageDown']) await page.keyboard.press(key);
  await expect(demo(page)).toHaveAttribute('data-scene', 'swap');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(demo(page)).toHaveCount(0);
  await expect(page.getByTestId('after-card')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Replay' })).toBeEnabled();
  expect(await type()).toBe(large);
  await page.clock.fastForward(60_000);
  await page.keyboard.press('Tab');
  await page.clock.fastForward(100_000);
  await expect(demo(page)).toHaveCount(0);
  await page.clock.fastForward(30_000);
  await expect(demo(page)).toHaveAttribute('data-scene', 'before');
});

test('?demo=live loads the model, runs it and shows that run', async ({ page }) => {
  await useMicroWorld(page);
  await useFewQuestions(page);
  await page.goto('./?demo=live#v=2&reinforceSteps=2&unlearnSteps=2');
  const run = page.getByTestId('demo-run');
  await expect(run).toHaveAttribute('data-source', 'live', { timeout: 10 * 60_000 });
  await expect(run).toHaveText('Run on this computer just now', { timeout: 10 * 60_000 });
  while ((await demo(page).getAttribute('data-scene')) !== 'after') await page.keyboard.press('ArrowRight');
  await expect(demo(page)).toContainText('of 2');
});
