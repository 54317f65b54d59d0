/** The programs of tools/cluster for one run: started by as many processes as can share its batches. */
import { textFile, type ExportedFile } from '../exchange/exported-file';
import { trainingsOf, type RunSettings } from '../methods/settings';

const SEVERAL = 'accelerate-several.yaml';
/** Graphics cards of a large machine. */
const MOST = 8;

/** With the number of processes in accelerate-several.yaml; train.py refuses one that does not divide every batch. */
export function fittedPrograms(programs: readonly ExportedFile[], settings: RunSettings): ExportedFile[] {
  const batches = [...new Set(trainingsOf(settings).map(({ batch }) => batch))];
  const counts = Array.from({ length: MOST }, (_, i) => MOST - i);
  const count = counts.find((one) => batches.every((batch) => batch % one === 0)) ?? 1;
  const line = `num_processes: ${count} # divides the batch (${batches.join(', ')}); for more, export the run with larger ones`;
  return programs.map((file) =>
    file.path === SEVERAL ? textFile(SEVERAL, textOf(file).replace(/^num_processes:.*$/mu, line)) : file,
  );
}

function textOf({ pieces }: ExportedFile): string {
  const decoder = new TextDecoder();
  return [...pieces()].map((piece) => decoder.decode(piece, { stream: true })).join('');
}
