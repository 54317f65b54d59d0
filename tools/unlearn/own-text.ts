/** A text of the user's: read with its dictionary, and what the models know of it in a few lines. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { metrics, type MetricName } from '../../src/evaluate/metric-catalogue';
import { measuredIn } from '../../src/evaluate/measured';
import type { EvaluatedVariant, Report } from '../../src/evaluate/report';
import { digits } from '../../src/evaluate/report-tables';
import type { Lab } from '../../src/lab/lab';
import type { OwnTexts } from '../../src/lab/own-texts';
import { draftDictionary } from '../../src/language/draft-dictionary';
import { coverageOf } from '../../src/text/coverage';
import type { Dictionary } from '../../src/text/dictionary';
import { readDictionary } from '../../src/text/dictionary-file';
import { readTextFile } from '../../src/text/reading/read-text';
import type { Options } from './options';
import { markdownTable } from './markdown';

/** Reads the text, and its dictionary, or drafts one as the page does. @throws LetheError of texts and dictionaries */
export async function readOwnTexts(
  { path, dictionary }: NonNullable<Options['text']>,
  seed: number,
): Promise<OwnTexts> {
  const { title, passages } = await readTextFile(basename(path), readFileSync(path));
  const forget = { title, passages: [...passages] };
  if (dictionary === null) return { forget, dictionary: await draft(passages, seed) };
  const format = dictionary.endsWith('.csv') ? 'csv' : 'json';
  return { forget, dictionary: readDictionary(readFileSync(dictionary, 'utf8'), format) };
}

async function draft(passages: readonly string[], seed: number): Promise<Dictionary> {
  const job = draftDictionary(passages, seed, new AbortController().signal);
  for (;;) {
    const next = await job.next();
    if (next.done) return next.value.entries;
  }
}

const SHOWN = ['answers', 'familiarity', 'names', 'perplexity'] as const;
const TITLES = { gold: 'never read it', baseline: 'read it', unlearned: 'forgot it' } as const;
const columns = ['gold', 'baseline', 'unlearned'] as const;

/** The figures of a text that was read and unlearned, as a table, below what it consists of. */
export async function knownOf(lab: Lab, report: Report): Promise<string> {
  const { dataset, files } = lab.workspace.ready('evaluate');
  const { dictionary, forget, prompts } = dataset;
  const { tokens, share } = await coverageOf(
    forget.passages,
    dictionary,
    files.tokenizer,
    new AbortController().signal,
  );
  const measured = measuredIn(report);
  const value = (metric: MetricName, variant: EvaluatedVariant): string =>
    digits(measured.find((one) => one.metric === metric && one.variant === variant)?.value.agg_value);
  const rows = SHOWN.map((metric) => [
    metrics[metric].title,
    ...columns.map((variant) => value(metric, variant)),
  ]);
  const terms = dictionary.map(({ term }) => term).join(', ');
  return [
    `\n${forget.title}: ${tokens} tokens, of which ${(share * 100).toFixed(0)} % are terms; ${prompts.length} cloze questions`,
    `terms: ${terms}`,
    '',
    markdownTable(['', ...columns.map((variant) => TITLES[variant])], rows),
  ].join('\n');
}
