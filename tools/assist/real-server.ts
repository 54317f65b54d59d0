/**
 * A real server with a real small model drafts a dictionary: `npx tsx tools/assist/real-server.ts FOLDER REPORT.json`.
 * FOLDER is a model as tools/assist/dequantise.py writes it. `transformers` has to be installed with its extra `serving`;
 * PYTHON names the interpreter, python3 otherwise. The beginnings of three passages of the shipped saga are drafted from, and
 * three completions judged, whatever the model says. Ctrl-C, or SIGTERM, stops it and writes what there is.
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { consistencyPrompt } from '../../src/assist/draft/consistency-prompt';
import { draftWithModel } from '../../src/assist/draft/draft-with-model';
import { draftPrompt } from '../../src/assist/draft/prompt';
import type { Answerer } from '../../src/assist/answerer';
import { modelsOf } from '../../src/assist/endpoint/models';
import { judgeCompletions } from '../../src/assist/judge/judge-completions';
import { judgePrompt } from '../../src/assist/judge/prompt';
import { explain } from '../../src/base/errors';
import { openEndpoint } from './open-endpoint';

const PORT = 8123;
const PASSAGES = 3;
/** Seconds until the server has to answer. */
const START = 120;
const MAX_TOKENS = 200;
/** Characters of each passage: a model of this size writes a few tokens a second on a CPU. */
const CHARACTERS = 600;

const [folder, report] = process.argv.slice(2);
if (folder === undefined || report === undefined)
  throw new Error('expected a model folder and a file to write');

const code = 'from transformers.cli.transformers import main; main()';
const server = spawn(
  process.env.PYTHON ?? 'python3',
  [
    '-c',
    code,
    'serve',
    folder,
    '--host',
    '127.0.0.1',
    '--port',
    String(PORT),
    '--device',
    'cpu',
    '--enable-cors',
  ],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);

/** The model, once the server lists any. @throws LetheError of the last try */
async function opened(): Promise<Answerer> {
  const address = `http://127.0.0.1:${PORT}/v1`;
  const settings = { address, model: '', key: '', atOnce: 1, server: null, page: null };
  for (let second = 0; ; second++) {
    try {
      const models = await modelsOf(settings, new AbortController().signal);
      console.log(`the server lists ${models.join(', ')}`);
      return await openEndpoint({
        ...{ address, model: folder ?? '', keyFrom: 'LETHE_NO_KEY', atOnce: 1 },
        option: '--model',
      });
    } catch (error) {
      if (second === START || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

async function drain<E, R>(job: AsyncGenerator<E, R>): Promise<R> {
  for (;;) {
    const next = await job.next();
    if (next.done) return next.value;
    console.log(JSON.stringify(next.value));
  }
}

/** An answerer that also keeps what it said. */
function kept(answerer: Answerer, answers: string[]): Answerer {
  return {
    ...answerer,
    async *answer(question, signal) {
      const answer = yield* answerer.answer(question, signal);
      answers.push(answer.text);
      return answer;
    },
  };
}

try {
  const saga = JSON.parse(readFileSync('public/worlds/marrowmere/forget.json', 'utf8')) as {
    passages: string[];
  };
  const answers: string[] = [];
  const answerer = kept(await opened(), answers);
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const { signal } = stop;
  const settings = { draftPrompt, consistencyPrompt, maxTokens: MAX_TOKENS };
  const passages = saga.passages.slice(0, PASSAGES).map((text) => text.slice(0, CHARACTERS));
  const draft = await drain(draftWithModel(passages, answerer, settings, signal));
  const items = [
    'lit the lamp at Orrin’s Bell.',
    'went home and slept.',
    'rowed a boat across the water.',
  ].map((completion, i) => ({
    id: String(i),
    prompt: 'At night Maelis',
    completion,
    references: ['Maelis', 'Orrin’s Bell'],
  }));
  const judged = await drain(
    judgeCompletions(items, answerer, { prompt: judgePrompt, title: 'The saga', seed: 1 }, signal),
  );
  const { failure, ...rest } = draft;
  const grades = Object.fromEntries(judged.given);
  writeFileSync(
    report,
    `${JSON.stringify({ ...rest, failure: failure?.message ?? null, grades, unusable: judged.unusable, answers }, null, 1)}\n`,
  );
  const { entries, rejected, tally, seconds } = draft;
  console.log(
    `${entries.length} entries, ${rejected.length} rejected, ${tally.questions} questions, ${seconds.toFixed(0)} s`,
  );
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  server.kill();
}
