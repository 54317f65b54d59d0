import { describe, expect, test } from 'vitest';
import { microLabels } from '../../unlearn/micro-labels';
import { decide, startReview, type Decision } from '../review';
import type { LanguageAnswer } from '../tasks/language';
import { countDoubtful, doubtful, doubtKinds, doubtsIn } from './doubts';
import { languageItems } from './items';
import { asContinuation, overridesFrom } from './overrides';

const labels = microLabels();
const doubts = doubtsIn(labels);

describe('doubtful positions', () => {
  test('are all those with a label, and the most doubtful come first', () => {
    expect(doubts).toHaveLength(12);
    const sorted = doubtful(doubts, 'probability', 1).map(({ probability }) => probability);
    expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
  });

  test.each(doubtKinds)('by %s: the count is the length of the list', (kind) => {
    for (const threshold of [0, 0.1, 0.3, 1]) {
      expect(countDoubtful(doubts, kind, threshold)).toBe(doubtful(doubts, kind, threshold).length);
    }
  });

  test('flipped ones are those where the label is not the baseline’s choice', () => {
    for (const { block, position, row, isFlipped } of doubts) {
      const record = labels.blocks[block];
      expect(record && record.labels[position] !== record.baseline.ids[row * 10]).toBe(isFlipped);
    }
  });
});

describe('questions', () => {
  const items = languageItems(labels, doubts);

  test('propose the label after the translated context, among five', () => {
    expect(items).toHaveLength(12);
    const second = items[1];
    const record = labels.blocks[0];
    expect(second?.id).toBe('0:1');
    expect(second?.data.prompt).toBe('t1 said, "no"');
    expect(second?.data.completion).toBe(`t${record?.labels[1]}`);
    expect(new Set(second?.data.options.map(({ text }) => text)).size).toBe(5);
    expect(second?.data.options[0]?.text).toBe(second?.data.completion);
  });

  test('become labels: confirmed, replaced by a token or a word’s first token, or none', () => {
    const says = (item: string, answer: LanguageAnswer): Decision<LanguageAnswer> => ({
      ...{ item, answer, annotator: 'ann', role: 'annotator', reason: null },
      ...{ comment: '', leadTime: null, at: null },
    });
    const review = decide(startReview(items), [
      says('0:0', { verdict: 'correct', replacement: null }),
      says('0:1', { verdict: 'incorrect', replacement: 't9' }),
      says('0:3', { verdict: 'incorrect', replacement: 'lantern' }),
      says('0:4', { verdict: 'incorrect', replacement: null }),
      says('1:0', { verdict: 'unsure', replacement: null }),
    ]);
    const overrides = overridesFrom(review, 'majority', labels, () => Int32Array.of(17, 18));
    expect(overrides.map(({ block, position, label }) => [block, position, label])).toEqual([
      [0, 0, null],
      [0, 1, 9],
      [0, 3, 17],
      [0, 4, -100],
    ]);
    expect(overrides[0]?.by).toEqual(['ann']);
    expect(overridesFrom(review, 'majority', labels, null)[2]?.label).toBe(-100);
  });
});

test('a typed word begins with a space if the proposed one does', () => {
  expect(asContinuation('lamp', ' fire')).toBe(' lamp');
  expect(asContinuation(' lamp', ' fire')).toBe(' lamp');
  expect(asContinuation('灯', '火')).toBe('灯');
  expect(asContinuation('', ' fire')).toBe('');
});
