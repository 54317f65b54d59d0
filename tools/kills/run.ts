/** One run of the whole method, undisturbed or not, and what it leaves behind. */
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { contentHash } from '../../src/base/hash';
import { v } from '../../src/base/schema';
import { readArchive } from '../../src/store/archive';
import type { LethePage } from '../browser/page';
import { Profile } from './profile';
import { ways, type Way } from './ways';

/** Of each training: long enough to save checkpoints. */
const STEPS = '24';

export interface Kill {
  /** milliseconds after the run began, or went on */
  readonly after: number;
  readonly way: Way;
}

export interface Ended {
  readonly seconds: number;
  /** of the adapters and the labels, bit by bit */
  readonly hash: string;
}

/** Runs to the end, through all `kills`, in a profile of its own. */
export async function runThrough(baseURL: string, kills: readonly Kill[]): Promise<Ended> {
  const profile = new Profile(baseURL, true);
  try {
    let lethe = await profile.open();
    const began = performance.now();
    await start(lethe);
    for (const { after, way } of kills) {
      await setTimeout(after);
      lethe = await ways[way]({ lethe, profile });
      await goOn(lethe);
    }
    await lethe.reaches('unlearn', 'done');
    return { seconds: (performance.now() - began) / 1000, hash: hashOf(await exported(lethe)) };
  } finally {
    await profile.delete();
  }
}

async function start(lethe: LethePage): Promise<void> {
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', STEPS);
  await lethe.set('unlearn', 'Steps', STEPS);
  await lethe.start('unlearn');
}

/** As a user would: continue if the page offers it, load if the run is over, start again if nothing was saved. */
async function goOn(lethe: LethePage): Promise<void> {
  const offer = lethe.page.getByTestId('interrupted');
  const setup = lethe.page.getByTestId('setup');
  await expect(setup.or(offer).first()).toBeVisible();
  await setTimeout(500); // what was saved is read after the page has been drawn
  if (await offer.isVisible()) {
    await offer.getByRole('button', { name: 'Continue' }).click();
    await lethe.loaded();
    await lethe.goTo('unlearn');
    return;
  }
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.goTo('unlearn');
  await setTimeout(500);
  if ((await lethe.stage('unlearn').getAttribute('data-phase')) !== 'done') await start(lethe);
}

/** The project's file, as its user would keep it. */
async function exported(lethe: LethePage): Promise<Uint8Array> {
  const { page } = lethe;
  await lethe.choose('Projects');
  const button = page.getByTestId('projects').getByRole('button', { name: /^Export/ });
  const [download] = await Promise.all([page.waitForEvent('download'), button.first().click()]);
  return new Uint8Array(readFileSync(await download.path()));
}

const bits = v.object({
  'run/reinforce': v.object({ parameters: v.instance(Float32Array), losses: v.array(v.number()) }),
  'run/label': v.object({ file: v.instance(Uint8Array) }),
  'run/unlearn': v.object({ parameters: v.instance(Float32Array), losses: v.array(v.number()) }),
});

function hashOf(zip: Uint8Array): string {
  const entries = v.parse(bits, readArchive('project', zip).entries);
  const [reinforced, unlearned] = [entries['run/reinforce'], entries['run/unlearn']];
  return contentHash(
    reinforced.parameters,
    entries['run/label'].file,
    unlearned.parameters,
    JSON.stringify([reinforced.losses, unlearned.losses]),
  );
}
