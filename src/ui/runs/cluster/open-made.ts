/** The folder of another machine, or a zip file of it, as the user chose it. */
import { madeFiles, readMade, type MadeElsewhere } from '../../../exchange/made-elsewhere';
import { hasResults, isOfResults, readResults } from '../../../exchange/open-unlearning-results';
import { fail } from '../../../files/errors';
import { unpack } from '../../../store/archive-unpack';

/** Bytes of an unpacked zip file: far more than adapters have. */
const MOST = 2 ** 31;

/** @throws LetheError as `readMade` and `readResults`; file/invalid of a damaged zip file */
export async function openMade(chosen: readonly File[]): Promise<MadeElsewhere> {
  const zip = chosen.find(({ name }) => name.endsWith('.zip'));
  const files = zip ? await unpacked(zip) : await read(chosen);
  return hasResults(files) ? readResults(files) : readMade(files);
}

async function unpacked(zip: File): Promise<ReadonlyMap<string, Uint8Array>> {
  return unpack(await bytesOf(zip), MOST, (expected, got) =>
    fail('file/invalid', { path: zip.name, expected, got }),
  );
}

async function read(chosen: readonly File[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = chosen.filter(
    (file) => isOfResults(pathOf(file)) || madeFiles.some((one) => `/${pathOf(file)}`.endsWith(`/${one}`)),
  );
  return new Map(await Promise.all(wanted.map(async (file) => [pathOf(file), await bytesOf(file)] as const)));
}

const pathOf = ({ name, webkitRelativePath }: File): string => webkitRelativePath || name;

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
