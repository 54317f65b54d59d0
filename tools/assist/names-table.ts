/**
 * `npx tsx tools/assist/names-table.ts names.json`: precision and recall of the dictionary’s terms on the shipped saga, found
 * by the offline draft, by the classifiers of saga_names.py, and by both. People take out what is wrong, and add nothing.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { combined, type Combination } from '../../src/assist/names/combine';
import { namedTerms } from '../../src/assist/names/entities';
import { v } from '../../src/base/schema';
import { diskSource } from '../../src/files/disk-source';
import { loadDataset } from '../../src/lab/dataset';
import { draftDictionary, type DraftedEntry } from '../../src/language/draft-dictionary';
import { foldTerm } from '../../src/text/fold';
import { WORLD } from '../lab/node-lab';

const { positionals } = parseArgs({ allowPositionals: true });
const [path = 'names.json'] = positionals;
const schema = v.record(
  v.string(),
  v.array(v.array(v.object({ start: v.number(), end: v.number(), tag: v.string(), score: v.number() }))),
);
const found = v.parse(schema, JSON.parse(readFileSync(path, 'utf8')));

const { forget, dictionary } = await loadDataset(diskSource('public'), WORLD);
const truth = new Set(dictionary.map(({ term }) => foldTerm(term)));
const { passages } = forget;

/** A row of the table. */
function row(name: string, terms: readonly string[]): void {
  const all = new Set(terms.map(foldTerm));
  const right = [...all].filter((term) => truth.has(term)).length;
  const share = (of: number): string => `${((100 * right) / of).toFixed(1)}%`;
  console.log(`| ${name} | ${all.size} | ${share(all.size)} | ${share(truth.size)} |`);
}

const termsOf = (entries: readonly { readonly term: string }[]): string[] => entries.map(({ term }) => term);

let offline: readonly DraftedEntry[] = [];
const job = draftDictionary(passages, 1, new AbortController().signal);
for (let next = await job.next(); ; next = await job.next()) {
  if (!next.done) continue;
  offline = next.value.entries;
  break;
}
console.log(`| found by | terms | precision | recall of ${truth.size} |\n| --- | ---: | ---: | ---: |`);
row('offline draft', termsOf(offline));
for (const [by, spans] of Object.entries(found)) {
  const named = namedTerms(passages.map((text, i) => ({ text, spans: spans[i] ?? [] })));
  row(by, termsOf(named));
  const both = (how: Combination) =>
    combined(offline, named, how, { by, text: passages.join('\n\n'), seed: 1 });
  row(`either: draft or ${by}`, termsOf(both('union')));
  row(
    `either, and people check`,
    termsOf(both('union')).filter((term) => truth.has(foldTerm(term))),
  );
  row(`both: draft and ${by}`, termsOf(both('intersection')));
}
