/** Readers of review files, for each task, and of saved reviews. */
import { parseJson } from '../../../src/base/json';
import { fail } from '../../../src/files/errors';
import {
  anchorBallots,
  evaluationBallots,
  languageBallots,
  type Ballots,
} from '../../../src/review/exchange/crowd-kit/ballots';
import { readCrowdKit } from '../../../src/review/exchange/crowd-kit/read';
import { writeCrowdKit, writeCrowdKitTexts } from '../../../src/review/exchange/crowd-kit/write';
import {
  anchorDoccano,
  evaluationDoccano,
  languageDoccano,
  type Doccano,
} from '../../../src/review/exchange/doccano/tasks';
import { readDoccano } from '../../../src/review/exchange/doccano/read';
import { writeDoccanoResults } from '../../../src/review/exchange/doccano/write';
import { mergeImported, type Imported } from '../../../src/review/exchange/imported';
import { anchorStudio } from '../../../src/review/exchange/label-studio/anchors';
import { evaluationStudio } from '../../../src/review/exchange/label-studio/evaluation';
import { languageStudio } from '../../../src/review/exchange/label-studio/language';
import { readLabelStudio } from '../../../src/review/exchange/label-studio/read';
import type { Studio } from '../../../src/review/exchange/label-studio/studio';
import { writeLabelStudio } from '../../../src/review/exchange/label-studio/write';
import { sampleAnchors, sampleEvaluation, sampleLanguage, source } from '../../../src/review/exchange/sample';
import { readToloka } from '../../../src/review/exchange/toloka/read';
import { writeTolokaResults } from '../../../src/review/exchange/toloka/write';
import { startReview, type Review } from '../../../src/review/review';
import { restoreReview, saveChanges, saveDecisions, saveItems } from '../../../src/review/saved';
import { votesOf } from '../../../src/review/votes';
import { textReader, type Reader } from '../reader';

interface Formats<D, A> {
  readonly studio: Studio<D, A>;
  readonly doccano: Doccano<D, A>;
  readonly ballots: Ballots<D, A>;
}

function readersOf<D, A>(task: string, review: Review<D, A>, formats: Formats<D, A>): Reader[] {
  const { studio, doccano, ballots } = formats;
  const { form } = studio;
  const { items } = review;
  /** What was read must also fit into a review, and be counted. */
  const used = (imported: Imported<D, A>): unknown =>
    votesOf(form.task, mergeImported(startReview(items), imported).review);
  const texts = ballots.texts ? [writeCrowdKitTexts(ballots.texts, review)] : [];
  const saved = {
    decisions: saveDecisions(review),
    changes: saveChanges(Array.from(review.decisions, (after) => ({ who: after, after }))),
    items: saveItems(form, items),
  };
  return [
    textReader(`${task}, Label Studio`, [writeLabelStudio(studio, review, { source })], (text) =>
      used(readLabelStudio(studio, items, text)),
    ),
    textReader(`${task}, doccano`, [writeDoccanoResults(doccano, review, source)], (text) =>
      used(readDoccano(doccano, items, text, { annotator: 'ann' })),
    ),
    textReader(`${task}, Crowd-Kit`, [writeCrowdKit(ballots, review, source), ...texts], (text) =>
      used(readCrowdKit(ballots, items, text)),
    ),
    textReader(`${task}, Toloka`, [writeTolokaResults(form, review, source)], (text) =>
      used(readToloka(form, items, text)),
    ),
    textReader(`${task}, saved`, [JSON.stringify(saved)], (text) => {
      const data = parseJson(text, (expected, got) => fail('file/invalid', { path: 'saved', expected, got }));
      const { decisions, changes, items: kept } = { ...(data as Record<keyof typeof saved, unknown>) };
      const restored = restoreReview(form, startReview(items), {
        decisions,
        changes: [changes],
        items: kept,
      });
      return votesOf(form.task, restored);
    }),
  ];
}

export const reviewReaders: readonly Reader[] = [
  ...readersOf('anchors', sampleAnchors(), {
    studio: anchorStudio,
    doccano: anchorDoccano,
    ballots: anchorBallots,
  }),
  ...readersOf('language', sampleLanguage(), {
    studio: languageStudio,
    doccano: languageDoccano,
    ballots: languageBallots,
  }),
  ...readersOf('evaluation', sampleEvaluation(), {
    studio: evaluationStudio,
    doccano: evaluationDoccano,
    ballots: evaluationBallots,
  }),
];
