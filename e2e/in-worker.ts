/** Code that runs in the lab's worker before its own: no moment is too early for it, however slow the machine. */
import type { Page } from '@playwright/test';

/** Prepends a function, which must not refer to anything outside it, to the worker's script. Call it before the load. */
export async function inWorker(page: Page, before: () => void): Promise<void> {
  await page.route('**/lab.worker*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${String(before)})();\n${await response.text()}` });
  });
}
