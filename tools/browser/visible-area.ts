/** How much of an element is to be seen. */
import type { Locator } from '@playwright/test';

/** In px², within the window and whatever else clips it. */
export function visibleArea(what: Locator): Promise<number> {
  return what.evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        const observer = new IntersectionObserver((entries) => {
          observer.disconnect();
          const { width = 0, height = 0 } = entries[0]?.intersectionRect ?? {};
          resolve(Math.round(width * height));
        });
        observer.observe(element);
      }),
  );
}
