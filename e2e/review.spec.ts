/** Review: without a mouse, the shipped draft of the dictionary becomes the true one. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { AnchorReviewByKeys, type Entry } from './anchor-review';
import { violations } from './axe';
import { keyTimes, scrollTimes } from './key-times';
import { openReview } from './open-review';

const read = (name: string): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(new URL(`../public/worlds/marrowmere/${name}.json`, import.meta.url), 'utf8')) as Readonly<Record<string, unknown>>; // prettier-ignore

const kinds = new Map(Object.entries(read('kinds')));
const kindOf = (term: string): string => {
  const kind = kinds.get(term);
  return typeof kind === 'string' ? kind : 'other';
};
const entries = (name: string): Entry[] =>
  Object.entries(read(name)).map(([term, value]) => ({
    term,
    kind: kindOf(term),
    translations: (Array.isArray(value) ? value : [value]).map(String),
  }));
const byTerm = (list: readonly Entry[]): Entry[] => list.toSorted((a, b) => (a.term < b.term ? -1 : 1));

test('the right decisions, by keyboard alone, recover the true dictionary', async ({ page }) => {
  const review = await openReview(page);

  const [truth, drafted] = [entries('dictionary'), entries('dictionary-drafted')];
  const keys = new AnchorReviewByKeys(page);
  await keys.reach();
  const taken = drafted.filter(({ term }) => !truth.some((entry) => entry.term === term));
  const missed = truth.filter(({ term }) => !drafted.some((entry) => entry.term === term));
  expect([taken.length, missed.length]).toEqual([15, 18]);
  for (const { term } of taken) await keys.rejectEverywhere(term);
  for (const entry of missed) await keys.add(entry);
  await expect.poll(async () => byTerm(await keys.dictionary())).toEqual(byTerm(truth));

  // All of it can be undone and redone.
  for (let i = 0; i < taken.length + missed.length; i++) await page.keyboard.press('u');
  await expect.poll(async () => byTerm(await keys.dictionary())).toEqual(byTerm(drafted));
  for (let i = 0; i < taken.length + missed.length; i++) await page.keyboard.press('Shift+U');
  await expect.poll(async () => byTerm(await keys.dictionary())).toEqual(byTerm(truth));

  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect(await violations(page)).toEqual([]);
    await review.screenshot({ path: `test-results/review-anchors-${scheme}.png` });
  }

  // A closed tab loses none of it.
  await openReview(page);
  await expect.poll(async () => byTerm(await keys.dictionary())).toEqual(byTerm(truth));
});

test('thousands of items from another tool: the invalid one is listed, and keys respond at once', async ({
  page,
}, info) => {
  await openReview(page);
  const tasks = Array.from({ length: 5000 }, (_, i) => ({
    id: i + 1,
    data: { text: `Sentence ${i} names Maelis Quill.`, block_id: `more ${i}` },
    annotations: i === 7 ? [{ completed_by: 3, result: [{ type: 'labels', value: { start: -1 } }] }] : [],
  }));
  await page.getByTestId('review').getByText('Import and export').click();
  await page.getByLabel('Import a file').setInputFiles({
    name: 'more.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(tasks)),
  });
  await expect(page.getByTestId('imported')).toContainText('5,000 new items');
  await expect(page.getByTestId('rejected').locator('li')).toHaveCount(1);
  expect(await violations(page)).toEqual([]);

  await page.locator('[data-keys]').focus();
  for (const [name, keys] of Object.entries({ walk: ['ArrowDown'], accept: ['Enter'], undo: ['u'] })) {
    const description = `${(await keyTimes(page, keys, 60)).toFixed(1)} ms`;
    info.annotations.push({ type: `median ${name}`, description });
  }
  const description = `${(await scrollTimes(page, '[role=listbox]', 60)).toFixed(1)} ms`;
  info.annotations.push({ type: 'median scroll', description });
  console.log(info.annotations.map((one) => `${one.type} ${one.description ?? ''}`).join(', '));
});
