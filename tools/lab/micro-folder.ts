/** Files of a lab as they lie on a disk, for tests: bytes, and values as JSON. */
import { bytesFile, jsonFile, type ExportedFile } from '../../src/exchange/exported-file';

export const asFiles = (contents: Readonly<Record<string, unknown>>): ExportedFile[] =>
  Object.entries(contents).map(([path, content]) =>
    content instanceof Uint8Array ? bytesFile(path, content) : jsonFile(path, content as object),
  );
