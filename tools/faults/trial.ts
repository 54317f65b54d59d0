/** One visit during which files fail. */
import type { Browser } from '@playwright/test';
import { BuildServer, type Fault } from '../browser/build-server';
import { failOnce } from './fail-once';
import { visits } from './visit';

/** Whether the page may have its service worker. */
export const workers = ['block', 'allow'] as const;

export interface Trial {
  readonly worker: (typeof workers)[number];
  /** null: none */
  readonly fault: Fault | null;
  /** the file that fails; null: every file */
  readonly file: string | null;
}

export interface Outcome {
  /** files whose first request failed */
  readonly failed: readonly string[];
  /** null: the visit succeeded */
  readonly problem: string | null;
}

/** `only`: of the files, those whose path contains this */
export async function visited(
  browser: Browser,
  { worker, fault, file }: Trial,
  only: string,
): Promise<Outcome> {
  const server = new BuildServer('dist');
  const failed = failOnce(server, fault, (path) => (file === null ? path.includes(only) : path === file));
  const context = await browser.newContext({ serviceWorkers: worker });
  let problem: string | null = null;
  try {
    const address = await server.start();
    for (const visit of visits) {
      const page = await context.newPage();
      let loads = 0;
      page.on('load', () => (loads += 1));
      await visit(page, address);
      if (loads !== 1) problem = `loaded ${loads} times`;
      await page.close();
    }
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  await context.close();
  server.stop();
  return { failed: [...failed], problem };
}
