/** WebKit, the engine of Safari: the MiniBrowser of WebKitGTK, over classic WebDriver, on a display of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { v } from '../../src/base/schema';
import type { Driver } from './driver';

/** The key of an element in answers of WebDriver, by its specification. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** What has no event is asked for again: milliseconds between two tries, and how many there are, 60 seconds in all. */
const [PAUSE, TRIES] = [200, 300];

const session = v.object({
  sessionId: v.string(),
  capabilities: v.object({ browserName: v.string(), browserVersion: v.string() }),
});
const element = v.object({ [ELEMENT]: v.string() });

export interface WebKitPlaces {
  readonly driver: string;
  readonly browser: string;
  readonly display: string;
}

/** Where the next WebKit begins to look for a free display: two that start at once would find the same one. */
let nextDisplay = 99;

/** `locale`: variables of the system's locale, such as `{ LANG: 'C' }`. */
export async function openWebKit(
  places: WebKitPlaces,
  locale: Readonly<Record<string, string>>,
): Promise<Driver> {
  const port = await freePort();
  const display = ['--auto-servernum', `--server-num=${nextDisplay++}`];
  const driver = spawn(places.display, [...display, places.driver, `--port=${port}`], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, LC_ALL: '', LANGUAGE: '', ...locale },
  });
  const root = `http://127.0.0.1:${port}/session`;
  const options = { binary: places.browser, args: ['--automation'] };
  const opened = await started(
    () => send('POST', root, { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } }),
    driver,
  );
  const { sessionId, capabilities } = v.parse(session, opened);
  const at = `${root}/${sessionId}`;
  const value = (expression: string): Promise<unknown> =>
    send('POST', `${at}/execute/sync`, { script: `return ${expression}`, args: [] });
  const find = async (xpath: string): Promise<string> =>
    v.parse(element, await send('POST', `${at}/element`, { using: 'xpath', value: xpath }))[ELEMENT];
  return {
    browser: `${capabilities.browserName} ${capabilities.browserVersion}`,
    goTo: async (url) => {
      await send('POST', `${at}/url`, { url });
    },
    reload: async () => {
      await send('POST', `${at}/refresh`, {});
    },
    click: async (xpath) => {
      const id = await find(xpath);
      // As a user would: a button under the bar of a run is scrolled free of it first.
      const script = "arguments[0].scrollIntoView({ block: 'center' })";
      await send('POST', `${at}/execute/sync`, { script, args: [{ [ELEMENT]: id }] });
      await send('POST', `${at}/element/${id}/click`, {});
    },
    type: async (xpath, text) => {
      await send('POST', `${at}/element/${await find(xpath)}/value`, { text });
    },
    value,
    async leave(expression) {
      await value(`(globalThis.isOld = true, ${expression})`);
      const isNew = `globalThis.isOld === undefined && document.readyState === 'complete'`;
      // Between two pages there is none to ask.
      for (let tries = 0; (await value(isNew).catch(() => false)) !== true; tries++) {
        if (tries === TRIES) throw new Error('the page was not loaded anew');
        await setTimeout(PAUSE);
      }
    },
    async close() {
      await send('DELETE', at).catch(() => null);
      end(driver);
    },
  };
}

/** The value that a command of WebDriver returns. @throws Error with its message */
async function send(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = v.parse(v.object({ value: v.unknown() }), await response.json());
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(value)}`);
  return value;
}

/** Tries until the driver listens. */
async function started<T>(open: () => Promise<T>, driver: ChildProcess): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await open();
    } catch (error) {
      const isListening = error instanceof Error && !error.message.includes('fetch failed');
      if (isListening || tries === TRIES) {
        end(driver);
        throw error;
      }
      await setTimeout(PAUSE);
    }
  }
}

/** Ends the display, the driver and the browser. */
function end({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}
