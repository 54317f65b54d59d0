/** Time from a key press or a scroll to the next frame, measured in the page. */
import type { Page } from '@playwright/test';

/** Median milliseconds over `count` presses of `keys` in turn on the element that has the focus. */
export function keyTimes(page: Page, keys: readonly string[], count: number): Promise<number> {
  return page.evaluate(
    async ([pressed, presses]) => {
      const times: number[] = [];
      for (let i = 0; i < presses; i++) {
        const start = performance.now();
        const key = pressed[i % pressed.length] ?? '';
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
        times.push(performance.now() - start);
        await new Promise((idle) => setTimeout(idle, 20));
      }
      return times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
    },
    [keys, count] as const,
  );
}

/** Median milliseconds between two frames while a list is scrolled from top to bottom. */
export function scrollTimes(page: Page, list: string, steps: number): Promise<number> {
  return page.evaluate(
    async ([selector, count]) => {
      const element = document.querySelector(selector);
      const times: number[] = [];
      let last = performance.now();
      for (let i = 0; element && i < count; i++) {
        element.scrollTop = (i * element.scrollHeight) / count;
        await new Promise(requestAnimationFrame);
        times.push(performance.now() - last);
        last = performance.now();
      }
      return times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
    },
    [list, steps] as const,
  );
}
