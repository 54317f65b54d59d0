/**
 * Exports, as files in fixtures/, and reads them back: nothing that a format can represent is lost. The other tools
 * themselves open them in tools/golden/label_studio.py, doccano_server.py and exported_tables.py.
 */
import { describe, expect, test } from 'vitest';
import { decidedItems, goldenOf, votesOf } from '../votes';
import type { Decision, Review } from '../review';
import { startReview } from '../review';
import type { Item } from '../task';
import { anchorBallots, evaluationBallots, languageBallots, type Ballots } from './crowd-kit/ballots';
import { readCrowdKit } from './crowd-kit/read';
import { writeCrowdKit, writeCrowdKitGolden, writeCrowdKitTexts } from './crowd-kit/write';
import { anchorDoccano, evaluationDoccano, languageDoccano, type Doccano } from './doccano/tasks';
import { readDoccano } from './doccano/read';
import { writeDoccanoResults, writeDoccanoTasks } from './doccano/write';
import { mergeImported, type Imported } from './imported';
import { anchorStudio } from './label-studio/anchors';
import { evaluationStudio } from './label-studio/evaluation';
import { languageStudio } from './label-studio/language';
import { readLabelStudio } from './label-studio/read';
import type { Studio } from './label-studio/studio';
import { writeLabelStudio } from './label-studio/write';
import { sampleAnchors, sampleEvaluation, sampleLanguage, source } from './sample';
import { readToloka } from './toloka/read';
import { writeTolokaResults, writeTolokaTasks } from './toloka/write';

/** Checks a text against the committed file of that name. */
async function expectFile(text: string, name: string): Promise<void> {
  await expect(text).toMatchFileSnapshot(`fixtures/${name}`);
}

const simple = <A>({ item, annotator, role, answer, reason, comment, leadTime, at }: Decision<A>) => ({
  item,
  annotator,
  role,
  answer,
  reason,
  comment,
  leadTime,
  at,
});
const sorted = <A>(decisions: Iterable<Decision<A>>): Decision<A>[] =>
  [...decisions]
    .map(simple)
    .sort((a, b) => `${a.item} ${a.annotator}`.localeCompare(`${b.item} ${b.annotator}`));

