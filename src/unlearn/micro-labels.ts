/** Label records of random logits, for tests. */
import { prng, type Prng } from '../base/prng';
import type { Reason } from '../text/translate';
import { alphaEnvelope, packEnvelopes } from './alpha-envelope';
import { otherLogits } from './other-logits';
import { labelsAt, type LabelRecord, type Labels, type Top } from './record';
import { defaultSettings } from '../methods/settings';

/** The paper's α, which the fixtures were made with. */
const settings = { ...defaultSettings, alpha: 5 };

const V = 48;
const K = 10;

/** Two blocks of ten tokens, each with an anchor term of two tokens that occurs twice, and a block without labels. */
export function microLabels(seed = 1): Labels {
  const random = prng(seed);
  return {
    origin: {
      variant: 'paper',
      settings,
      hashes: { model: 'a'.repeat(64), world: 'b'.repeat(64) },
    },
    vocabulary: Array.from({ length: V }, (_, id) => (id === 5 ? ' said, "no"' : `t${id}`)),
    blocks: [named(random), named(random), silent()],
  };
}

function named(random: Prng): LabelRecord {
  const mapping = Int32Array.of(0, 1, -1, 2, 3, 4, -1, -1, 6, -1);
  const reasons: (Reason | null)[] = [
    null,
    null,
    'anchor',
    null,
    null,
    null,
    'repeat',
    'anchor',
    null,
    'end',
  ];
  const rows = Array.from({ length: 6 }, () => {
    const baseline = Float32Array.from({ length: V }, () => 3 * random.normal());
    const reinforced = baseline.map((x) => x + random.normal());
    const { alpha } = settings;
    return {
      baseline,
      reinforced,
      generic: baseline.map((g, id) => g - alpha * Math.max((reinforced[id] ?? 0) - g, 0)),
    };
  });
  const positions = rows.map((row) => ({ ...row, segments: alphaEnvelope(row.baseline, row.reinforced) }));
  const envelope = packEnvelopes(positions.map(({ segments }) => segments));
  const tops = {
    baseline: topOf(rows.map((row) => row.baseline)),
    reinforced: topOf(rows.map((row) => row.reinforced)),
  };
  return {
    ids: Int32Array.of(1, 5, 30, 31, 6, 7, 8, 30, 31, 9),
    labels: labelsAt({ mapping, envelope }, settings.alpha),
    translated: Int32Array.of(1, 5, 40, 6, 7, 8, 40, 9),
    mapping,
    reasons,
    sentences: [],
    anchors: [
      { term: 'Bea', start: 2, length: 2 },
      { term: 'Bea', start: 7, length: 2 },
    ],
    forbidden: [
      { id: 40, from: 2 },
      { id: 41, from: 2 },
    ],
    ...tops,
    generic: topOf(rows.map((row) => row.generic)),
    others: otherLogits(positions, tops),
    envelope,
  };
}

function silent(): LabelRecord {
  const none = topOf([]);
  return {
    ids: Int32Array.of(30, 31),
    labels: Int32Array.of(-100, -100),
    translated: Int32Array.of(40),
    mapping: Int32Array.of(-1, -1),
    reasons: ['anchor', 'end'],
    sentences: [],
    anchors: [{ term: 'Cab & Co', start: 0, length: 2 }],
    forbidden: [],
    baseline: none,
    reinforced: none,
    generic: none,
    others: otherLogits([], { baseline: none, reinforced: none }),
    envelope: packEnvelopes([]),
  };
}

function topOf(rows: readonly Float32Array[]): Top {
  const order = rows.map((row) =>
    [...row.keys()].sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b).slice(0, K),
  );
  return {
    ids: Int32Array.from(order.flat()),
    logits: Float32Array.from(order.flatMap((ids, i) => ids.map((id) => rows[i]?.[id] ?? 0))),
    logSum: Float32Array.from(rows, (row) => Math.log(row.reduce((sum, x) => sum + Math.exp(x), 0))),
  };
}
