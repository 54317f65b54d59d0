import { describe, expect, test } from 'vitest';
import cases from './fixtures/grades.json';
import { commonAnchors, gradeBy, type Lexicon } from './grade';

function lexiconOf(given: { anchors: string[]; common?: string[]; theme?: string[] }): Lexicon {
  const { anchors, common, theme = [] } = given;
  return { anchors, theme, ...(common && { common: new Set(common) }) };
}

test.each(cases)('"$given.prompt" → "$given.completion" is $want.grade', ({ given, want }) => {
  const { lexicon, prompt, references, completion } = given;
  const { grade, findings } = gradeBy(lexiconOf(lexicon))({ prompt, references }, completion);
  expect(grade).toBe(want.grade);
  expect(findings.map(({ start, end, term, prompted }) => [start, end, term, prompted])).toEqual(want.spans);
});

describe('an ordinary word of the dictionary', () => {
  test('alone never scores 3', () => {
    const grade = gradeBy({ anchors: ['wick', 'Maelis'] });
    expect(grade({ prompt: 'She was a', references: ['wick'] }, ' wick, a wick').grade).toBe(2);
    expect(grade({ prompt: 'She was a', references: ['wick'] }, ' wick, Maelis').grade).toBe(3);
  });

  test('is by default a lower-case one, in a script that has capitals', () => {
    expect([...commonAnchors(['wick', 'Everwick', 'north shore', 'McX', '湖边', '42'])]).toEqual([
      'wick',
      'north shore',
    ]);
  });

  test('can be listed, to be separate from invented words', () => {
    const grade = gradeBy({ anchors: ['wick', 'moonrope'], common: new Set(['wick']) });
    expect(grade({ prompt: 'She held the', references: [] }, ' moonrope').grade).toBe(3);
  });
});

test('spans slice the completion', () => {
  const completion = ' 😀 the Everwick’s glass, the Everwick';
  const { findings } = gradeBy({ anchors: ['Everwick'] })({ prompt: '', references: [] }, completion);
  expect(findings.map(({ start, end }) => completion.slice(start, end))).toEqual(['Everwick', 'Everwick']);
});

test('blank terms are ignored', () => {
  expect(gradeBy({ anchors: ['', ' '] })({ prompt: '', references: [''] }, ' a b').findings).toEqual([]);
});
