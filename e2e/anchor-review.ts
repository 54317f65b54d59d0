/** The anchor check by keyboard only: every step is a key. */
import type { Page } from '@playwright/test';

export interface Entry {
  readonly term: string;
  readonly kind: string;
  readonly translations: readonly string[];
}

export class AnchorReviewByKeys {
  constructor(readonly page: Page) {}

  /** Tabs from the top of the page until the passage has the focus. */
  async reach(): Promise<void> {
    for (let presses = 0; presses < 200; presses++) {
      await this.page.keyboard.press('Tab');
      if (await this.page.evaluate(() => document.activeElement?.matches('[data-keys]') === true)) return;
    }
    throw new Error('expected the passage within 200 tabs');
  }

  /** Puts the cursor on the first place of a term. */
  async find(term: string): Promise<void> {
    await this.page.keyboard.press('/');
    await this.page.keyboard.type(term);
    await this.page.keyboard.press('Enter');
    await this.page.waitForFunction(() => document.activeElement?.matches('[data-keys]') === true);
  }

  async rejectEverywhere(term: string): Promise<void> {
    await this.find(term);
    await this.page.keyboard.press('Shift+X');
  }

  /** Marks a missed term everywhere. */
  async add({ term, kind, translations }: Entry): Promise<void> {
    await this.find(term);
    await this.page.keyboard.press('e');
    await this.page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(translations.join('; ')); // a frame for each key would take half a minute
    await this.page.keyboard.press('Tab');
    await this.page.keyboard.type(kind);
    await this.page.keyboard.press('Enter');
    await this.page.waitForFunction(() => document.activeElement?.matches('[data-keys]') === true);
  }

  /** The resulting dictionary, read from its table. */
  async dictionary(): Promise<Entry[]> {
    const rows = await this.page
      .getByTestId('dictionary')
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.children].map((cell) => cell.childNodes[0]?.textContent ?? '')),
      );
    return rows.map(([term = '', translations = '', kind = '']) => ({
      term,
      kind,
      translations: translations.trim().split(' / '),
    }));
  }
}
