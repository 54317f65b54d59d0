import { expect, test } from 'vitest';
import cases from './fixtures/probability-familiarity.json';
import { near } from './fixtures/near';
import { familiarMass, probabilityFamiliarity } from './probability-familiarity';

test.each(cases)('of $given.length prompts', ({ given, want }) => {
  const got = probabilityFamiliarity(given.map((item) => familiarMass(item.probabilities, item)));
  expect(got).toEqual(
    want && {
      familiar: near(want.familiar),
      generic: near(want.generic),
      share: near(want.share),
    },
  );
});
