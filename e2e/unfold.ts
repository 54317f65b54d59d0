import type { Locator } from '@playwright/test';

/** Opens what is folded on a screen, outer ones first; what is open stays so. */
export async function unfold(stage: Locator, ...titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    const summary = stage.locator('summary').filter({ hasText: title });
    await summary.waitFor();
    if ((await stage.locator('details[open] > summary').filter({ hasText: title }).count()) === 0)
      await summary.click();
  }
}
