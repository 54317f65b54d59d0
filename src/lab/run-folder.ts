/**
 * A run as a folder for other programs: what decides its result besides the weights. tools/cluster reads it with
 * transformers, PEFT and Accelerate, on whatever machine there is.
 */
import type { Report } from '../evaluate/report';
import { jsonFile, textFile, type ExportedFile } from '../exchange/exported-file';
import type { RunSettings } from '../methods/settings';
import { writeDictionary } from '../text/dictionary-file';
import type { Labels } from '../unlearn/record';
import type { Dataset } from './dataset';
import { exportedLabels } from './exported-labels';
import { exportedStarts, exportedTerms } from './exported-terms';
import { openUnlearningFiles } from './open-unlearning';
import type { Hashes } from './run-inputs';

/** In run.json: which version of the folder it is. */
const RUN_FORMAT = 'lethe-run-2';

export interface ExportedRun {
  readonly settings: RunSettings;
  readonly dataset: Dataset;
  readonly hashes: Hashes;
  /** what people decided in it, as its report has it @default nothing */
  readonly human?: Report['human'];
  /** its labels, with those of reviewers (`withHumanLabels`) @default none: they are computed there */
  readonly labels?: Labels;
}

/**
 * run.json with settings, hashes and where the sentences begin that are read first, terms.json with what is found in the text
 * to forget (exported-terms.ts), and the data set in files of the names and shapes that Lethe reads; in found.json, which
 * programs found which terms, and how sure they were; in decisions.json, what people decided; in labels/, the labels
 * (exported-labels.ts); in open-unlearning/ the same for that benchmark.
 */
export function runFolder({ settings, dataset, hashes, human, labels }: ExportedRun): ExportedFile[] {
  const { forget, retain, heldOut, dictionary, prompts, split } = dataset;
  const starts = exportedStarts(dataset, settings);
  return [
    jsonFile('run.json', { format: RUN_FORMAT, settings, hashes, split, starts }),
    exportedTerms(dataset, settings),
    jsonFile('forget.json', forget),
    jsonFile('retain.json', retain),
    jsonFile('everyday.json', heldOut),
    jsonFile('prompts.json', prompts),
    textFile('dictionary.json', writeDictionary(dictionary, 'json')),
    jsonFile(
      'found.json',
      dictionary.flatMap(({ term, sources }) => (sources ? [{ term, sources }] : [])),
    ),
    ...(human ? [jsonFile('decisions.json', human)] : []),
    ...(labels ? exportedLabels(labels, settings) : []),
    ...openUnlearningFiles(settings, dataset),
  ];
}
