/**
 * `npx tsx tools/golden/exports.ts FOLDER`: writes every file that a review exports, for the three sample reviews, and
 * the tables of the dictionary and of the recorded run.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemsCsv, figuresCsv } from '../../src/evaluate/report-csv';
import { diskSource } from '../../src/files/disk-source';
import { readText } from '../../src/files/source';
import { loadRecordedLabels, loadRecordedReport } from '../../src/recorded/load-recorded';
import { sampleAnchors, sampleEvaluation, sampleLanguage, source } from '../../src/review/exchange/sample';
import type { Review } from '../../src/review/review';
import { readDictionary, writeDictionary } from '../../src/text/dictionary-file';
import {
  anchorFormats,
  evaluationFormats,
  languageFormats,
  type Formats,
} from '../../src/ui/review/crowd/formats';
import { labelTable } from '../../src/unlearn/label-table';

const [folder = 'exports'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

function put(name: string, content: string): void {
  writeFileSync(join(folder, name), content);
}

function putReview<D, A>({ files }: Formats<D, A>, review: Review<D, A>): void {
  for (const { name, write } of files) put(name, write(review, source));
}

putReview(anchorFormats, sampleAnchors());
putReview(languageFormats, sampleLanguage());
putReview(evaluationFormats, sampleEvaluation());

const shipped = diskSource('public');
const dictionary = readDictionary(await readText(shipped, 'worlds/marrowmere/dictionary.json'), 'json');
const report = await loadRecordedReport(shipped);
put('dictionary.csv', writeDictionary(dictionary, 'csv'));
put('figures.csv', figuresCsv(report));
put('items.csv', itemsCsv(report));
put('labels.csv', labelTable(await loadRecordedLabels(shipped)));
