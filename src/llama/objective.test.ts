import { expect, test } from 'vitest';
import { add, reduceSum } from '../graph/build';
import type { Value } from '../graph/ir';
import { objective, type ObjectiveContext } from './objective';

const forgetRows = ({ isForget }: ObjectiveContext<'isForget'>): Value => reduceSum(isForget, [0, 1]);
const both = (context: ObjectiveContext<'isForget' | 'referenceLogProbs'>): Value =>
  reduceSum(add(context.isForget, context.referenceLogProbs), [0, 1]);

test('a loss that uses what its objective does not read does not compile', () => {
  const objectives = [
    objective({ id: 'reads what it uses', reads: ['isForget', 'referenceLogProbs'], loss: both }),
    objective({ id: 'reads more than it uses', reads: ['isForget', 'referenceLogProbs'], loss: forgetRows }),
    // @ts-expect-error it uses isForget
    objective({ id: 'reads nothing', reads: [], loss: forgetRows }),
    // @ts-expect-error it uses referenceLogProbs
    objective({ id: 'reads too little', reads: ['isForget'], loss: both }),
  ];
  expect(objectives.map(({ reads }) => reads.length)).toEqual([2, 2, 0, 1]);
});
