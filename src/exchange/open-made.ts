/** What another machine made of a run, as a folder or a zip file of it: by train.py, or by OpenUnlearning. */
import { fail } from '../files/errors';
import { unpack } from '../store/archive-unpack';
import { madeFiles, readMade, type MadeElsewhere } from './made-elsewhere';
import { hasResults, isOfResults, readResults } from './open-unlearning-results';

/** Bytes of an unpacked zip file: far more than adapters have. */
const MOST = 2 ** 31;

/** Whether a file of the folder is read, by its path; others, such as checkpoints, are large. */
export const isOfMade = (path: string): boolean =>
  isOfResults(path) || madeFiles.some((one) => `/${path}`.endsWith(`/${one}`));

/** `files` by their paths, with slashes. @throws LetheError as `readMade` and `readResults` */
export const readMadeFiles = (files: ReadonlyMap<string, Uint8Array>): MadeElsewhere =>
  hasResults(files) ? readResults(files) : readMade(files);

/** @throws LetheError file/invalid of a damaged zip file, and as `readMadeFiles` */
export const readMadeZip = (zip: Uint8Array, path: string): MadeElsewhere =>
  readMadeFiles(unpack(zip, MOST, (expected, got) => fail('file/invalid', { path, expected, got })));
