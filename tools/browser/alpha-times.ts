/** How soon the recorded answer of equation 1 changes when α is moved in the panel that asks. */
import type { Page } from '@playwright/test';

/** α to move to in turn, far enough apart that the answer changes. */
const MOVES = [0, 8, 0, 10, 0, 8, 0, 10, 0, 8];

export interface AlphaTimes {
  readonly median: number;
  /** of each move, from the slider’s event to the frame that shows another answer */
  readonly all: readonly number[];
}

/** @throws Error if a move does not change the answer */
export async function alphaTimes(page: Page): Promise<AlphaTimes> {
  await page.goto('./#/lab/text');
  const panel = page.locator('[data-stage=ask]');
  const answer = panel.locator('[data-voice=equation1]');
  await answer.filter({ hasText: /\S/u }).waitFor();
  const all = await panel.evaluate(async (ask, moves) => {
    const slider = ask.querySelector<HTMLInputElement>('label:has([data-testid=alpha]) input');
    const text = ask.querySelector('[data-voice=equation1]');
    if (!slider || !text) throw new Error('There is no α to move.');
    const times: number[] = [];
    for (const alpha of moves) {
      const before = text.textContent;
      await new Promise(requestAnimationFrame);
      const start = performance.now();
      slider.value = String(alpha);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      while (text.textContent === before) {
        if (performance.now() - start > 2000) throw new Error(`α = ${alpha} did not change the answer.`);
        await new Promise(requestAnimationFrame);
      }
      await new Promise(requestAnimationFrame);
      times.push(Math.round(10 * (performance.now() - start)) / 10);
    }
    return times;
  }, MOVES);
  const sorted = [...all].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, all };
}
