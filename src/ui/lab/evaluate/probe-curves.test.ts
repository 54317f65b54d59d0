import { expect, test } from 'vitest';
import type { ProbeEvent } from '../../../lab/probe-event';
import { probeCurves } from './probe-curves';

const look = (step: number, familiarity: number): ProbeEvent => ({
  kind: 'probe',
  step,
  figures: { familiarity, answers: null, general: null, perplexity: step === 0 ? null : 2, repetition: null },
  trace: [],
  warnings: [],
});

test('measurements become curves over their steps; a metric that was never measured has none', () => {
  expect(probeCurves([look(0, 5), look(50, 1)])).toEqual({
    familiarity: { unlearned: [[0, 5], [50, 1]] },
    perplexity: { unlearned: [[0, null], [50, 2]] },
  }); // prettier-ignore
  expect(probeCurves([])).toEqual({});
});
