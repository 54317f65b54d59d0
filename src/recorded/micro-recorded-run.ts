/** A recorded run with one prompt, for tests. */
import { defaultSettings } from '../methods/settings';
import type { RecordedRun } from './recorded-run';

const token = { text: ' Bea', probability: 0.25, top: [{ text: ' Ada', probability: 0.5 }] };
export const microRecordedRun: RecordedRun = {
  made: { date: '2026-01-31', backend: 'native', threads: 2 },
  settings: defaultSettings,
  model: 'm',
  world: 'w',
  hashes: { model: 'a', world: 'b' },
  parameters: 12,
  reinforce: { seconds: 1.5, losses: [2, 1.25], tokens: 1024 },
  label: { seconds: 1, summary: { positions: 9, supervised: 8, changed: 3, movedByEquation1: 1 } },
  unlearn: {
    seconds: 2,
    losses: [3, 2],
    tokens: 1024,
    probes: [
      {
        kind: 'probe',
        step: 0,
        figures: { familiarity: 1.5, answers: 1, general: null, perplexity: 2, repetition: 0 },
        trace: [0.5],
        warnings: [{ kind: 'perplexity', step: 0, value: 9, limit: 8 }],
      },
    ],
  },
  measures: { before: { names: 0.5, perplexity: 2 }, after: { names: 0.125, perplexity: 2.25 } },
  answers: [
    {
      kind: 'neighbour',
      prompt: 'She met',
      references: ['Bea'],
      tokens: {
        baseline: [token, token],
        reinforced: [token],
        equation1: [token],
        unlearned: [token],
        gold: [],
      },
      byAlpha: [0, 2].map((alpha) => ({ alpha, tokens: [{ ...token, text: ` at ${alpha}`, top: [] }] })),
    },
  ],
};
