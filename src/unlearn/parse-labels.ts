/** The bytes of a file → label records, with every number checked; see label-format.ts. */
import { fail } from '../files/errors';
import { parseJson } from '../base/json';
import { entriesOf } from '../base/records';
import { v, validate } from '../base/schema';
import { readContainer } from '../files/tensor-container';
import { IGNORED } from '../model/train-batch';
import type { Envelopes } from './alpha-envelope';
import { ColumnReader, type Refuse } from './columns';
import { FORMAT, reasonNumbers, type Side } from './label-format';
import { startsOf } from './ragged';
import type { Span } from '../text/span';
import {
  supervised,
  type Anchor,
  type HumanLabel,
  type LabelOrigin,
  type LabelRecord,
  type Labels,
  type OtherLogits,
  type Top,
} from './record';
import { parseSettings } from '../methods/settings';
import { methodVariantOf } from '../methods/variant';

const reasons = new Map(entriesOf(reasonNumbers).map(([reason, number]) => [number, reason]));

const originSchema = v.object({
  settings: v.unknown(),
  hashes: v.object({ model: v.string(), world: v.string() }),
});

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const label = v.union([v.literal(IGNORED), whole]);
const openingSchema = v.nullable(v.object({ block: whole, position: whole, alpha: v.number() }));
const humanLabel = v.object({ position: whole, was: label, label, by: v.array(v.string()) });

/** `path` appears in messages only. @throws LetheError file/invalid, settings/invalid */
export function parseLabels(bytes: Uint8Array, path: string): Labels {
  const refuse: Refuse = (expected, got) => fail('file/invalid', { path, expected, got });
  const { metadata, tensors } = readContainer(bytes, path);
  if (metadata.format !== FORMAT) refuse(`the format ${FORMAT}`, metadata.format ?? 'none');
  const origin = parseOrigin(metadata.origin, refuse);
  const vocabulary = parsePart(v.array(v.string()), metadata.vocabulary, refuse);
  const terms = parsePart(v.array(v.string()), metadata.terms, refuse);
  const human = parsePart(v.array(v.array(humanLabel)), metadata.human ?? '[]', refuse);
  const opening = parsePart(openingSchema, metadata.opening ?? 'null', refuse);
  const columns = new ColumnReader(tensors, refuse);
  const count = columns.length('sizes') / 4;
  if (!Number.isInteger(count)) refuse('four numbers in "sizes" for every block', `${count} blocks`);
  if (human.length > count) refuse(`human labels of ${count} blocks`, String(human.length));
  const blocks = Array.from({ length: count }, (_, block) => {
    const context = { vocabSize: vocabulary.length, terms, refuse };
    const record = readBlock(columns, context);
    const decided = human[block] ?? [];
    checkHuman(decided, record, context);
    return decided.length > 0 ? { ...record, human: decided } : record;
  });
  columns.end();
  if (opening && (blocks[opening.block]?.mapping[opening.position] ?? -1) < 0)
    refuse('an opening where there is a label', `token ${opening.position} of block ${opening.block}`);
  return { origin, vocabulary, blocks, ...(opening ? { opening } : {}) };
}

function parseOrigin(json: string | undefined, refuse: Refuse): LabelOrigin {
  const { settings: stored, ...rest } = parsePart(originSchema, json, refuse);
  const settings = parseSettings(stored);
  return { variant: methodVariantOf(settings), settings, ...rest };
}

function parsePart<const S extends v.GenericSchema>(
  schema: S,
  json: string | undefined,
  refuse: Refuse,
): v.InferOutput<S> {
  const data = parseJson(json ?? '', (expected, got) => refuse(`metadata in ${expected}`, got));
  return validate(schema, data, ({ field, expected, got }) => refuse(`${expected} at ${field}`, got));
}

interface Context {
  readonly vocabSize: number;
  readonly terms: readonly string[];
  readonly refuse: Refuse;
}

/** More than any number that counts something in a block. */
const MANY = 2 ** 24;

