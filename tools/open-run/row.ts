/** What was made elsewhere in a few lines, as the table of runs in the page has it. */
import { largest } from '../../src/base/extremes';
import { figureIn, figureNames, figureOf } from '../../src/evaluate/figures';
import type { Report } from '../../src/evaluate/report';
import { digits } from '../../src/evaluate/report-tables';
import type { MadeElsewhere } from '../../src/exchange/made-elsewhere';
import { methods } from '../../src/methods/catalogue';
import { methodOf } from '../../src/methods/settings';
import { markdownTable } from '../unlearn/markdown';

const shown = [
  { variant: 'baseline', when: 'before' },
  { variant: 'unlearned', when: 'after' },
] as const;

/** Where it was made, its method, seed and figures, its losses, adapters and labels. */
export function rowOf({ report, losses, adapters, labels }: MadeElsewhere): string {
  const rows = figureNames.flatMap((name) => {
    const values = shown.map(({ variant }) => figureIn(report, name, variant));
    return values.every((value) => value === null) ? [] : [[figureOf(name).title, ...values.map(digits)]];
  });
  const [first, last] = [losses[0], losses.at(-1)];
  const steps = losses.length === 1 ? '1 step' : `${losses.length} steps`;
  return [
    madeBy(report),
    subject(report),
    '',
    markdownTable(['', ...shown.map(({ when }) => when)], rows),
    '',
    ...(losses.length > 0 ? [`${steps} of unlearning, loss ${digits(first)} → ${digits(last)}`] : []),
    ...(adapters.length > 0 ? [`adapters: ${adapters.map(({ name }) => name).join(', ')}`] : []),
    ...(labels
      ? [`generic labels: ${labels.tokens} tokens in ${labels.blocks} blocks${labelsOf(report)}`]
      : []),
  ].join('\n');
}

/** Each figure beside that of `again`, and how far they are apart at most, relative to the larger. */
export function besideOf(report: Report, again: Report): string {
  const by = report.made?.by ?? 'the report';
  const rows = figureNames.flatMap((name) => {
    const pairs = shown.map(({ variant }) => [
      figureIn(report, name, variant),
      figureIn(again, name, variant),
    ]);
    const apart = pairs.flatMap(([theirs = null, ours = null]) => distance(theirs, ours) ?? []);
    return pairs.every(([, ours]) => ours === null)
      ? []
      : [[figureOf(name).title, ...pairs.flat().map(digits), relative(largest(apart, -1))]];
  });
  const heads = shown.flatMap(({ when }) => [`${when}, ${by}`, `${when}, Lethe`]);
  return markdownTable(['', ...heads, 'apart'], rows);
}

function labelsOf({ made }: Report): string {
  if (!made?.labels) return '';
  const { given, reviewed } = made.labels;
  return `, ${given ? 'which went along' : 'computed there'}, ${reviewed} reviewed`;
}

function madeBy({ made }: Report): string {
  if (!made) return 'made by Lethe';
  const { by, processes, device, at, model } = made;
  const where = [
    ...(processes === undefined ? [] : [processes === 1 ? '1 process' : `${processes} processes`]),
    ...(device === undefined ? [] : [device]),
    ...(at === undefined ? [] : [at.slice(0, 10)]),
    ...(model === undefined ? [] : [`model ${model}`]),
  ];
  return `made by ${[by, ...where].join(', ')}`;
}

function subject({ settings, seeds, split, hashes }: Report): string {
  return [
    methods[methodOf(settings)].words.en.title,
    ...(seeds.run === undefined ? [] : [`seed ${seeds.run}`]),
    ...(split === undefined ? [] : [`${split} items`]),
    ...(hashes.model === undefined ? [] : [`model with the hash ${hashes.model.slice(0, 12)}`]),
  ].join(', ');
}

/** null: one of them was not measured. */
function distance(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return null;
  const most = Math.max(Math.abs(a), Math.abs(b));
  return most === 0 ? 0 : Math.abs(a - b) / most;
}

/** Two digits; below zero: not known. */
const relative = (x: number): string =>
  x < 0 ? digits(null) : x > 0 && x < 1e-3 ? x.toExponential(1) : String(Number(x.toPrecision(2)));
