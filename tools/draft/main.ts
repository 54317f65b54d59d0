/**
 * `npm run draft -- --text file --endpoint http://localhost:8080/v1 --json dictionary.json`: a language model drafts the
 * dictionary, as in the page.
 * - `--model name`: one that the endpoint lists; not needed if it lists one only
 * - `--key-from NAME`: the environment variable with the key; OPENAI_API_KEY is the default
 * - `--at-once 4`: questions at the same time, 1 to 8
 * - `--dictionary file`: entries that stay as they are (json or csv); only new ones are added
 * - `--one-pass`: without the second pass, which makes the entries consistent
 * - `--longest 3000`: characters of the text per question; `--max-tokens 2048`: of an answer
 * - `--json file`: the dictionary; `--details file`: also where each entry comes from, and everything that was rejected
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { explainFault } from '../../src/assist/answer-faults';
import { besideDecided } from '../../src/assist/draft/beside-decided';
import { consistencyPrompt } from '../../src/assist/draft/consistency-prompt';
import { draftWithModel, type DraftingEvent, type ModelDraft } from '../../src/assist/draft/draft-with-model';
import { draftPrompt } from '../../src/assist/draft/prompt';
import { explain } from '../../src/base/errors';
import type { Dictionary } from '../../src/text/dictionary';
import { readDictionary } from '../../src/text/dictionary-file';
import { readTextFile } from '../../src/text/reading/read-text';
import { openEndpoint } from '../assist/open-endpoint';
import { readOptions, type Options } from './options';

async function drafted(options: Options): Promise<ModelDraft> {
  const { passages } = await readTextFile(basename(options.text), readFileSync(options.text));
  const answerer = await openEndpoint(options.endpoint);
  const { longest, maxTokens, isConsistent } = options;
  const settings = {
    draftPrompt,
    consistencyPrompt: isConsistent ? consistencyPrompt : null,
    longest,
    maxTokens,
  };
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const job = draftWithModel(passages, answerer, settings, stop.signal);
  for (;;) {
    const next = await job.next();
    if (next.done) return next.value;
    console.error(describe(next.value));
  }
}

function describe(event: DraftingEvent): string {
  if (event.kind === 'again') return `again in ${event.seconds} s: ${event.because}`;
  const { pass, done, of, terms, tally } = event;
  return `${pass} ${done} of ${of}: ${terms} terms, ${tally.prompt} tokens read, ${tally.answer} written`;
}

function summary(draft: ModelDraft): string {
  const { entries, rejected, exact, moved, changed, covered, unasked, tally, seconds } = draft;
  return [
    `${entries.length} entries in ${seconds.toFixed(0)} s, ${tally.questions} questions`,
    `${rejected.length} items rejected; ${covered.length} covered by others; ${changed.length} changed in the second pass`,
    `positions: ${exact} exact, ${moved.filter(({ found }) => found !== null).length} corrected, ${moved.filter(({ found }) => found === null).length} nowhere`,
    ...(unasked > 0 ? [`${unasked} parts of the text were not asked about`] : []),
  ].join('\n');
}

function dictionaryIn(path: string | null): Dictionary {
  return path === null
    ? []
    : readDictionary(readFileSync(path, 'utf8'), path.endsWith('.csv') ? 'csv' : 'json');
}

try {
  const options = readOptions(process.argv.slice(2));
  const decided = dictionaryIn(options.dictionary);
  const draft = await drafted(options);
  const { failure, ...details } = draft;
  const rejected = draft.rejected.map((one) => ({
    ...one,
    detail: one.detail ? explainFault(one.detail) : '',
  }));
  // An earlier dictionary is worth more than a draft that failed before its first term.
  if (failure && draft.entries.length === 0) throw failure;
  const dictionary = besideDecided(decided, draft.entries);
  const json = Object.fromEntries(dictionary.map(({ term, translations }) => [term, translations]));
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(json, null, 1)}\n`);
  if (options.details !== null)
    writeFileSync(
      options.details,
      `${JSON.stringify({ ...details, rejected, failure: failure?.code ?? null }, null, 1)}\n`,
    );
  console.log(summary(draft));
  if (failure) throw failure;
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
