/**
 * Label Studio 1.23.2’s own exports of our exports (tools/golden/label_studio.py), read back. Besides the decisions that
 * were imported they hold those of two people, numbers 1 and 2, who annotated there.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Decision, Review } from '../../review';
import { sampleAnchors, sampleEvaluation, sampleLanguage } from '../sample';
import { anchorStudio } from './anchors';
import { evaluationStudio } from './evaluation';
import { languageStudio } from './language';
import { readLabelStudio } from './read';
import type { Studio } from './studio';

function suite<D, A>(
  name: string,
  studio: Studio<D, A>,
  review: Review<D, A>,
  theirs: readonly [NoInfer<A>, NoInfer<A>],
): void {
  describe(name, () => {
    const folder = new URL('fixtures/', import.meta.url);
    const json = readFileSync(new URL(`${name}.json`, folder), 'utf8');
    const { decisions, items, rejected } = readLabelStudio(studio, review.items, json);

    test('nothing is rejected, and the golden answers are there', () => {
      expect(rejected).toEqual([]);
      expect(items).toEqual(review.items);
    });

    test('every complete decision comes back as it was', () => {
      const complete = [...review.decisions].filter(({ answer }) => studio.form.task.isComplete(answer));
      // The time of a decision is that of the import.
      for (const { at: _, ...decision } of complete)
        expect(decisions).toContainEqual(expect.objectContaining(decision));
      expect(decisions).toHaveLength(complete.length + theirs.length * review.items.length);
    });

    test('JSON_MIN says the same', () => {
      const minimal = readFileSync(new URL(`${name}.min.json`, folder), 'utf8');
      const again = readLabelStudio(studio, review.items, minimal);
      expect(again.rejected).toEqual([]);
      expect(again.items).toEqual(items);
      const said = ({ at: _, ...decision }: Decision<A>) => decision;
      expect(again.decisions).toHaveLength(decisions.length);
      for (const decision of decisions)
        expect(again.decisions).toContainEqual(expect.objectContaining(said(decision)));
    });

    test('what two people decided there is theirs', () => {
      const [first] = review.items;
      const of = (annotator: string) =>
        decisions.find((one) => one.item === first?.id && one.annotator === annotator);
      expect([of('1')?.answer, of('2')?.answer]).toEqual(theirs);
      expect([of('1')?.leadTime, of('2')?.leadTime]).toEqual([2.5, 2.5]);
    });
  });
}

const draft = sampleAnchors().items[0]?.suggestion?.answer ?? { spans: [], isComplete: false };
const everything = anchorStudio.form.task.accept(draft);
const onlyFirst = {
  ...everything,
  spans: everything.spans.map((span, i) => (i === 0 ? span : { ...span, status: 'rejected' as const })),
};

suite('anchors', anchorStudio, sampleAnchors(), [everything, onlyFirst]);
suite('language', languageStudio, sampleLanguage(), [
  { verdict: 'correct', replacement: null },
  { verdict: 'incorrect', replacement: ' door' },
]);
suite('evaluation', evaluationStudio, sampleEvaluation(), [{ grade: 3 }, { grade: 0 }]);
