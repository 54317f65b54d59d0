/** `npx tsx tools/golden/exports.ts FOLDER`: writes every file that a review exports, for the three sample reviews. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleAnchors, sampleEvaluation, sampleLanguage, source } from '../../src/review/exchange/sample';
import type { Review } from '../../src/review/review';
import {
  anchorFormats,
  evaluationFormats,
  languageFormats,
  type Formats,
} from '../../src/ui/review/crowd/formats';

const [folder = 'exports'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

function writeAll<D, A>({ files }: Formats<D, A>, review: Review<D, A>): void {
  for (const { name, write } of files) writeFileSync(join(folder, name), write(review, source));
}

writeAll(anchorFormats, sampleAnchors());
writeAll(languageFormats, sampleLanguage());
writeAll(evaluationFormats, sampleEvaluation());
