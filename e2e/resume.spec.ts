/** A run outlives reloads and lost workers, and ends in the same bits as one that nobody disturbed. */
import { expect, test, type Page } from '@playwright/test';
import { useMicroWorld } from './micro-world';
import { LethePage } from './page';

const REINFORCE = 100;
const UNLEARN = 80;

async function open(page: Page): Promise<LethePage> {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  return lethe;
}

async function ready(page: Page): Promise<LethePage> {
  const lethe = await open(page);
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', String(REINFORCE));
  await lethe.set('unlearn', 'Steps', String(UNLEARN));
  await lethe.set('unlearn', 'Watch interval', '100');
  return lethe;
}

/** What came out, to the last digit that is shown, and what the models say. */
async function results(lethe: LethePage) {
  const answers = await lethe.ask('The first lantern');
  for (const name of ['reinforce', 'label', 'unlearn'] as const) {
    await lethe.goTo(name);
    await lethe.reaches(name, 'done');
  }
  return {
    reinforce: await lethe.losses('reinforce'),
    unlearn: await lethe.losses('unlearn'),
    labels: await lethe.labels(),
    perplexity: await lethe.page.getByTestId('perplexity-after').textContent(),
    answers,
  };
}

/** Holds a training once it has left a checkpoint: the first step after a few seconds takes one. */
async function midway(lethe: LethePage, name: 'reinforce' | 'unlearn'): Promise<void> {
  await lethe.goTo(name);
  const stage = lethe.stage(name);
  await expect(stage).toContainText('tokens/s', { timeout: 120_000 });
  await stage.getByRole('button', { name: 'Pause' }).click();
  await lethe.page.waitForTimeout(4000);
  await stage.getByRole('button', { name: 'One step' }).click();
  await expect.poll(() => lethe.page.evaluate(hasCheckpoint)).toBe(true);
  await expect(stage).toHaveAttribute('data-phase', 'running');
}

/** In the page: whether its database has a checkpoint. */
function hasCheckpoint(): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('lethe');
    opening.onsuccess = () => {
      const store = opening.result.transaction('kept').objectStore('kept');
      const reading = store.getAllKeys();
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result.some((key) => typeof key === 'string' && key.endsWith('run/checkpoint')));
      };
    };
  });
}

test('reloaded in the middle of both trainings, it ends in the same bits', async ({
  page,
  browser,
  baseURL,
}) => {
  const other = await browser.newPage({ baseURL: baseURL ?? '' });
  const undisturbed = await ready(other);
  await undisturbed.run('unlearn');
  const whole = await results(undisturbed);
  await other.close();

  let lethe = await ready(page);
  await lethe.start('unlearn');
  for (const name of ['reinforce', 'unlearn'] as const) {
    await midway(lethe, name);
    lethe = await open(page);
    await expect(page.getByTestId('interrupted')).toContainText('Unlearn');
    await page.getByTestId('interrupted').getByRole('button', { name: 'Continue' }).click();
  }
  await lethe.goTo('unlearn');
  await lethe.reaches('unlearn', 'done');
  expect(await results(lethe)).toEqual(whole);

  // Finished, it is there at the next visit without training.
  lethe = await open(page);
  await expect(page.getByTestId('interrupted')).toHaveCount(0);
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.goTo('unlearn');
  await lethe.reaches('unlearn', 'done');
  expect(await results(lethe)).toEqual(whole);
});

test('a killed worker is said, and the run goes on from its checkpoint', async ({ page }) => {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        workers.push(this);
      }
    };
    addEventListener('kill-workers', () => {
      for (const worker of workers) {
        worker.terminate();
        worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
      }
    });
  });
  const lethe = await ready(page);
  await lethe.start('reinforce');
  await midway(lethe, 'reinforce');
  await page.evaluate(() => dispatchEvent(new Event('kill-workers')));
  await lethe.reaches('reinforce', 'failed');
  await expect(lethe.alert()).toContainText('out of memory');
  await page.getByTestId('interrupted').getByRole('button', { name: 'Continue' }).click();
  await lethe.reaches('reinforce', 'done');
  expect(await lethe.losses('reinforce')).toHaveLength(REINFORCE);
});

test('stopped, it offers to go on from that step, unless the settings are others', async ({ page }) => {
  const lethe = await ready(page);
  await lethe.start('reinforce');
  await expect(lethe.stage('reinforce')).toContainText('tokens/s');
  await lethe.stage('reinforce').getByRole('button', { name: 'Cancel' }).click();
  await lethe.reaches('reinforce', 'cancelled');
  const goOn = lethe.stage('reinforce').getByRole('button', { name: /Continue from step \d+ of 100/ });
  await expect(goOn).toBeVisible();
  await lethe.set('reinforce', 'Seed', '2');
  await expect(goOn).toHaveCount(0);
  await lethe.set('reinforce', 'Seed', '1');
  await goOn.click();
  await lethe.reaches('reinforce', 'done');
  expect(await lethe.losses('reinforce')).toHaveLength(REINFORCE);
});
