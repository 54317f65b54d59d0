/** What the run made, in one zip file for other programs. */
import { part } from '../../files/part';
import { fail } from '../error-catalogue';
import { activity, type LabJob } from '../events';
import type { Lab } from '../lab';
import type { FloatType } from '../../exchange/tensors-file';
import type { SavedFilesInput, SavedPart } from '../saved-files';

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
  const of = totalOf(all);
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

/** What can be saved, and how large its files are in each type of numbers. */
export interface Savable {
  readonly part: SavedPart;
  readonly bytes: Readonly<Record<FloatType, number>>;
}

/** The parts that the run made. @throws LetheError as `savedFiles` */
export async function* savable(lab: Lab): LabJob<Savable[]> {
  yield activity('readingFiles');
  const { partsMade, savedFiles } = await files();
  const bytes = async (part: SavedPart, floats: FloatType): Promise<number> =>
    totalOf(await savedFiles(lab, { parts: [part], floats, figures: [] }));
  const found: Savable[] = [];
  for (const part of partsMade(lab.workspace)) {
    const F32 = await bytes(part, 'F32');
    found.push({ part, bytes: { F32, F16: part === 'merged' ? await bytes(part, 'F16') : F32 } });
  }
  return found;
}

const totalOf = (files: readonly { readonly bytes: number }[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);
