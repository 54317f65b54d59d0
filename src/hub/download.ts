/** Files of a repository into a folder that outlives the page: resumed, checked, and counted as one. */
import type { PartialFolder } from '../store/partial-folder';
import { downloadFile, type TransferOptions } from './download-file';
import type { HubFile, HubPlace } from './repository';
import { TransferRate } from './transfer-rate';

export type DownloadEvent =
  | {
      readonly kind: 'bytes';
      /** the file that is coming */
      readonly file: string;
      /** of all files, what is there */
      readonly bytes: number;
      readonly of: number;
      /** of late; null while that is not known */
      readonly perSecond: number | null;
      readonly secondsLeft: number | null;
    }
  | {
      readonly kind: 'waiting';
      readonly file: string;
      /** until it is asked for again */
      readonly seconds: number;
      /** what came in between */
      readonly error: unknown;
    };

export interface DownloadOptions extends TransferOptions {
  /** in milliseconds, of a clock that only goes forward @default performance.now */
  readonly now?: () => number;
}

/** Milliseconds between two events on the bytes that came. */
const BETWEEN = 100;

/** Bytes of all files together. */
export const bytesOfFiles = (files: readonly Pick<HubFile, 'bytes'>[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

/** Bytes of the files that the folder lacks. */
export async function missingOf(files: readonly HubFile[], folder: PartialFolder): Promise<number> {
  let missing = 0;
  for (const { name, bytes } of files) missing += Math.max(0, bytes - (await folder.kept(name)).bytes);
  return missing;
}

/**
 * Small files first. At the end each is whole, with the hash that the Hub lists, and finished in the folder. Ended before, by an
 * error or the signal, what came is kept, and the same call goes on from there.
 * @throws LetheError as `downloadFile`; the signal's reason
 */
export async function* downloadFiles(
  place: HubPlace,
  files: readonly HubFile[],
  folder: PartialFolder,
  { now = () => performance.now(), ...options }: DownloadOptions,
): AsyncGenerator<DownloadEvent, void> {
  const of = bytesOfFiles(files);
  let missing = await missingOf(files, folder);
  const rate = new TransferRate();
  rate.see(of - missing, now());
  let last = Number.NEGATIVE_INFINITY;
  for (const file of [...files].sort((a, b) => a.bytes - b.bytes)) {
    let had = file.bytes - (await missingOf([file], folder));
    for await (const event of downloadFile(place, file, folder, options)) {
      if (event.kind === 'waiting') {
        yield { ...event, file: file.name };
        continue;
      }
      missing -= event.bytes - had;
      had = event.bytes;
      const at = now();
      if (at - last < BETWEEN && missing > 0) continue;
      last = at;
      rate.see(of - missing, at);
      const [perSecond, secondsLeft] = [rate.perSecond(), rate.secondsFor(missing)];
      yield { kind: 'bytes', file: file.name, bytes: of - missing, of, perSecond, secondsLeft };
    }
  }
}
