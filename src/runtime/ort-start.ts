/**
 * The start of onnxruntime-web: its scripts and its binary are fetched. A runtime that did not start never will in this
 * thread; the page then starts another worker.
 */
import { unlessAborted, withLimit } from '../base/abort';
import { makeError, type LetheError } from '../base/errors';
import { limits, seconds } from '../base/limits';
import { add, input } from '../graph/build';
import { graph } from '../graph/graph';
import type { Device } from './device';
import { fail, runtimeErrors } from './errors';
import type { Ort } from './ort-device';

/** How the runtime says that it could not be started, whatever the cause. */
const NOT_STARTED = 'no available backend found';
/** What the browser says of a binary that was cut off, or is another file. */
const DAMAGED = /CompileError|LinkError|magic word|past end|unexpected end|MIME/iu;

/** The runtime that `load` imports and that fetches `files` at its first session. @throws LetheError runtime/not-started */
export async function startable(load: () => Promise<Ort>, files: readonly string[]): Promise<Ort> {
  const refuse = async (error: unknown): Promise<never> => {
    const said = error instanceof Error ? error.message : String(error);
    return fail('runtime/not-started', { reason: await causeOf(said, files) }, error);
  };
  const { Tensor, InferenceSession } = await withLimit(
    load(),
    limits.runtimeStart,
    () => new Error(LATE),
  ).catch(refuse);
  return {
    Tensor,
    InferenceSession: {
      create: (model, options) =>
        InferenceSession.create(model, options).catch((error: unknown) => {
          if (error instanceof Error && error.message.includes(NOT_STARTED)) return refuse(error);
          throw error;
        }),
    },
  };
}

const x = input('x', 'f32', [1]);
const smallest = graph({ x }, { y: add(x, x) });

/**
 * Starts the runtime of a device, which it would do at its first graph only: a failure then shows where the device is
 * opened. `binary`: the address it is fetched from, if it starts threads.
 * @throws LetheError runtime/not-started, also after `limits.runtimeStart`; runtime/threads-silent
 */
export async function started(device: Device, binary?: string): Promise<Device> {
  const weights = await device.place(new Map());
  const starting = device.compile(smallest, weights);
  const session = await withLimit(
    binary === undefined ? starting : withThreads(starting, binary),
    limits.runtimeStart,
    notStarted,
  );
  await session.release();
  weights.release();
  return device;
}

/** Settles like `starting`, or rejects if that takes more than `limits.threads` from when the binary is there. */
async function withThreads<T>(starting: Promise<T>, binary: string): Promise<T> {
  const silent = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fetches = new PerformanceObserver((seen) => {
    if (seen.getEntriesByName(binary).length > 0)
      timer ??= setTimeout(() => silent.abort(threadsSilent()), limits.threads);
  });
  fetches.observe({ type: 'resource', buffered: true });
  try {
    return await unlessAborted(starting, silent.signal);
  } finally {
    fetches.disconnect();
    clearTimeout(timer);
  }
}

const threadsSilent = (): LetheError =>
  makeError(runtimeErrors, 'runtime/threads-silent', { seconds: seconds(limits.threads) });

/** A thread that the browser never starts would be waited for without end. */
const LATE = `it was not there after ${seconds(limits.runtimeStart)} seconds`;
const notStarted = (): LetheError => makeError(runtimeErrors, 'runtime/not-started', { reason: LATE });

/** What is wrong with the files now, or was when they were fetched; else what the runtime said. */
async function causeOf(said: string, files: readonly string[]): Promise<string> {
  for (const file of files) {
    const name = file.split('/').at(-1) ?? file;
    // Past the HTTP cache, so that the next start does not find a damaged copy there.
    const response = await fetch(file, { cache: 'reload' }).catch(() => null);
    if (!response) return `${name} could not be fetched`;
    if (!response.ok) return `${name}: HTTP ${response.status}`;
    if (response.headers.get('Content-Type')?.includes('text/html') === true)
      return `a web page came in place of ${name}`;
  }
  return DAMAGED.test(said) ? 'its download was cut off or replaced by another file' : said;
}
