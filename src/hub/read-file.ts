/** Small files of a repository, and parts of large ones, before anything is kept. */
import type { RangedFile } from '../base/ranged-file';
import { memoryKeyValue } from '../store/key-value';
import { PieceFolder } from '../store/piece-folder';
import { askHub } from './ask-hub';
import { downloadFile, type TransferOptions } from './download-file';
import { fail } from './errors';
import { fileAddress, MOST_IN_MEMORY, type HubFile, type HubPlace } from './repository';

/** A whole file, checked like any other. @throws LetheError as `downloadFile`, hub/length if it is too large for this */
export async function readHubFile(
  place: HubPlace,
  file: HubFile,
  options: TransferOptions,
): Promise<Uint8Array> {
  if (file.bytes > MOST_IN_MEMORY)
    fail('hub/length', { file: file.name, expected: `at most ${MOST_IN_MEMORY}`, got: String(file.bytes) });
  const folder = new PieceFolder(memoryKeyValue(), null, 'read');
  for await (const _ of downloadFile(place, file, folder, options));
  const blob = await folder.file(file.name);
  return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer());
}

/** A file of which only the parts come that are read; they are not checked. */
export function hubRangedFile(place: HubPlace, { name, bytes }: HubFile, signal: AbortSignal): RangedFile {
  return {
    size: bytes,
    async read(from, to) {
      if (to <= from) return new Uint8Array();
      const asked = { address: fileAddress(place, name), what: `${place.repo}/${name}`, from, to };
      const answer = await askHub(asked, signal);
      // A host that gives no parts sends the beginning of the file first.
      let at = answer.status === 206 ? from : 0;
      const part = new Uint8Array(to - from);
      let filled = 0;
      for await (const chunk of answer.chunks()) {
        const wanted = chunk.subarray(Math.max(0, from - at), Math.max(0, to - at));
        part.set(wanted, filled);
        filled += wanted.length;
        at += chunk.length;
        if (filled === part.length) break;
      }
      if (filled < part.length)
        fail('hub/length', { file: name, expected: String(bytes), got: String(from + filled) });
      return part;
    },
  };
}
