/** The folder of another machine, or a zip file of it, as the user chose it. */
import type { MadeElsewhere } from '../../../exchange/made-elsewhere';
import { isOfMade, readMadeFiles, readMadeZip } from '../../../exchange/open-made';

/** @throws LetheError as `readMadeFiles` and `readMadeZip` */
export async function openMade(chosen: readonly File[]): Promise<MadeElsewhere> {
  const [only] = chosen;
  // Whatever it is called: another file is refused as such.
  if (only && chosen.length === 1 && !isOfMade(pathOf(only)))
    return readMadeZip(await bytesOf(only), only.name);
  const wanted = chosen.filter((file) => isOfMade(pathOf(file)));
  return readMadeFiles(
    new Map(await Promise.all(wanted.map(async (file) => [pathOf(file), await bytesOf(file)] as const))),
  );
}

const pathOf = ({ name, webkitRelativePath }: File): string => webkitRelativePath || name;

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
