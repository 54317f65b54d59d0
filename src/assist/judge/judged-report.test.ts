import { expect, test } from 'vitest';
import { sampleReport } from '../../evaluate/fixtures/report';
import { parseReport, writeReport } from '../../evaluate/report-file';
import { completionsIn, gradesIn, isGraded, withJudge } from './judged-report';

test('every completion of every variant is asked about once', () => {
  expect(completionsIn(sampleReport).map(({ id, rules }) => [id, rules])).toEqual([
    ['baseline/0', 3],
    ['baseline/1', 0],
    ['unlearned/0', 0],
  ]);
});

test('a judge’s grades are kept in the report, beside those of the rules, and saved with it', () => {
  const opinion = { value: 2, reason: 'typical' } as const;
  const first = withJudge(sampleReport, { by: 'tiny', given: new Map([['baseline/0', opinion]]) });
  const report = withJudge(first, {
    by: 'tiny',
    given: new Map([['unlearned/0', { ...opinion, value: 1 as const }]]),
  });
  expect(gradesIn(report, new Map([['baseline/1', 3]]))).toEqual([
    { id: 'baseline/0', variant: 'baseline', grades: { rules: 3, model: 2 } },
    { id: 'baseline/1', variant: 'baseline', grades: { rules: 0, people: 3 } },
    { id: 'unlearned/0', variant: 'unlearned', grades: { rules: 0, model: 1 } },
  ]);
  expect(parseReport(writeReport(report)).judge).toEqual(report.judge);
  const other = withJudge(report, { by: 'other', given: new Map([['baseline/1', opinion]]) });
  expect(other.judge).toEqual({ by: 'other', grades: { baseline: { 1: { grade: 2, reason: 'typical' } } } });
  expect(sampleReport.judge).toBeUndefined();
});

test('people’s grades are read from the report, and compared with the others', () => {
  const human = {
    ...{ task: 'evaluation' as const, decisions: 1, answered: 1, changed: 1, method: 'majority' },
    ...{ annotators: [{ annotator: 'ann', decisions: 1 }], agreement: null },
    grades: { baseline: { 0: 1 as const } },
  };
  const report = parseReport(writeReport({ ...sampleReport, human: [human] }));
  expect(gradesIn(report)[0]).toEqual({
    id: 'baseline/0',
    variant: 'baseline',
    grades: { rules: 3, people: 1 },
  });
  expect([isGraded(report), isGraded(sampleReport)]).toEqual([true, false]);
});
