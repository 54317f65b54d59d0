/** The run in Chromium, in a build of the page. */
import { rmSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { BuildServer } from '../browser/build-server';
import { browserFlags, ensureBrowser } from '../browser/find';
import { watchArrayBuffers } from './array-buffers';
import { builtWithModel } from './built';
import type { Options } from './options';
import type {} from './page/page';
import type { RealRun, RunInput } from './run';
import { tasksIn } from './tasks';
import { continuationsOf, LESSON } from './texts';

/** `path`: of the model, on disk. @throws Error with the words of any job's error */
export async function runInBrowser(
  path: string,
  backend: RunInput['backend'],
  { lesson, tasks, files, settings, chat, plan, weightBits }: Options,
  say: (line: string) => void,
): Promise<RealRun> {
  const { dist, page: address, model, world } = await builtWithModel(path, files);
  const server = new BuildServer(dist);
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
  try {
    const page = await browser.newPage({ baseURL: await server.start() });
    page.on('console', (message) => {
      if (message.type() === 'log') say(message.text());
    });
    const peakArrayBuffers = await watchArrayBuffers(browser);
    await page.exposeFunction('peakArrayBuffers', peakArrayBuffers);
    await page.goto(address);
    await page.waitForFunction(() => 'runReal' in window);
    const input = {
      backend,
      model,
      world: lesson ? LESSON : world,
      split: lesson,
      settings,
      plan,
      weightBits,
      continuations: continuationsOf(files),
      chat,
      tasks: tasksIn(tasks),
    };
    const run = await page.evaluate((asked) => window.runReal(asked), input);
    return { ...run, model: path };
  } finally {
    await browser.close();
    server.stop();
    rmSync(dist, { recursive: true });
  }
}
