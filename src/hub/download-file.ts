/** One file of a repository: from where an earlier visit left off, over every interruption that passes, to its hash. */
import { hostOf } from '../base/address';
import { unlessAborted } from '../base/abort';
import type { PartialFolder } from '../store/partial-folder';
import { askedToWait, askHub, isPassing } from './ask-hub';
import { fail } from './errors';
import { FilePart } from './file-part';
import { fileAddress, type HubFile, type HubPlace } from './repository';

export interface TransferOptions {
  readonly signal: AbortSignal;
  /** Resolves after so many milliseconds. @default by the clock */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** Bytes of the file that are there by now, fewer if it begins anew; or why nothing comes for some time. */
export type FileEvent =
  | { readonly kind: 'bytes'; readonly bytes: number }
  | { readonly kind: 'waiting'; readonly seconds: number; readonly error: unknown };

/** Seconds to wait after an interruption, another one without any bytes in between, and so on; then it is given up. */
const PAUSES = [1, 2, 4, 8, 16] as const;
/** The longest time that a host may ask us to wait, in seconds: a person decides on more. */
const LONGEST_WAIT = 120;
/** Interruptions of one file, with whatever came in between. */
const MOST_INTERRUPTIONS = 100;
/** How often a file may turn out to be another one. */
const MOST_CHANGES = 2;

/**
 * The file is whole and has its hash at the end. On every error, and when it is stopped, what came is kept, but for bytes that
 * are not those of the file.
 * @throws LetheError as `askHub`, hub/length, hub/hash, model/not-kept; the signal's reason
 */
export async function* downloadFile(
  place: HubPlace,
  file: HubFile,
  folder: PartialFolder,
  { signal, wait = byTheClock }: TransferOptions,
): AsyncGenerator<FileEvent, void> {
  const part = await FilePart.open(file, folder);
  yield { kind: 'bytes', bytes: part.bytes };
  let [fruitless, interruptions, changes] = [0, 0, 0];
  while (!part.isWhole) {
    const before = part.bytes;
    try {
      const isSame = yield* transfer(place, part, signal);
      if (isSame) await part.finish();
      else if (++changes > MOST_CHANGES) notOneFile(place, part);
      else yield { kind: 'bytes', bytes: part.bytes };
    } catch (error) {
      signal.throwIfAborted();
      fruitless = part.bytes > before ? 0 : fruitless + 1;
      interruptions += 1;
      const seconds = Math.max(PAUSES[fruitless] ?? Number.POSITIVE_INFINITY, askedToWait(error) ?? 0);
      if (!isPassing(error) || seconds > LONGEST_WAIT || interruptions > MOST_INTERRUPTIONS) throw error;
      yield { kind: 'waiting', seconds, error };
      await unlessAborted(wait(1000 * seconds), signal);
    }
  }
}

/** Whether the bytes that came belong together; if not, none is left, and the file has to be asked for again. */
async function* transfer(
  place: HubPlace,
  part: FilePart,
  signal: AbortSignal,
): AsyncGenerator<FileEvent, boolean> {
  const { name, bytes: expected } = part.file;
  const from = part.bytes;
  if (from === expected) return true;
  const address = fileAddress(place, name);
  const answer = await askHub(
    { address, what: `${place.repo}/${name}`, ...(from > 0 ? { from } : {}) },
    signal,
  );
  try {
    const tag = answer.headers.get('etag');
    if (from > 0 && answer.status === 200)
      await part.beginAnew(); // it gives no parts
    else if (from > 0 && !isRest(answer, part, tag)) {
      await part.beginAnew();
      return false;
    }
    part.tag = tag;
    for await (const chunk of answer.chunks()) {
      await part.add(chunk);
      yield { kind: 'bytes', bytes: part.bytes };
    }
  } finally {
    answer.stop();
    await part.flush();
  }
  if (part.bytes < expected)
    fail('hub/unreachable', {
      host: hostOf(place.mirror),
      reason: `its answer ended after ${part.bytes} of ${expected} bytes`,
    });
  return true;
}

/** Whether an answer is the rest of what is kept. A host may hide from a page what it says of that: the hash decides then. */
function isRest(
  { status, headers }: { readonly status: number; readonly headers: Headers },
  { bytes, tag, file }: FilePart,
  newTag: string | null,
): boolean {
  if (status !== 206) return false;
  const range = headers.get('content-range');
  if (range !== null && range !== `bytes ${bytes}-${file.bytes - 1}/${file.bytes}`) return false;
  return tag === null || newTag === null || tag === newTag;
}

function notOneFile({ mirror }: HubPlace, { file }: FilePart): never {
  return fail('hub/answer', {
    host: hostOf(mirror),
    expected: `${file.name} to be one file of ${file.bytes} bytes`,
    got: 'another one at each request',
  });
}

const byTheClock = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
