/** What the run made, in one zip file for other programs. */
import { part } from '../../files/part';
import { fail } from '../error-catalogue';
import type { LabJob } from '../events';
import type { Lab } from '../lab';
import type { SavedFilesInput } from '../saved-files';

export type SaveInput = SavedFilesInput;

export interface SaveResult {
  /** made of pieces that the browser may keep on disk */
  readonly zip: Blob;
}

const files = part(() => import('../saved-files'));
const zipping = part(() => import('../../store/archive-stream'));

/** Bytes that become one piece of the Blob: many small ones are slow. */
const PIECE = 2 ** 24;

/** @throws LetheError as `savedFiles`; save/too-big if a zip file cannot hold it */
export async function* save(lab: Lab, input: SaveInput, signal: AbortSignal): LabJob<SaveResult> {
  const [{ savedFiles }, { MOST_ZIPPED, zipPieces }] = [await files(), await zipping()];
  const all = await savedFiles(lab, input);
  const of = all.reduce((sum, { bytes }) => sum + bytes, 0);
  const [megabytes, most] = [of, MOST_ZIPPED].map((bytes) => String(Math.round(bytes / 1e6)));
  if (of > MOST_ZIPPED) fail('save/too-big', { megabytes: megabytes ?? '', most: most ?? '' });
  const blobs: Blob[] = [];
  let [waiting, size, done]: [Uint8Array<ArrayBuffer>[], number, number] = [[], 0, 0];
  const flush = (): void => {
    blobs.push(new Blob(waiting));
    [waiting, size] = [[], 0];
  };
  for (const piece of zipPieces(all)) {
    signal.throwIfAborted();
    waiting.push(piece);
    size += piece.length;
    done += piece.length;
    if (size < PIECE) continue;
    flush();
    yield { kind: 'save', done: Math.min(done, of), of };
  }
  flush();
  yield { kind: 'save', done: of, of };
  return { zip: new Blob(blobs, { type: 'application/zip' }) };
}
