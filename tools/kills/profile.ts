/** A browser with a profile on disk, which stays when the browser is killed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { browserFlags, ensureBrowser } from '../browser/find';
import { useMicroWorld } from '../browser/micro-world';
import { LethePage } from '../browser/page';

export class Profile {
  readonly #folder = mkdtempSync(join(tmpdir(), 'lethe-kills-'));
  #context: BrowserContext | null = null;

  /** `isMicro`: with a micro model and short texts in place of the shipped ones */
  constructor(
    private readonly baseURL: string,
    private readonly isMicro: boolean,
  ) {}

  /** The page in a new tab; starts the browser if it does not run. */
  async open(): Promise<LethePage> {
    this.#context ??= await chromium.launchPersistentContext(this.#folder, {
      executablePath: ensureBrowser(),
      args: browserFlags,
      baseURL: this.baseURL,
      serviceWorkers: 'block', // or the micro model could not take the place of the shipped one
    });
    const lethe = new LethePage(await this.#context.newPage());
    if (this.isMicro) await useMicroWorld(lethe.page);
    await lethe.open();
    return lethe;
  }

  /** Kills the browser's process, which cannot write anything after that. */
  async kill(): Promise<void> {
    const context = this.#context;
    if (!context) return;
    const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
    process.kill(this.#processId(), 'SIGKILL');
    await closed;
    this.#context = null;
  }

  async delete(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** The browser's own process is the one of this profile that has no type. */
  #processId(): number {
    const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
    const line = lines.find(
      (one) => one.includes(`--user-data-dir=${this.#folder}`) && !one.includes('--type='),
    );
    if (line === undefined) throw new Error('the browser does not run');
    return Number.parseInt(line, 10);
  }
}
