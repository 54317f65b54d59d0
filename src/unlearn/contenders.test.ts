import { expect, test } from 'vitest';
import { settingFields } from '../methods/settings';
import { prng } from '../base/prng';
import { labelAt, alphaEnvelope } from './alpha-envelope';
import { contendersAt } from './contenders';
import { microLabels } from './micro-labels';
import { joinOthers, otherLogits } from './other-logits';
import { parseLabels } from './parse-labels';
import { candidates, supervised } from './record';
import { writeLabels } from './write-labels';

const { min, max } = settingFields.alpha;
const labels = microLabels();
const alphas = Array.from({ length: 201 }, (_, i) => min + ((max - min) * i) / 200);

test('at every α the label is the strongest contender, by both its logits', () => {
  for (const block of labels.blocks)
    for (const [row, i] of supervised(block).entries()) {
      const contenders = contendersAt(block, i);
      for (const alpha of alphas) {
        const generic = contenders.map(({ baseline, reinforced }) =>
          baseline === null || reinforced === null
            ? Number.NaN
            : baseline - alpha * Math.max(reinforced - baseline, 0),
        );
        const strongest = contenders[generic.indexOf(Math.max(...generic))];
        expect(strongest?.id).toBe(labelAt(block.envelope, row, alpha));
      }
    }
});

test('the strongest tokens of both models compete, each once', () => {
  const [block] = labels.blocks;
  if (!block) throw new Error('no block');
  const [i = 0] = supervised(block);
  const ids = contendersAt(block, i).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const side of ['baseline', 'reinforced'] as const)
    for (const { id } of candidates(block[side], 0)) expect(ids).toContain(id);
  expect(contendersAt(block, 2)).toEqual([]); // inside an anchor term
});

test('a label among the strongest of neither model has its logits too', () => {
  const random = prng(3);
  const baseline = Float32Array.from({ length: 40 }, (_, id) => (id < 20 ? 5 : 1) + 0.1 * random.uniform());
  const reinforced = baseline.map((logit, id) => (id < 20 ? logit + 4 : logit));
  const position = { baseline, reinforced, segments: alphaEnvelope(baseline, reinforced) };
  const top = { ids: Int32Array.of(0, 1), logits: Float32Array.of(5, 5), logSum: Float32Array.of(9) };
  const { more } = otherLogits([position], { baseline: top, reinforced: top });
  const last = position.segments.at(-1)?.id ?? -1;
  expect(last).toBeGreaterThanOrEqual(20);
  const at = more.ids.indexOf(last);
  expect([more.baseline[at], more.reinforced[at]]).toEqual([baseline[last], reinforced[last]]);
});

test('parts of a block join to the whole', () => {
  const [block] = labels.blocks;
  if (!block?.others) throw new Error('no block');
  const none = otherLogits([], block);
  expect(joinOthers([none, block.others, none])).toEqual(block.others);
});

test('files of earlier versions have one logit of the tokens that only one model has', () => {
  const blocks = labels.blocks.map(({ others: _, ...block }) => block);
  const [block] = parseLabels(writeLabels({ ...labels, blocks }), 'labels').blocks;
  if (!block) throw new Error('no block');
  expect(block.others).toBeUndefined();
  const [i = 0] = supervised(block);
  const halves = contendersAt(block, i).map((one) => [one.baseline, one.reinforced]);
  expect(halves.some((half) => half.includes(null))).toBe(true);
});
