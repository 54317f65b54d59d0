/** Review decisions, each few of them followed by the end of the page: what it showed as saved must be there afterwards. */
import { setTimeout } from 'node:timers/promises';
import { expect, type ConsoleMessage, type Locator } from '@playwright/test';
import { pick, type Prng } from '../../src/base/prng';
import { entriesOf } from '../../src/base/records';
import type { LethePage } from '../browser/page';
import { Profile } from './profile';
import { ways } from './ways';

/** Most decisions before the page ends, and most milliseconds from the last of them to the end. */
const MOST_DECISIONS = 3;
const LATEST = 80;

export interface Survived {
  /** decisions made, those that the page showed as saved, and those that were there afterwards */
  readonly made: number;
  readonly shown: number;
  readonly there: number;
  /** ends after which a decision was missing that had been shown as saved */
  readonly lost: readonly string[];
}

/** `say` gets a line for each end. */
export async function decideThrough(
  baseURL: string,
  decisions: number,
  random: Prng,
  say: (line: string) => void,
): Promise<Survived> {
  const profile = new Profile(baseURL, false);
  const names = entriesOf(ways).map(([name]) => name);
  const total = { made: 0, shown: 0, there: 0, lost: [] as string[] };
  try {
    let lethe = await profile.open();
    let before = 0;
    for (let end = 0; total.made < decisions; end++) {
      const queue = await openQueue(lethe);
      const shows = await followSaved(lethe);
      const made = Math.min(1 + random.below(MOST_DECISIONS), decisions - total.made);
      for (let i = 0; i < made; i++) {
        await queue.press('Enter');
        await setTimeout(LATEST * random.uniform() ** 3); // most of them at once
      }
      const way = names[end % names.length] ?? pick(random, names);
      lethe = await ways[way]({ lethe, profile });
      const shown = Math.max(0, shows() - before);
      const after = await decided(lethe, before + shown);
      const line = `${way}: ${made} made, ${shown} shown as saved, ${after - before} there`;
      say(line);
      if (after < before + shown) total.lost.push(line);
      total.made += made;
      total.shown += shown;
      total.there += after - before;
      before = after;
    }
    return total;
  } finally {
    await profile.delete();
  }
}

/** The queue of passages, with the focus where Enter decides. */
async function openQueue(lethe: LethePage): Promise<Locator> {
  await lethe.goTo('review');
  const queue = lethe.page.getByTestId('queue-anchors').locator('[data-keys]');
  await queue.focus();
  return queue;
}

const counted = (progress: string): number => Number(/^[\d,]+/.exec(progress.trim())?.[0].replace(',', ''));

/** Follows what the page shows; the function that is returned says how many decisions it last showed as saved. */
async function followSaved({ page }: LethePage): Promise<() => number> {
  let saved = 0;
  const hear = (message: ConsoleMessage): void => {
    if (message.text().includes('· saved')) saved = counted(message.text());
  };
  page.on('console', hear);
  await page.getByTestId('progress').evaluate((progress) => {
    new MutationObserver(() => console.log(progress.textContent)).observe(progress, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  return () => {
    page.off('console', hear);
    return saved;
  };
}

/** How many decisions the page finds; it has ten seconds to read at least `expected`. */
async function decided(lethe: LethePage, expected: number): Promise<number> {
  await lethe.goTo('review');
  const progress = lethe.page.getByTestId('progress');
  const count = async (): Promise<number> => counted((await progress.textContent()) ?? '');
  await expect.poll(count, { timeout: 10_000 }).toBeGreaterThanOrEqual(expected).catch(() => undefined); // prettier-ignore
  await setTimeout(500); // more may have been kept than was shown
  return count();
}