function suite<D, A>(
  name: string,
  sample: () => Review<D, A>,
  studio: Studio<D, A>,
  doccano: Doccano<D, A>,
  ballots: Ballots<D, A>,
): void {
  describe(name, () => {
    const review = sample();
    const { form } = studio;
    /** What a format for complete decisions, without final ones, can represent. */
    const complete = [...review.decisions].filter(({ answer }) => form.task.isComplete(answer));
    const votes = complete.filter(({ role }) => role === 'annotator');
    const bare = startReview(review.items);

    const expectAgain = (imported: Imported<D, A>, decisions: readonly Decision<A>[]): void => {
      expect(imported.rejected).toEqual([]);
      expect(sorted(imported.decisions)).toEqual(sorted(decisions));
      const merged = mergeImported(bare, imported);
      expect(merged.review.items).toEqual(review.items);
      expect(merged.added).toEqual({ items: 0, decisions: decisions.length, golden: 0 });
    };

    test('Label Studio', async () => {
      const json = writeLabelStudio(studio, review, { source });
      await expectFile(json, `${name}.label-studio.json`);
      await expectFile(studio.config, `${name}.label-studio.xml`);
      expectAgain(readLabelStudio(studio, review.items, json), complete);
      // Importing into an empty review also imports suggestions and golden answers.
      const { items, rejected } = readLabelStudio(studio, [], json);
      expect(rejected).toEqual([]);
      expect(items.map(withoutHidden)).toEqual(review.items.map(withoutHidden));
    });

    test('Label Studio, blind, does not contain the suggestions', () => {
      const json = writeLabelStudio(
        studio,
        startReview(review.items.map((item) => ({ ...item, golden: null }))),
        { isBlind: true },
      );
      expect(readLabelStudio(studio, [], json).items.map(({ suggestion }) => suggestion)).toEqual([
        null,
        null,
        null,
      ]);
    });

    test('Toloka', async () => {
      const [tasks, results] = [
        writeTolokaTasks(form, review, source),
        writeTolokaResults(form, review, source),
      ];
      await expectFile(tasks, `${name}.toloka-tasks.tsv`);
      await expectFile(results, `${name}.toloka-results.tsv`);
      expectAgain(readToloka(form, review.items, results), votes);
      const pool = readToloka(form, [], tasks);
      expect(pool.rejected).toEqual([]);
      expect(pool.items.map(({ id }) => id)).toEqual(review.items.map(({ id }) => id));
    });

    test('doccano', async () => {
      const [tasks, results] = [
        writeDoccanoTasks(doccano, review, source),
        writeDoccanoResults(doccano, review, source),
      ];
      await expectFile(tasks, `${name}.doccano-tasks.jsonl`);
      await expectFile(results, `${name}.doccano-results.jsonl`);
      const imported = readDoccano(doccano, review.items, results, { annotator: 'nobody' });
      expect(imported.rejected).toEqual([]);
      const again = mergeImported(bare, imported).review;
      expect(votesOf(form.task, again).map(key).sort()).toEqual(votesOf(form.task, mergeImported(bare, { items: [], decisions: votes, rejected: [] }).review).map(key).sort()); // prettier-ignore
    });

    test('Crowd-Kit', async () => {
      const csv = writeCrowdKit(ballots, review, source);
      await expectFile(csv, `${name}.crowd-kit.csv`);
      const imported = readCrowdKit(ballots, review.items, csv);
      expect(imported.rejected).toEqual([]);
      const again = mergeImported(bare, imported).review;
      expect(votesOf(form.task, again).map(key).sort()).toEqual(votesOf(form.task, review).map(key).sort());
      if (ballots.texts === null) return;
      const texts = writeCrowdKitTexts(ballots.texts, review);
      await expectFile(texts, `${name}.crowd-kit-texts.csv`);
      const added = readCrowdKit(ballots, again.items, texts, again.decisions);
      expect(added.rejected).toEqual([]);
      expect(writeCrowdKitTexts(ballots.texts, mergeImported(again, added).review)).toBe(texts);
    });

    test('Crowd-Kit, known answers', async () => {
      const csv = writeCrowdKitGolden(ballots, review);
      await expectFile(csv, `${name}.crowd-kit-golden.csv`);
      const unknown = startReview(review.items.map((item) => ({ ...item, golden: null })));
      const imported = readCrowdKit(ballots, unknown.items, csv);
      expect(imported.rejected).toEqual([]);
      const merged = mergeImported(unknown, imported);
      expect(merged.added).toEqual({ items: 0, decisions: 0, golden: 1 });
      const { items } = merged.review;
      expect(goldenOf(form.task, { ...review, items })).toEqual(goldenOf(form.task, review));
      expect(readCrowdKit(ballots, review.items, csv)).toEqual({ items: [], decisions: [], rejected: [] });
    });

    test('importing twice changes nothing', () => {
      const imported = readLabelStudio(studio, review.items, writeLabelStudio(studio, review));
      const once = mergeImported(review, imported);
      expect(once.added).toEqual({ items: 0, decisions: 0, golden: 0 });
      expect(once.rejected).toEqual([]);
      expect(decidedItems(once.review)).toEqual(decidedItems(review));
    });
  });
}

const key = ({ task, worker, label }: { task: string; worker: string; label: string }): string =>
  `${task} ${worker} ${label}`;

/** Kinds of spans rejected in a golden passage are not exported; their drafter is. */
function withoutHidden<D, A>({ id, data, suggestion }: Item<D, A>) {
  return { id, data, by: suggestion?.by, certainty: suggestion?.certainty, answer: suggestion?.answer };
}

suite('anchors', sampleAnchors, anchorStudio, anchorDoccano, anchorBallots);
suite('language', sampleLanguage, languageStudio, languageDoccano, languageBallots);
suite('evaluation', sampleEvaluation, evaluationStudio, evaluationDoccano, evaluationBallots);
