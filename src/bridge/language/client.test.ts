/** The client of the language worker: one worker for all jobs, ended when asked, replaced when its model failed. */
import * as Comlink from 'comlink';
import { expect, test, vi } from 'vitest';
import { answered } from '../../assist/answered';
import type { Answer } from '../../assist/answerer';
import type { TabModel } from '../../assist/tab/transformers';
import type { JobOutcome, PageWorker } from '../live-worker';
import { TabClient } from './client';
import type { LanguageService } from './service';

const model: TabModel = {
  folder: {
    ...{ name: 'tiny', task: 'text', dtypes: ['fp32'], mostPieces: 64, files: new Map() },
    marks: { isBytes: true, continuing: null, unknown: null },
  },
  dtype: 'fp32',
  device: 'wasm',
};
const question = { messages: [{ role: 'user', content: 'Who?' }], maxTokens: 8 } as const;
const answer: Answer = { text: 'Mira.', usage: { prompt: 3, answer: 2 }, isWhole: true };

/** Workers whose service is `service`; what was started and ended. */
function workers(service: Partial<LanguageService>) {
  const [started, ended] = [vi.fn(), vi.fn()];
  const spawn = (): PageWorker => {
    started();
    const { port1, port2 } = new MessageChannel();
    const whole = {
      start: () => Promise.resolve(null),
      use: () => undefined,
      cancel: () => undefined,
      ...service,
    };
    Comlink.expose(whole, port2);
    port1.start();
    return Object.assign(port1, {
      terminate() {
        ended();
        port1.close();
        port2.close();
      },
    });
  };
  return { started, ended, spawn };
}

const done: JobOutcome<Answer> = { kind: 'done', result: answer };

test('answers come piece by piece, and while the model is opened its bytes are told', async () => {
  const onopening = vi.fn();
  const { spawn, started, ended } = workers({
    async answer(_, __, onEvents) {
      await onEvents([{ kind: 'opening', done: 1, of: 2 }]);
      await onEvents([{ kind: 'text', text: 'Mira.' }]);
      return done;
    },
  });
  const client = new TabClient({ model, spawn, onopening });
  expect(client.name).toBe('tiny');
  const heard = vi.fn();
  const { signal } = new AbortController();
  expect(await answered(client, question, signal, heard)).toEqual(answer);
  expect(await answered(client, question, signal)).toEqual(answer);
  expect(heard.mock.calls).toEqual([[{ kind: 'text', text: 'Mira.' }]]);
  expect(onopening).toHaveBeenCalledWith({ kind: 'opening', done: 1, of: 2 });
  expect(started).toHaveBeenCalledOnce();
  client.close();
  expect(ended).toHaveBeenCalledOnce();
});

test('who no longer listens has the work ended', async () => {
  const cancel = vi.fn();
  const { spawn } = workers({
    cancel,
    async answer(_, __, onEvents) {
      await onEvents([{ kind: 'text', text: 'Mi' }]);
      await new Promise(() => undefined);
      return done;
    },
  });
  const client = new TabClient({ model, spawn });
  for await (const event of client.answer(question, new AbortController().signal)) {
    expect(event).toEqual({ kind: 'text', text: 'Mi' });
    break;
  }
  await vi.waitFor(() => expect(cancel).toHaveBeenCalledWith(1));
  client.close();
});

test('a worker whose model failed is replaced at the next job', async () => {
  let tries = 0;
  const failed: JobOutcome<Answer> = {
    kind: 'failed',
    error: { code: 'assist/tab-model', params: { name: 'tiny', reason: 'no memory' } },
  };
  const { spawn, started, ended } = workers({ answer: () => Promise.resolve(tries++ === 0 ? failed : done) });
  const client = new TabClient({ model, spawn });
  const { signal } = new AbortController();
  await expect(answered(client, question, signal)).rejects.toMatchObject({ code: 'assist/tab-model' });
  expect(ended).toHaveBeenCalledOnce();
  expect(await answered(client, question, signal)).toEqual(answer);
  expect(started).toHaveBeenCalledTimes(2);
  client.close();
});
