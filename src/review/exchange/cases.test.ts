/** Files of other tools that must not decide what nobody decided. */
import { expect, test } from 'vitest';
import { anchorItems } from '../anchors/items';
import { dictionaryFrom } from '../anchors/dictionary';
import { startReview } from '../review';
import type { AnchorAnswer, AnchorData } from '../tasks/anchors';
import { languageBallots } from './crowd-kit/ballots';
import { readCrowdKit } from './crowd-kit/read';
import { readDoccano } from './doccano/read';
import { anchorDoccano } from './doccano/tasks';
import { mergeImported, type Imported } from './imported';
import { anchorStudio } from './label-studio/anchors';
import { readLabelStudio } from './label-studio/read';
import type { SpanMapping } from './mapping';
import { sampleAnchors, sampleDraft, sampleLanguage } from './sample';

const reviewOf = (...texts: string[]) =>
  startReview(anchorItems(texts.map((text, i) => ({ text, blockId: `b${i}` })), sampleDraft)); // prettier-ignore

const text = 'Tessa Vane crossed the bridge at Ollbrook. Nobody in Ollbrook knew Tessa Vane.';
const review = reviewOf(text);
const spans = review.items[0]?.suggestion?.answer.spans ?? [];

function outcome(imported: Imported<AnchorData, AnchorAnswer>) {
  const merged = mergeImported(review, imported);
  return {
    decisions: merged.added.decisions,
    dropped: dictionaryFrom(sampleDraft, merged.review, 'majority').dropped,
    unmapped: imported.unmapped ?? null,
    isListed: merged.rejected.length > 0,
  };
}

interface Names {
  readonly control: string;
  readonly labels?: readonly string[];
  readonly shift?: number;
}

/** All suggested spans as an annotation, in the full export and in JSON_MIN. */
const exportsOf = ({ control, labels, shift = 0 }: Names): readonly string[] => {
  const values = spans.map(({ start, end }) => ({
    start: start + shift,
    end: end + shift,
    text: text.slice(start, end),
    ...(labels ? { labels } : {}),
  }));
  const data = { item_id: 'b0', text, block_id: 'b0' };
  const result = values.map((value, i) => ({ id: `r${i}`, from_name: control, to_name: 'text', type: 'labels', origin: 'manual', value })); // prettier-ignore
  const annotation = { completed_by: 4, was_cancelled: false, ground_truth: false, result };
  return [
    JSON.stringify([{ id: 1, data, predictions: [], annotations: [annotation] }]),
    JSON.stringify([{ id: 1, ...data, [control]: values, annotator: 4, annotation_id: 1 }]),
  ];
};

const read = (json: string, mapping: SpanMapping | null = null) =>
  outcome(readLabelStudio(anchorStudio, review.items, json, mapping));

test('F02 spans under another control or label are not votes, and the names are asked for', () => {
  for (const json of exportsOf({ control: 'ner', labels: ['ANCHOR'] })) {
    const unmapped = [{ control: 'ner', label: 'ANCHOR', count: 4 }];
    expect(read(json)).toEqual({ decisions: 0, dropped: [], unmapped, isListed: true });
    expect(read(json, { control: 'ner', labels: ['ANCHOR'] })).toEqual({ decisions: 1, dropped: [], unmapped: null, isListed: false }); // prettier-ignore
  }
  for (const json of exportsOf({ control: 'label', labels: ['Character'] })) {
    const unmapped = [{ control: 'label', label: 'Character', count: 4 }];
    expect(read(json)).toEqual({ decisions: 0, dropped: [], unmapped, isListed: true });
    expect(read(json, { control: 'label', labels: ['Character'] }).decisions).toBe(1);
  }
});

test('F02 spans without a label, or with offsets of another text, are not votes', () => {
  for (const names of [
    { control: 'label' },
    { control: 'ner' },
    { control: 'label', labels: ['ANCHOR'], shift: 7 },
  ])
    for (const json of exportsOf(names))
      expect(read(json)).toEqual({ decisions: 0, dropped: [], unmapped: null, isListed: true });
});

test('F02 a span that, by the mapping, is no anchor term is left out, and what is said of it', () => {
  const [first, ...others] = spans;
  if (!first) throw new Error('expected spans');
  const result = (at: typeof first, label: string) => [
    { id: `${at.start}`, from_name: 'ner', to_name: 'text', type: 'labels', value: { start: at.start, end: at.end, text: text.slice(at.start, at.end), labels: [label] } }, // prettier-ignore
    { id: `${at.start}`, from_name: 'kind', to_name: 'text', type: 'choices', value: { start: at.start, end: at.end, choices: [at.kind] } }, // prettier-ignore
  ];
  const annotation = { completed_by: 4, result: [...result(first, 'Verb'), ...others.flatMap((at) => result(at, 'Name'))] }; // prettier-ignore
  const json = JSON.stringify([{ id: 1, data: { item_id: 'b0', text }, annotations: [annotation] }]);
  const { decisions } = readLabelStudio(anchorStudio, review.items, json, {
    control: 'ner',
    labels: ['Name'],
  });
  expect(decisions[0]?.answer.spans.map(({ status }) => status)).toEqual(['rejected', 'accepted', 'accepted', 'accepted']); // prettier-ignore
});

