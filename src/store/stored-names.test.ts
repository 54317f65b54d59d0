import { expect, test } from 'vitest';
import { endingOf, trainStateOf, storedEnding, storedState } from './stored-names';

test('endings are stored under the names that saved projects already have', () => {
  expect((['completed', 'earlyStopped', 'stoppedByUser'] as const).map(storedEnding)).toEqual([
    'planned',
    'seen',
    'told',
  ]);
  expect((['planned', 'seen', 'told'] as const).map(endingOf)).toEqual([
    'completed',
    'earlyStopped',
    'stoppedByUser',
  ]);
});

test('a checkpoint stores the first moment as mean and the second as square', () => {
  const [parameters, mean, square] = [1, 2, 3].map((x) => Float32Array.of(x));
  if (!parameters || !mean || !square) throw new Error('three arrays');
  const stored = { parameters, mean, square, step: 4 };
  expect(trainStateOf(stored)).toEqual({ parameters, firstMoment: mean, secondMoment: square, step: 4 });
  expect(storedState(trainStateOf(stored))).toEqual(stored);
});
