/** Files from other tools: what fits is used, and everything else is listed with its reason. */
import { describe, expect, test } from 'vitest';
import type { AnchorAnswer } from '../tasks/anchors';
import { evaluationBallots } from './crowd-kit/ballots';
import { readCrowdKit } from './crowd-kit/read';
import { anchorForm, evaluationForm, languageForm } from './forms';
import { anchorStudio } from './label-studio/anchors';
import { evaluationStudio } from './label-studio/evaluation';
import { languageStudio } from './label-studio/language';
import { readLabelStudio } from './label-studio/read';
import { rejectionReasons, type RejectedAnswer } from './rejected';
import { sampleAnchors, sampleEvaluation, sampleLanguage } from './sample';
import { readToloka } from './toloka/read';

const reasons = (rejected: readonly RejectedAnswer[]): string[] =>
  rejected.map(({ where, reason }) => `${where}: ${reason}`);

function span(start: number, end: number, text: string | null, more: object = {}) {
  const value = { start, end, labels: ['ANCHOR'], ...(text === null ? {} : { text }) };
  return { id: `${start}`, from_name: 'label', to_name: 'text', type: 'labels', value, ...more };
}

const text = '😀 Maelis lit 湖灯镇. Nib slept.';
const spansOf = (answer: AnchorAnswer | undefined): string[] =>
  (answer?.spans ?? []).map(({ start, end, status }) => `${text.slice(start, end)} ${status}`);

