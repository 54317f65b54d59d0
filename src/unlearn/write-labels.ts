/** Label records → the bytes of a file; see label-format.ts. */
import { largest } from '../base/extremes';
import { writeContainer, type StoredTensor } from '../files/tensor-container';
import { IGNORED } from '../model/train-batch';
import { doubleColumn, floatColumn, wholeColumn } from './columns';
import { FORMAT, reasonNumbers, sides } from './label-format';
import { countsOf } from './ragged';
import { supervised, type LabelRecord, type Labels, type Top } from './record';

export function writeLabels({ origin, vocabulary, blocks, opening }: Labels): Uint8Array {
  const terms = [...new Set(blocks.flatMap(({ anchors }) => anchors.map(({ term }) => term)))];
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const whole = (of: (block: LabelRecord) => Iterable<number>, width = 1): StoredTensor =>
    wholeColumn(blocks.map(of), width);
  const columns: Record<string, StoredTensor> = {
    sizes: whole(
      (one) => [one.ids.length, one.translated.length, one.forbidden.length, one.anchors.length],
      4,
    ),
    ids: whole(({ ids }) => ids),
    translated: whole(({ translated }) => translated),
    mapping: whole(({ mapping }) => mapping),
    reasons: whole(({ reasons }) => reasons.map((reason) => (reason ? reasonNumbers[reason] : 0))),
    labels: whole(({ mapping, labels }) => supervised({ mapping }).map((i) => labels[i] ?? IGNORED)),
    'anchors.start': whole(({ anchors }) => anchors.map(({ start }) => start)),
    'anchors.length': whole(({ anchors }) => anchors.map(({ length }) => length)),
    'anchors.term': whole(({ anchors }) => anchors.map(({ term }) => numbers.get(term) ?? 0)),
    sentences: whole(({ sentences }) => [sentences.length]),
    'sentences.start': whole(({ sentences }) => sentences.map(({ start }) => start)),
    'sentences.length': whole(({ sentences }) => sentences.map(({ length }) => length)),
    'forbidden.ids': whole(({ forbidden }) => forbidden.map(({ id }) => id)),
    'forbidden.from': whole(({ forbidden }) => forbidden.map(({ from }) => from)),
    segments: whole(({ envelope }) => countsOf(envelope.starts)),
    'segments.from': doubleColumn(blocks.map(({ envelope }) => envelope.from)),
    'segments.ids': whole(({ envelope }) => envelope.ids),
  };
  for (const side of sides) {
    const tops = blocks.map((block) => block[side]);
    const k = largest(tops.map(width), 1);
    columns[`${side}.ids`] = whole((block) => block[side].ids, k);
    columns[`${side}.logits`] = floatColumn(tops.map(({ logits }) => logits), k); // prettier-ignore
    columns[`${side}.logSum`] = floatColumn(tops.map(({ logSum }) => logSum));
  }
  const others = blocks.flatMap((block) => block.others ?? []);
  if (others.length === blocks.length) {
    const k = largest(
      blocks.map(({ baseline }) => width(baseline)),
      1,
    );
    columns['other.baseline'] = floatColumn(others.map(({ baseline }) => baseline), k); // prettier-ignore
    columns['other.reinforced'] = floatColumn(others.map(({ reinforced }) => reinforced), k); // prettier-ignore
    columns.others = wholeColumn(others.map(({ more }) => countsOf(more.starts)));
    columns['others.ids'] = wholeColumn(others.map(({ more }) => more.ids));
    columns['others.baseline'] = floatColumn(others.map(({ more }) => more.baseline));
    columns['others.reinforced'] = floatColumn(others.map(({ more }) => more.reinforced));
  }
  const metadata = {
    format: FORMAT,
    origin: JSON.stringify(origin),
    vocabulary: JSON.stringify(vocabulary),
    terms: JSON.stringify(terms),
    ...(opening ? { opening: JSON.stringify(opening) } : {}),
    ...(blocks.some(({ human }) => human)
      ? { human: JSON.stringify(blocks.map(({ human }) => human ?? [])) }
      : {}),
  };
  return writeContainer({ metadata, tensors: new Map(Object.entries(columns)) });
}

/** k; 0 if no position is supervised. */
function width({ ids, logSum }: Top): number {
  return logSum.length === 0 ? 0 : ids.length / logSum.length;
}
