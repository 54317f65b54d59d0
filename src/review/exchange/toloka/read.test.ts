/** Toloka’s TSV as workers leave it. */
import { expect, test } from 'vitest';
import type { AnchorSpan } from '../../tasks/anchors';
import type { SpanMapping } from '../mapping';
import { anchorForm, languageForm } from '../forms';
import { sampleAnchors, sampleLanguage } from '../sample';
import { readToloka } from './read';

test('F11 a quotation mark that does not close takes no other row with it', () => {
  const { items } = sampleLanguage();
  const head = 'INPUT:item_id\tINPUT:prompt\tINPUT:completion\tOUTPUT:verdict\tOUTPUT:replacement\tASSIGNMENT:worker_id\tASSIGNMENT:status'; // prettier-ignore
  const row = (i: number, worker: string, verdict: string, better = ''): string =>
    [
      items[i]?.id,
      items[i]?.data.prompt,
      items[i]?.data.completion,
      verdict,
      better,
      worker,
      'APPROVED',
    ].join('\t');
  const rows = [
    row(0, 'w1', 'incorrect', '"lamp, she said'),
    row(2, 'w1', 'correct'),
    row(0, 'w2', 'correct'),
    row(2, 'w2', 'incorrect', '"said" she'),
    row(2, 'w3', 'correct'),
    row(0, 'w4', 'correct').replace('\tAPPROVED', ''),
  ];
  const { decisions, rejected } = readToloka(languageForm, items, [head, ...rows].join('\n'));
  expect(decisions.map(({ item, annotator }) => `${item} ${annotator}`)).toEqual([
    'q1 w1',
    'q3 w1',
    'q1 w2',
    'q3 w2',
    'q3 w3',
  ]);
  expect(decisions[0]?.answer.replacement).toBe('"lamp, she said');
  expect(rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual(['line 7: broken-row']);
});

const { items } = sampleAnchors();
const [item] = items;
if (!item) throw new Error('expected a passage');
const suggested = item.suggestion?.answer.spans ?? [];

/** Rows of one worker each, with these spans. */
function readSpans(column: string, lists: readonly unknown[], mapping: SpanMapping | null = null) {
  const cell = (list: unknown): string =>
    typeof list === 'string' ? list : `"${JSON.stringify(list).replaceAll('"', '""')}"`;
  const rows = lists.map((list, i) => `${item?.id ?? ''}\t${cell(list)}\tw${i}\t2026-01-0${i + 1}T00:00:00Z`);
  const head = `INPUT:item_id\t${column}\tASSIGNMENT:worker_id\tASSIGNMENT:submitted`;
  const found = readToloka(anchorForm, items, [head, ...rows].join('\n'), mapping);
  return {
    kept: found.decisions.map(({ answer }) => answer.spans.map(({ kind, status }) => `${kind} ${status}`)),
    reasons: found.rejected.map(({ reason }) => reason),
    unmapped: found.unmapped,
  };
}

const asEnds = (labelOf: (span: AnchorSpan) => string) =>
  suggested.map((span) => {
    const { start, end } = span;
    return { start, end, text: item.data.text.slice(start, end), label: labelOf(span) };
  });
/** As the text-annotation field of Toloka’s templates writes them, in UTF-16 units also after an emoji. */
const asLengths = (label: string) => suggested.map(({ start, end }) => ({ offset: start, length: end - start, label })); // prettier-ignore

test('the labels of spans mean their kind, or an anchor term', () => {
  const accepted = suggested.map(({ kind }) => `${kind} accepted`);
  const lists = [asEnds(() => 'ANCHOR'), asLengths('anchor'), asEnds(({ kind }) => kind)];
  for (const column of ['OUTPUT:spans', 'OUTPUT:result'])
    expect(readSpans(column, lists)).toEqual({
      kept: [accepted, accepted, accepted],
      reasons: [],
      unmapped: null,
    });
});

test('spans with other labels are asked about, and decide nothing until then', () => {
  const [first, ...others] = asLengths('Character');
  const list = [{ ...first, label: 'Verb' }, ...others];
  expect(readSpans('OUTPUT:result', [list])).toEqual({
    kept: [],
    reasons: ['unknown-label'],
    unmapped: [
      { control: null, label: 'Character', count: others.length },
      { control: null, label: 'Verb', count: 1 },
    ],
  });
  const { kept, reasons } = readSpans('OUTPUT:result', [list], { control: null, labels: ['Character'] });
  expect(kept).toEqual([suggested.map(({ kind }, i) => `${kind} ${i === 0 ? 'rejected' : 'accepted'}`)]);
  expect(reasons).toEqual([]);
});

test('a cell without a list is no answer, an empty list is one', () => {
  const { kept, reasons } = readSpans('OUTPUT:spans', ['', 'NaN', 'Nib', [{ start: 0 }], []]);
  expect(reasons).toEqual(['incomplete', 'incomplete', 'unreadable', 'unreadable']);
  expect(kept).toEqual([suggested.map(({ kind }) => `${kind} rejected`)]);
});

test.each([
  ['begins', { offset: 1, length: 13 }],
  ['ends', { offset: 0, length: 1 }],
])('a span that %s within a character makes its answer none', (_, span) => {
  const { items } = sampleAnchors(); // the text of the first begins with an emoji
  const tsv = `INPUT:item_id\tOUTPUT:result\tASSIGNMENT:worker_id\n${items[0]?.id ?? ''}\t${JSON.stringify([span])}\tw\n`;
  const { decisions, rejected } = readToloka(anchorForm, items, tsv);
  expect([decisions, rejected.map(({ reason }) => reason)]).toEqual([[], ['offsets']]);
});
