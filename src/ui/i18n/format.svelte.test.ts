import { afterEach, expect, test } from 'vitest';
import type { Unit } from '../../evaluate/figure';
import { formatMetric, percent } from './format';
import { formatFigure } from './format-figure';
import { number, setLanguage } from './i18n.svelte';

afterEach(() => setLanguage('en'));

test.each(['en', 'zh'] as const)(
  'in %s, numbers below zero have a minus sign, exponents too',
  async (language) => {
    await setLanguage(language);
    expect([number(-1.5), percent(-0.25), formatMetric(-12.34), formatMetric(-1e-7)]).toEqual([
      '−1.5',
      '−25.0%',
      '−12.3',
      '−1E−7',
    ]);
    const units = ['share', 'points', 'perplexity', 'nats', 'difference'] as const satisfies readonly Unit[];
    for (const unit of units) expect(formatFigure(unit, -26.5), unit).toMatch(/^−[\d,.]+%?$/);
  },
);

test('what is rounded to zero has no sign', () => {
  expect([number(-0.0001), formatFigure('difference', -0.01)]).toEqual(['0', '0']);
});
