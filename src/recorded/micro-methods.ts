/** A comparison of methods for tests; its figures are made up. */
import { settingsFor } from '../methods/settings';
import type { RecordedMethods } from './recorded-methods';

const figures = { answers: 0.1, sayings: 0.2, neighbour: 0.9, general: 0.8, perplexity: 2.5 };

export const microMethods: RecordedMethods = {
  model: 'models/base',
  world: 'worlds/marrowmere',
  guessing: 0.25,
  baseline: { answers: 1, sayings: 0.8, neighbour: 0.95, general: 0.9, perplexity: 2 },
  runs: (['npo', 'rmu'] as const).flatMap((method) =>
    [1, 2].map((seed) => ({
      method,
      seed,
      settings: { ...settingsFor(method), seed },
      trials: 12,
      tokens: 1024,
      seconds: 3,
      figures: method === 'rmu' && seed === 2 ? null : { ...figures, answers: seed / 10 },
    })),
  ),
};
