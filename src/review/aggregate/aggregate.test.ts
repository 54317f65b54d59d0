import { describe, expect, test } from 'vitest';
import { advise } from './advice';
import { alphaNominal, alphaOrdinal } from './alpha';
import { dawidSkene, oneCoinDawidSkene } from './dawid-skene';
import { majority } from './majority';
import { qualityOf } from './quality';
import type { Vote } from './vote';

/** Votes from rows "task: worker=label worker=label". */
function votes(...rows: string[]): Vote[] {
  return rows.flatMap((row) => {
    const [task = '', answers = ''] = row.split(': ');
    return answers.split(' ').map((answer) => {
      const [worker = '', label = ''] = answer.split('=');
      return { task, worker, label };
    });
  });
}

test('a tie goes to the label that sorts first', () => {
  expect(majority(votes('a: x=no y=yes', 'b: y=yes x=no')).winners).toEqual(new Map([['a', 'no'], ['b', 'no']])); // prettier-ignore
});

test('golden answers are pinned against any votes, even with a label that no worker gave', () => {
  const given = votes('a: x=1 y=1 z=1', 'b: x=2 y=1 z=2');
  for (const aggregate of [majority, dawidSkene, oneCoinDawidSkene]) {
    expect(aggregate(given, new Map([['a', '3'], ['unasked', '1']])).winners.get('a')).toBe('3'); // prettier-ignore
  }
});

test('no votes, no answers', () => {
  for (const aggregate of [majority, dawidSkene, oneCoinDawidSkene]) {
    expect(aggregate([]).winners.size).toBe(0);
  }
});

test('Dawid–Skene trusts a worker who usually agrees with the others over one who never does', () => {
  const rows = [1, 0, 1, 0, 1, 0, 1, 0].map((k, i) => `t${i}: a=${k} b=${k} c=${1 - k}`);
  const { winners, skills } = dawidSkene(votes(...rows, 'last: a=1 c=0'));
  expect(winners.get('last')).toBe('1');
  expect(skills.get('a')).toBeGreaterThan(0.9);
});

describe('alpha', () => {
  const mixed = votes('x: a=yes b=yes', 'y: a=no b=no', 'z: a=yes b=no');

  test('of the example in the paper', () => {
    expect(alphaNominal(mixed)).toBeCloseTo(0.4444444444, 9);
  });

  test('is null if no question has two answers, 1 if all answers are equal', () => {
    expect(alphaNominal(votes('x: a=yes', 'y: b=no'))).toBeNull();
    expect(alphaNominal(votes('x: a=yes b=yes'))).toBe(1);
  });

  test('penalises neighbouring grades less than distant ones', () => {
    const scale = ['0', '1', '2', '3'];
    const same = ['p: a=0 b=0', 'q: a=1 b=1', 'r: a=2 b=2', 's: a=3 b=3'];
    const near = alphaOrdinal(votes(...same, 't: a=0 b=1'), scale) ?? NaN;
    const far = alphaOrdinal(votes(...same, 't: a=0 b=3'), scale) ?? NaN;
    expect(near).toBeGreaterThan(far);
  });
});

test('quality counts golden answers and agreement with the majority', () => {
  const given = votes('a: x=1 y=1 z=2', 'b: x=1 y=1 z=1');
  expect(qualityOf(given, new Map([['a', '2']]))).toEqual([
    { worker: 'x', votes: 2, golden: { asked: 1, right: 0 }, accuracy: 0, agreement: 1 },
    { worker: 'y', votes: 2, golden: { asked: 1, right: 0 }, accuracy: 0, agreement: 1 },
    { worker: 'z', votes: 2, golden: { asked: 1, right: 1 }, accuracy: 1, agreement: 0.5 },
  ]);
  expect(qualityOf(given)[0]?.accuracy).toBeNull();
});

describe('advice', () => {
  const rows = (n: number): string[] => Array.from({ length: n }, (_, i) => `t${i}: a=0 b=1 c=0`);

  test('full Dawid–Skene from K² shared votes of each worker', () => {
    expect(advise(votes(...rows(16)), 4)).toEqual({ method: 'dawid-skene', tooFew: {} });
  });

  test('one coin below that, listing the workers with too few', () => {
    const { method, tooFew } = advise(votes(...rows(15)), 4);
    expect(method).toBe('one-coin');
    expect(tooFew['dawid-skene']).toContainEqual({ worker: 'b', has: 15, needs: 16 });
  });

  test('majority for two workers, or for workers with no shared question', () => {
    expect(advise(votes('a: x=1 y=0'), 2).method).toBe('majority');
    expect(advise(votes('a: x=1', 'b: y=1', 'c: z=1'), 2).method).toBe('majority');
  });
});
