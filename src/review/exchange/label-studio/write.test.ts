/** What Label Studio 1.23 refuses in a file, and what it keeps of one (tools/golden/label-studio.py asks a real server). */
import { expect, test } from 'vitest';
import { startReview, type Review } from '../../review';
import { sampleAnchors, sampleEvaluation, sampleLanguage } from '../sample';
import { anchorStudio } from './anchors';
import { evaluationStudio } from './evaluation';
import { languageStudio } from './language';
import { readLabelStudio } from './read';
import type { Studio } from './studio';
import { writeLabelStudio } from './write';

interface Annotation {
  readonly ground_truth: boolean;
  readonly result: readonly unknown[];
}

/** The annotations of a file as a server keeps them: all by the user who imported it, without our own keys. */
function asKept(json: string): { annotations: Annotation[] }[] {
  const tasks = JSON.parse(json) as { annotations: Annotation[] }[];
  return tasks.map((task) => ({
    ...task,
    annotations: task.annotations.map(({ ground_truth, result }) => ({
      completed_by: 1,
      ground_truth,
      result,
    })),
  }));
}

function suite<D, A>(name: string, studio: Studio<D, A>, review: Review<D, A>): void {
  test(`F07 no annotation of the ${name} names a person that Label Studio would look for`, () => {
    const tasks = JSON.parse(writeLabelStudio(studio, review)) as { annotations: object[] }[];
    const annotations = tasks.flatMap((task) => task.annotations);
    expect(annotations.length).toBeGreaterThan(5);
    expect(annotations.filter((annotation) => 'completed_by' in annotation)).toEqual([]);
  });

  test(`the reviewers and roles of the ${name} survive a server that gives everything to one user`, () => {
    const kept = JSON.stringify(asKept(writeLabelStudio(studio, review)));
    const again = readLabelStudio(studio, startReview(review.items).items, kept);
    expect(again.rejected).toEqual([]);
    const facts = again.decisions.map(({ item, annotator, role, answer }) => ({
      item,
      annotator,
      role,
      answer,
    }));
    const complete = [...review.decisions].filter(({ answer }) => studio.form.task.isComplete(answer));
    expect(facts).toHaveLength(complete.length);
    for (const { item, annotator, role, answer } of complete)
      expect(facts).toContainEqual({ item, annotator, role, answer });
  });
}

suite('anchor check', anchorStudio, sampleAnchors());
suite('language check', languageStudio, sampleLanguage());
suite('evaluation check', evaluationStudio, sampleEvaluation());