function readBlock(columns: ColumnReader, context: Context): LabelRecord {
  const { vocabSize, refuse } = context;
  const [T = 0, translated = 0, forbidden = 0, anchors = 0] = columns.whole('sizes', 4, MANY);
  const mapping = columns.whole('mapping', T, translated, -1);
  const rows = supervised({ mapping });
  const S = rows.length;
  if (!rises(rows.map((i) => mapping[i] ?? -1))) refuse('a mapping that rises', 'one that does not');
  const why = Array.from(columns.whole('reasons', T, reasons.size + 1), (n) => reasons.get(n) ?? null);
  const odd = why.findIndex((reason, i) => (reason === null) !== (mapping[i] ?? -1) >= 0);
  if (odd >= 0) refuse('a reason where there is no label, and only there', `token ${odd}`);
  const chosen = columns.whole('labels', S, vocabSize, IGNORED);
  const labels = new Int32Array(T).fill(IGNORED);
  rows.forEach((i, row) => (labels[i] = chosen[row] ?? IGNORED));
  const forbiddenIds = columns.whole('forbidden.ids', forbidden, vocabSize);
  const forbiddenFrom = columns.whole('forbidden.from', forbidden, MANY);
  return {
    ids: columns.whole('ids', T, vocabSize),
    labels,
    translated: columns.whole('translated', translated, vocabSize),
    mapping,
    reasons: why,
    anchors: readAnchors(columns, anchors, T, context),
    sentences: readSentences(columns, T, refuse),
    forbidden: Array.from(forbiddenIds, (id, f) => ({ id, from: forbiddenFrom[f] ?? 0 })),
    baseline: readTop(columns, 'baseline', S, vocabSize),
    reinforced: readTop(columns, 'reinforced', S, vocabSize),
    generic: readTop(columns, 'generic', S, vocabSize),
    ...(columns.has('other.baseline') ? { others: readOthers(columns, S, context) } : {}),
    envelope: readEnvelope(columns, S, context),
  };
}

/** A reviewer can only have decided about a token that has a label. */
function checkHuman(
  decided: readonly HumanLabel[],
  record: LabelRecord,
  { vocabSize, refuse }: Context,
): void {
  for (const { position, was, label: decision } of decided) {
    if ((record.mapping[position] ?? -1) < 0)
      refuse('human labels where there is a label', `token ${position}`);
    const outside = [was, decision].find((id) => id >= vocabSize);
    if (outside !== undefined) refuse(`human labels below ${vocabSize}`, String(outside));
  }
}

const rises = (numbers: readonly number[]): boolean =>
  numbers.every((x, i) => i === 0 || x > (numbers[i - 1] ?? x));

function readAnchors(columns: ColumnReader, n: number, T: number, { terms, refuse }: Context): Anchor[] {
  const starts = columns.whole('anchors.start', n, T);
  const lengths = columns.whole('anchors.length', n, T + 1, 1);
  const numbers = columns.whole('anchors.term', n, terms.length);
  return Array.from(starts, (start, a) => {
    const length = lengths[a] ?? 1;
    if (start + length > T) refuse(`anchors within ${T} tokens`, `one from ${start} of ${length}`);
    return { term: terms[numbers[a] ?? 0] ?? '', start, length };
  });
}

/** Files of earlier versions have none. */
function readSentences(columns: ColumnReader, T: number, refuse: Refuse): Span[] {
  if (!columns.has('sentences')) return [];
  const [n = 0] = columns.whole('sentences', 1, MANY);
  const starts = columns.whole('sentences.start', n, T);
  const lengths = columns.whole('sentences.length', n, T + 1, 1);
  return Array.from(starts, (start, s) => {
    const length = lengths[s] ?? 1;
    if (start + length > T) refuse(`sentences within ${T} tokens`, `one from ${start} of ${length}`);
    return { start, length };
  });
}

function readTop(columns: ColumnReader, side: Side, S: number, vocabSize: number): Top {
  const k = columns.width(`${side}.ids`);
  return {
    ids: columns.whole(`${side}.ids`, S * k, vocabSize),
    logits: columns.floats(`${side}.logits`, S * k),
    logSum: columns.floats(`${side}.logSum`, S),
  };
}

function readOthers(columns: ColumnReader, S: number, { vocabSize, refuse }: Context): OtherLogits {
  const k = columns.width('baseline.ids');
  const counts = columns.whole('others', S, MANY);
  const all = sumOf(counts, 'others.ids', refuse);
  return {
    baseline: columns.floats('other.baseline', S * k),
    reinforced: columns.floats('other.reinforced', S * k),
    more: {
      starts: startsOf(counts),
      ids: columns.whole('others.ids', all, vocabSize),
      baseline: columns.floats('others.baseline', all),
      reinforced: columns.floats('others.reinforced', all),
    },
  };
}

/** How many numbers a column must have; never more than any file holds. */
function sumOf(counts: Int32Array, column: string, refuse: Refuse): number {
  const sum = counts.reduce((total, one) => total + one, 0);
  if (sum > MANY) refuse(`at most ${MANY} numbers in "${column}"`, String(sum));
  return sum;
}

function readEnvelope(columns: ColumnReader, S: number, { vocabSize, refuse }: Context): Envelopes {
  const counts = columns.whole('segments', S, MANY, 1);
  const all = sumOf(counts, 'segments.from', refuse);
  const starts = startsOf(counts);
  const from = columns.doubles('segments.from', all);
  for (let s = 0; s < S; s++) {
    const own = from.subarray(starts[s], starts[s + 1]);
    const isInOrder = own[0] === 0 && own.every((x, i) => i === 0 || x >= (own[i - 1] ?? x));
    if (!isInOrder) refuse('segments from α = 0 on, in order', `others at supervised token ${s}`);
  }
  return { starts, from, ids: columns.whole('segments.ids', all, vocabSize) };
}