describe('Label Studio', () => {
  const read = (tasks: unknown) => readLabelStudio(anchorStudio, [], JSON.stringify(tasks));

  test('offsets in UTF-16 units and in code points', () => {
    const { decisions, rejected, items } = read([
      {
        id: 1,
        data: { text },
        annotations: [{ completed_by: 7, result: [span(3, 9, 'Maelis'), span(14, 17, '湖灯镇')] }],
      },
      {
        id: 2,
        data: { text: `${text} ` },
        annotations: [{ completed_by: 7, result: [span(2, 8, 'Maelis'), span(13, 16, '湖灯镇')] }],
      },
    ]);
    expect(rejected).toEqual([]);
    expect(decisions.map(({ answer }) => spansOf(answer))).toEqual([
      ['Maelis added', '湖灯镇 added'],
      ['Maelis added', '湖灯镇 added'],
    ]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(2);
  });

  test('annotators as a number, an object, or missing; cancelled annotations; a golden one', () => {
    const result = [span(3, 9, 'Maelis')];
    const { decisions, rejected, items, skipped } = read([
      {
        id: 41,
        data: { text },
        annotations: [
          { completed_by: 7, result },
          { completed_by: { id: 8, email: 'ann@example.org', first_name: 'Ann' }, result, lead_time: 3.5 },
          { completed_by: { id: 9 }, result },
          { completed_by: 7, result: [] },
          { completed_by: 10, was_cancelled: true, result },
          { result },
          { completed_by: 11, ground_truth: true, result },
          'nonsense',
        ],
      },
    ]);
    expect(
      decisions.map(({ annotator, leadTime, answer }) => [annotator, leadTime, spansOf(answer)]),
    ).toEqual([
      ['7', null, []],
      ['ann@example.org', 3.5, ['Maelis added']],
      ['9', null, ['Maelis added']],
    ]);
    expect(skipped).toEqual([{ where: 'task 41, annotation 5', why: 'cancelled' }]);
    expect(spansOf(items[0]?.golden ?? undefined)).toEqual(['Maelis added']);
    expect(reasons(rejected)).toEqual([
      'task 41, annotation 1: superseded',
      'task 41, annotation 6: no-annotator',
      'task 41, annotation 8: unreadable',
    ]);
  });

  test.each([
    ['another text', span(3, 9, 'Orrin'), 'offsets'],
    ['outside the text', span(0, 900, 'Maelis'), 'offsets'],
    ['an overlap', span(5, 12, 'elis li'), 'overlap'],
    ['another control', span(19, 22, 'Nib', { from_name: 'ner' }), 'wrong-name'],
    ['another type', span(19, 22, 'Nib', { type: 'rectanglelabels' }), 'wrong-type'],
    [
      'another label',
      span(19, 22, 'Nib', { value: { start: 19, end: 22, text: 'Nib', labels: ['VERB'] } }),
      'unknown-label',
    ],
    ['no label', span(19, 22, 'Nib', { value: { start: 19, end: 22, text: 'Nib' } }), 'unknown-label'],
    [
      'an offset as text',
      span(19, 22, 'Nib', { value: { start: '19', text: 'Nib', labels: ['ANCHOR'] } }),
      'unreadable',
    ],
    ['a kind without its span', span(19, 22, 'Nib', { from_name: 'kind', type: 'choices' }), 'incomplete'],
    ['another shape', { hello: 'world' }, 'unreadable'],
  ])(
    'a span with %s makes its annotation no answer, older ones of its annotator neither',
    (_, bad, reason) => {
      const whole = [span(3, 9, 'Maelis')];
      const { decisions, rejected } = read([
        {
          id: 3,
          data: { text },
          annotations: [
            { completed_by: 7, result: [...whole, bad] },
            {
              completed_by: 7,
              created_at: '2020-01-01T00:00:00Z',
              updated_at: null,
              result: [...whole, bad],
            },
            { completed_by: 8, created_at: '2026-01-02T00:00:00Z', result: [...whole, bad] },
            { completed_by: 8, created_at: '2026-01-01T00:00:00Z', result: whole },
            { completed_by: 9, result: whole },
          ],
        },
      ]);
      expect(decisions.map(({ annotator, answer }) => [annotator, ...spansOf(answer)])).toEqual([
        ['9', 'Maelis added'],
      ]);
      expect(reasons(rejected)).toEqual([
        `task 3, annotation 1: ${reason}`,
        `task 3, annotation 2: ${reason}`,
        `task 3, annotation 3: ${reason}`,
        'task 3, annotation 4: superseded',
      ]);
      expect(rejected.every((one) => rejectionReasons.includes(one.reason))).toBe(true);
    },
  );

  test('missing texts and wrong ids', () => {
    const { items } = sampleAnchors();
    const tasks = [
      { id: 1, data: {} },
      { id: 2, data: { item_id: 'block-77' } },
      { id: 3, data: { item_id: 'block-1', text: 'another text' } },
      {
        id: 4,
        data: { item_id: 'block-1' },
        annotations: [{ completed_by: 7, result: [span(0, 3, '湖灯镇')] }],
      },
      { id: 5, data: { text: items[2]?.data.text }, annotations: [{ completed_by: 7, result: [] }] },
      7,
    ];
    const { decisions, rejected } = readLabelStudio(anchorStudio, items, JSON.stringify(tasks));
    expect(reasons(rejected)).toEqual([
      'task 1: missing-text',
      'task 2: unknown-item',
      'task 3: other-text',
      'task 6: unreadable',
    ]);
    expect(decisions.map(({ item }) => item)).toEqual(['block-1', 'block-2']);
  });

  test('choices of the other interfaces', () => {
    const said = (name: string, type: string, value: object) => ({
      from_name: name,
      to_name: 'completion',
      type,
      value,
    });
    const annotate = (...results: object[]) =>
      results.map((result, i) => ({ completed_by: i + 1, result: [result] }));
    const evaluated = readLabelStudio(
      evaluationStudio,
      sampleEvaluation().items,
      JSON.stringify([
        {
          id: 1,
          data: { item_id: 'e1' },
          annotations: annotate(
            said('grade', 'choices', { choices: ['2'] }),
            said('agreement', 'choices', { choices: ['agree'] }),
            said('agreement', 'choices', { choices: ['disagree'] }),
            said('grade', 'choices', { choices: ['5'] }),
            said('grade', 'rating', { rating: 2 }),
          ),
        },
      ]),
    );
    expect(evaluated.decisions.map(({ answer }) => answer.grade)).toEqual([2, 3]);
    expect(evaluated.rejected.map(({ reason }) => reason)).toEqual([
      'incomplete',
      'unknown-label',
      'wrong-type',
    ]);
    const checked = readLabelStudio(
      languageStudio,
      sampleLanguage().items,
      JSON.stringify([
        {
          id: 1,
          data: { item_id: 'q2' },
          annotations: annotate(said('better', 'textarea', { text: [' 灯'] })),
        },
      ]),
    );
    expect(checked.decisions.map(({ answer }) => answer)).toEqual([
      { verdict: 'incorrect', replacement: ' 灯' },
    ]);
  });

  test('a file that is not a list of tasks is refused as a whole', () => {
    expect(() => readLabelStudio(anchorStudio, [], '{"id": 1}')).toThrow(
      'Label Studio JSON: expected a list of tasks',
    );
    expect(() => readLabelStudio(anchorStudio, [], 'PK')).toThrow('Label Studio JSON');
  });
});

test('Toloka: only submitted or approved assignments count, and CRLF is allowed', () => {
  const tsv = [
    'INPUT:prompt\tINPUT:completion\tOUTPUT:verdict\tOUTPUT:replacement\tASSIGNMENT:worker_id\tASSIGNMENT:status',
    'He lit the\t lamp\tcorrect\t\tw1\tAPPROVED',
    'He lit the\t lamp\tincorrect\t 灯\tw2\tSUBMITTED',
    'He lit the\t lamp\tcorrect\t\tw3\tREJECTED',
    'He lit the\t lamp\tmaybe\t\tw4\tAPPROVED',
    'He lit the\t lamp\tcorrect\t\t\tAPPROVED',
    '\t\tcorrect\t\tw5\tAPPROVED',
  ].join('\r\n');
  const { items, decisions, rejected } = readToloka(languageForm, [], tsv);
  expect(items).toHaveLength(1);
  expect(decisions.map(({ annotator, answer }) => [annotator, answer.verdict, answer.replacement])).toEqual([
    ['w1', 'correct', null],
    ['w2', 'incorrect', ' 灯'],
  ]);
  expect(reasons(rejected)).toEqual([
    'line 4: not-submitted',
    'line 5: unknown-label',
    'line 6: no-annotator',
    'line 7: missing-text',
  ]);
});

test('Toloka: spans as JSON, and a cell that is not JSON', () => {
  const cell = JSON.stringify([{ start: 2, end: 8, text: 'Maelis' }]).replaceAll('"', '""');
  const tsv = `INPUT:text\tOUTPUT:spans\tASSIGNMENT:worker_id\n${text}\t"${cell}"\tw1\n${text}\tMaelis\tw2\n`;
  const { decisions, rejected } = readToloka(anchorForm, [], tsv);
  expect(decisions.map(({ answer }) => spansOf(answer))).toEqual([['Maelis added']]);
  expect(reasons(rejected)).toEqual(['line 3: unreadable']);
});

test('Crowd-Kit: unknown tasks and labels, missing columns', () => {
  const { items } = sampleEvaluation();
  const csv = 'label,worker,task\n3,ann,e1\n7,ben,e1\n1,,e1\n2,ann,e77\n2,ann,e1\n,cy,e1\n';
  const { decisions, rejected } = readCrowdKit(evaluationBallots, items, csv);
  expect(decisions.map(({ annotator, answer }) => [annotator, answer.grade])).toEqual([['ann', 2]]);
  expect(reasons(rejected)).toEqual([
    'line 4: no-annotator',
    'line 5: unknown-item',
    'line 7: incomplete',
    'line 3: unknown-label',
    'line 2: duplicate',
  ]);
  expect(() => readCrowdKit(evaluationBallots, items, 'task;worker;label\n')).toThrow(
    'Crowd-Kit CSV: expected a column',
  );
});

test('an evaluation item does not reveal the variant of its completion', () => {
  const data = { prompt: 'p', completion: 'c', references: [], voice: 'unlearned' };
  expect(JSON.stringify(evaluationForm.fieldsOf(data))).not.toContain('unlearned');
});
