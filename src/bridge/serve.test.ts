import { expect, test, vi } from 'vitest';
import { urlSource } from '../files/source';
import { Lab } from '../lab/lab';
import { defaultSettings } from '../methods/settings';
import { memoryKeyValue } from '../store/key-value';
import { labService } from './serve';

const unused = () => Promise.reject(new Error('no job runs here'));
const lab = new Lab(urlSource('http://localhost/'), { wasm: unused, webgpu: unused });

// WebKit may evaluate a worker's script twice; two labs would both answer, and results get lost.
test('a worker whose script is evaluated twice serves one lab', async () => {
  const listens = vi.fn();
  vi.stubGlobal('addEventListener', listens);
  for (let evaluation = 0; evaluation < 2; evaluation++) {
    vi.resetModules();
    const { serveLab } = await import('./serve');
    serveLab(lab, unused, memoryKeyValue());
  }
  expect(listens).toHaveBeenCalledTimes(1);
});

// In WebKit the outcome overtook the last checkpoint, and the page did not offer to continue from it.
test('a job ends after the page has seen its last event', async () => {
  let see = (): void => undefined;
  const seen = new Promise<void>((resolve) => (see = resolve));
  const service = labService(
    lab,
    (_, __, onEvents) => {
      onEvents([{ kind: 'checkpoint', step: 1, isSaved: true }]);
      return Promise.reject(new Error('cancelled'));
    },
    memoryKeyValue(),
  );
  const ended = vi.fn();
  const outcome = service.run(1, 'restore', {}, () => seen).then(ended);
  await new Promise((resolve) => setImmediate(resolve));
  expect(ended).not.toHaveBeenCalled();
  see();
  await outcome;
  expect(ended).toHaveBeenCalledWith(expect.objectContaining({ kind: 'failed' }));
});

test('a question is answered between two steps of a stage, which goes on', async () => {
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const service = labService(
    lab,
    async (_, gate) => {
      const name = log.length === 0 ? 'stage' : 'question';
      log.push(`${name} begins`);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      await gate.pass();
      log.push(`${name} ends`);
      throw new Error('no result');
    },
    memoryKeyValue(),
  );
  const seen = () => Promise.resolve();
  const stage = service.run(1, 'reinforce', { settings: defaultSettings }, seen);
  await vi.waitFor(() => expect(ends.has('stage')).toBe(true));
  const ask = { prompts: ['x'], variants: ['baseline'], maxTokens: 1, settings: defaultSettings } as const;
  const question = service.run(2, 'ask', ask, seen);
  service.cancel(2); // only the question
  expect(await question).toEqual({ kind: 'cancelled' });
  const again = service.run(3, 'ask', ask, seen);
  ends.get('stage')?.();
  await vi.waitFor(() => expect(ends.has('question')).toBe(true));
  ends.get('question')?.();
  await Promise.all([stage, again]);
  expect(log).toEqual(['stage begins', 'question begins', 'question ends', 'stage ends']);
});
