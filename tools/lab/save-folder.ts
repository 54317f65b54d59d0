/** `--save folder`: what a run made, as files for other programs. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CardFigure } from '../../src/exchange/card-figures';
import type { ExportedFile } from '../../src/exchange/exported-file';
import type { Lab } from '../../src/lab/lab';
import { partsMade, savedFiles } from '../../src/lab/saved-files';

/** Writes adapters/, merged/, labels/ and report.json with the content `report`, as far as the run made them. */
export async function saveRun(
  lab: Lab,
  folder: string,
  { figures, report }: { readonly figures: readonly CardFigure[]; readonly report: string },
): Promise<void> {
  const files = await savedFiles(lab, { parts: partsMade(lab.workspace), floats: 'F32', figures, report });
  writeFiles(folder, files);
}

export function writeFiles(folder: string, files: readonly ExportedFile[]): void {
  for (const { path, pieces } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    const file = openSync(target, 'w');
    try {
      for (const piece of pieces()) for (let at = 0; at < piece.length;) at += writeSync(file, piece, at);
    } finally {
      closeSync(file);
    }
  }
}
