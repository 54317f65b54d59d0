/** The tiny models in the language worker, outside the shipped page. */
import { answered } from '../../src/assist/answered';
import type { TabDevice } from '../../src/assist/tab/devices';
import type { Dtype } from '../../src/assist/tab/formats';
import { readModelFolder } from '../../src/assist/tab/model-folder';
import { TabClient } from '../../src/bridge/language/client';
import { spawnLanguage } from '../../src/ui/run/spawn';

const files = import.meta.glob<string>('../../src/assist/fixtures/tiny/**/{names,writer}/**/*', {
  query: '?url',
  import: 'default',
  eager: true,
});

let worker: Worker | null = null;
const spawn = (): Worker => (worker = spawnLanguage());

/** How a model runs. @default the weights in 32 bits, on WASM */
interface How {
  readonly dtype?: Dtype;
  readonly device?: TabDevice;
}

async function clientOf(
  name: 'names' | 'writer',
  { dtype = 'fp32', device = 'wasm' }: How = {},
): Promise<TabClient> {
  // The smaller forms lie beside, and share all other files.
  const picked = Object.entries(files).flatMap(([path, url]) =>
    path.includes(`/${name}/`) ? [{ path: path.slice(path.lastIndexOf(`${name}/`)), url }] : [],
  );
  const folder = await readModelFolder(
    await Promise.all(picked.map(async ({ path, url }) => ({ path, file: await (await fetch(url)).blob() }))),
  );
  return new TabClient({ model: { folder, dtype, device }, spawn });
}

const tab = {
  async names(passages: readonly string[], how: How = {}) {
    const client = await clientOf('names', how);
    const job = client.names(passages, new AbortController().signal);
    for (;;) {
      const next = await job.next();
      if (!next.done) continue;
      client.close();
      return next.value;
    }
  },
  /** Answers each prompt in turn. */
  async answers(prompts: readonly string[], maxTokens: number, how: How = {}) {
    const client = await clientOf('writer', how);
    const found = [];
    for (const prompt of prompts) {
      const pieces: string[] = [];
      const question = { messages: [{ role: 'user', content: prompt }], maxTokens } as const;
      const answer = await answered(client, question, new AbortController().signal, (event) => {
        if (event.kind === 'text') pieces.push(event.text);
      });
      found.push({ ...answer, pieces });
    }
    client.close();
    return found;
  },
  /** What becomes of an answer that is stopped, or whose worker is killed, at its first piece; and of the next one. */
  async interrupted(how: 'stop' | 'kill', prompt: string) {
    const client = await clientOf('writer');
    const question = { messages: [{ role: 'user', content: prompt }], maxTokens: 200 } as const;
    const stop = new AbortController();
    let pieces = 0;
    const first = await answered(client, question, stop.signal, () => {
      pieces += 1;
      if (how === 'stop') stop.abort(new Error('enough'));
      else worker?.terminate();
    }).catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    const next = await answered(client, { ...question, maxTokens: 24 }, new AbortController().signal);
    client.close();
    return { first, pieces, next: next.text };
  },
};

declare global {
  interface Window {
    tab: typeof tab;
  }
}
window.tab = tab;
