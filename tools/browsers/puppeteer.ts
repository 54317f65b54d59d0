/** Chromium, and Firefox over WebDriver BiDi. */
import { launch } from 'puppeteer-core';
import type { Driver } from './driver';

export async function openWithPuppeteer(
  browser: 'chrome' | 'firefox',
  executablePath: string,
  args: readonly string[] = [],
): Promise<Driver> {
  const launched = await launch({ browser, executablePath, args: [...args], headless: true });
  const page = await launched.newPage();
  const find = async (xpath: string) => {
    const found = await page.$(`::-p-xpath(${xpath})`);
    if (!found) throw new Error(`nothing on the page is ${xpath}`);
    return found;
  };
  return {
    browser: await launched.version(),
    goTo: async (url) => {
      await page.goto(url);
    },
    reload: async () => {
      await page.reload();
    },
    click: async (xpath) => (await find(xpath)).click(),
    type: async (xpath, text) => (await find(xpath)).type(text),
    value: (expression) => page.evaluate(expression),
    leave: async (expression) => {
      await Promise.all([page.waitForNavigation(), page.evaluate(expression)]);
    },
    close: () => launched.close(),
  };
}
