import { expect, test } from 'vitest';
import { sampleReport } from '../evaluate/fixtures/report';
import { figureIn } from '../evaluate/figures';
import { cardFigures } from './card-figures';

test('of a report, every figure that both models have', () => {
  const figures = cardFigures(null, sampleReport);
  expect(figures.length).toBeGreaterThan(0);
  const familiarity = figures.find(({ title }) => title === 'Completion familiarity');
  expect(familiarity).toMatchObject({
    before: figureIn(sampleReport, 'familiarity', 'baseline'),
    after: figureIn(sampleReport, 'familiarity', 'unlearned'),
  });
});

test('without either, none', () => {
  expect(cardFigures(null, null)).toEqual([]);
});