test('F02 doccano spans with another label are not votes, and the label is asked for', () => {
  const label = spans.map(({ start, end }) => [start, end, 'Character']);
  const jsonl = JSON.stringify({ id: 1, text, item_id: 'b0', block_id: 'b0', label });
  const from = (mapping: SpanMapping | null) =>
    outcome(readDoccano(anchorDoccano, review.items, jsonl, { annotator: 'me', mapping }));
  const unmapped = [{ control: null, label: 'Character', count: 4 }];
  expect(from(null)).toEqual({ decisions: 0, dropped: [], unmapped, isListed: true });
  expect(from({ control: null, labels: ['Character'] })).toEqual({ decisions: 1, dropped: [], unmapped: null, isListed: false }); // prettier-ignore
});

test('F02 tasks without an annotation, with a draft only, or cancelled are counted, and decide nothing', () => {
  const data = { item_id: 'b0', text };
  const tasks = [
    { id: 1, data, annotations: [], drafts: [{ result: [] }] },
    { id: 2, data, annotations: [{ completed_by: 1, result: [] }], drafts: [{ result: [] }] },
    { id: 3, data, annotations: [{ completed_by: 1, was_cancelled: true, result: [] }] },
    { id: 4, data, predictions: [{ result: [] }] },
  ];
  const { decisions, rejected, skipped } = readLabelStudio(anchorStudio, review.items, JSON.stringify(tasks));
  expect([decisions, rejected]).toEqual([[], []]);
  expect(skipped).toEqual([
    { where: 'task 1', why: 'untouched' },
    { where: 'task 2, annotation 1', why: 'untouched' },
    { where: 'task 3, annotation 1', why: 'cancelled' },
    { where: 'task 4', why: 'untouched' },
  ]);
});

test('F03 doccano lines without labels are untouched, counted, and decide nothing', () => {
  const texts = ['Tessa Vane crossed the bridge at Ollbrook.', 'Nobody in Ollbrook knew Tessa Vane.', 'In spring Ollbrook was flooded.']; // prettier-ignore
  const three = reviewOf(...texts);
  const jsonl = three.items
    .map(({ id, data }, i) => ({
      id: i + 1,
      text: data.text,
      item_id: id,
      block_id: data.blockId,
      label:
        i === 0
          ? [
              [0, 10, 'ANCHOR'],
              [33, 41, 'ANCHOR'],
            ]
          : [],
      Comments: [],
    })) // prettier-ignore
    .map((line) => JSON.stringify(line));
  const imported = readDoccano(anchorDoccano, three.items, jsonl.join('\n'), { annotator: 'me' });
  const merged = mergeImported(three, imported);
  expect(merged.added.decisions).toBe(1);
  expect(merged.rejected).toEqual([]);
  expect(imported.skipped).toEqual([
    { where: 'line 2', why: 'untouched' },
    { where: 'line 3', why: 'untouched' },
  ]);
  expect(dictionaryFrom(sampleDraft, merged.review, 'majority').dropped).toEqual([]);
});

test('F13 the other shapes of doccano’s lines are read', () => {
  const { items } = startReview(sampleAnchors().items.map((item) => ({ ...item, golden: null })));
  const item = items[2];
  if (!item) throw new Error('expected three passages');
  const [meta, shown] = [{ item_id: item.id, block_id: item.data.blockId }, item.data.text];
  const entity = { id: 9, label: 'ANCHOR', start_offset: 13, end_offset: 19 };
  const lines = [
    { id: 1, text: shown, ...meta, entities: [entity], relations: [], Comments: [] },
    { id: 1, data: shown, ...meta, label: [[13, 19, 'ANCHOR']] },
    { id: 1, data: shown, label: [[13, 19, 'ANCHOR']] },
    { id: 1, text: shown, ...meta, labels: [[13, 19, 'ANCHOR']] },
    { id: 1, text: shown, meta, entities: [[13, 19, 'ANCHOR']], label: [] },
  ];
  for (const line of lines) {
    const { decisions, rejected } = readDoccano(anchorDoccano, items, JSON.stringify(line), {
      annotator: 'me',
    });
    expect(rejected).toEqual([]);
    expect(decisions.map(({ item: id, answer }) => [id, answer.spans.map(({ status }) => status)])).toEqual([
      ['block-2', ['rejected', 'accepted']],
    ]);
  }
});

test('a column that is there twice is refused, and so are tables with other separators', () => {
  const known = sampleLanguage().items;
  const read = (csv: string) => () => readCrowdKit(languageBallots, known, csv);
  expect(read('task,worker,label,label\nq1,ann,correct,unsure\n')).toThrow('two columns label');
  expect(read('task;worker;label\nq1;ann;correct\n')).toThrow('got task;worker;label');
});

test.each(['', 'NaN', 'None', 'NULL', 'N/A', '#N/A'])('“%s” names nobody', (worker) => {
  const { decisions, rejected } = readCrowdKit(languageBallots, sampleLanguage().items, `task,worker,label\nq1,${worker},correct\n`); // prettier-ignore
  expect([decisions, rejected.map(({ reason }) => reason)]).toEqual([[], ['no-annotator']]);
});

test('what Label Studio called completions before version 1.0 are annotations', () => {
  const result = spans.map(({ start, end }, i) => ({ id: `r${i}`, from_name: 'label', to_name: 'text', type: 'labels', value: { start, end, text: text.slice(start, end), labels: ['ANCHOR'] } })); // prettier-ignore
  const tasks = [{ id: 1, data: { item_id: 'b0', text }, completions: [{ completed_by: 4, result }] }];
  const imported = readLabelStudio(anchorStudio, review.items, JSON.stringify(tasks));
  expect([imported.decisions.length, imported.skipped]).toEqual([1, []]);
});
