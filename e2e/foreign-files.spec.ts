/** Files of other tools that a person has to explain before they are read. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe';
import { openReview } from './open-review';

async function readFile(page: Page, name: string, content: string): Promise<void> {
  await page.getByLabel('Import a file').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  });
}

test('which control and labels mean an anchor term, and which lines were never opened', async ({ page }) => {
  const review = await openReview(page);
  await review.getByText('Import and export').click();

  // A Label Studio project with names of its own: nothing is read before they are explained.
  const text = 'Tessa Vane left Ollbrook.';
  const span = (from_name: string, label: string, start: number, end: number) => ({
    id: `${from_name}-${start}`,
    from_name,
    to_name: 'text',
    type: 'labels',
    value: { start, end, text: text.slice(start, end), labels: [label] },
  });
  const result = [
    span('entities', 'Character', 0, 10),
    span('entities', 'Place', 16, 24),
    span('grammar', 'Verb', 11, 15),
  ];
  const task = {
    id: 1,
    data: { text },
    annotations: [{ completed_by: { email: 'ann@example.org' }, result }],
  };
  await readFile(page, 'names.json', JSON.stringify([task]));
  const mapping = page.getByTestId('ask-mapping');
  await expect(mapping).toContainText('Nothing has been imported yet');
  await expect(page.getByTestId('imported')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);

  // By keyboard alone.
  const control = mapping.getByLabel('Control');
  await control.focus();
  await control.press('ArrowDown');
  await expect(mapping.getByRole('checkbox')).toHaveCount(1);
  await control.press('ArrowUp');
  await page.keyboard.press('Tab');
  await expect(mapping.getByRole('checkbox', { name: 'Character × 1' })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(mapping).toHaveCount(0);
  await expect(page.getByTestId('imported')).toContainText('names.json: 1 new items, 1 decisions');
  await expect(page.getByTestId('annotators')).toContainText('ann@example.org');

  // The tasks for doccano, as doccano gives them back if no one opens them.
  const downloaded = page.waitForEvent('download');
  await review.getByRole('button', { name: 'anchors.doccano-tasks.jsonl' }).click();
  const lines = readFileSync(await (await downloaded).path(), 'utf8');
  await readFile(page, 'all.jsonl', lines);
  const unchanged = page.getByTestId('ask-unchanged');
  await expect(unchanged).toContainText('doccano does not record whether anyone opened them');
  expect(await violations(page)).toEqual([]);
  await unchanged.getByRole('button', { name: 'Count them as untouched' }).click();
  await expect(page.getByTestId('imported')).toContainText('0 new items, 0 decisions');
  await expect(page.getByTestId('untouched')).toContainText('line 1');
});
