/** Parts of the page that stick out: of the card around them, or, in a chart, of the chart. */
import type { Page } from '@playwright/test';

/** What sticks out, with its number of pixels. What can be scrolled to within a box of its own does not. */
export function stickingOut(page: Page): Promise<string[]> {
  // No function in it has a name: tsx would add a helper that the page lacks.
  return page.evaluate(() =>
    [
      ...document.querySelectorAll('main :is(input, select, textarea, button, table, svg), main svg text'),
    ].flatMap((element) => {
      const around = element.closest(element.matches('svg text') ? 'svg' : 'section, article, details');
      if (!around) return [];
      for (let at = element.parentElement; at && at !== around; at = at.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX)) return [];
      const [inner, outer] = [element.getBoundingClientRect(), around.getBoundingClientRect()];
      const over = Math.round(Math.max(inner.right - outer.right, outer.left - inner.left));
      if (inner.width <= 1 || over <= 1) return []; // a pixel by rounding
      const name = element.getAttribute('type') ?? element.textContent.trim().slice(0, 30);
      return [`${element.tagName} ${name}: ${over} px`];
    }),
  );
}
