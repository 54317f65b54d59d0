/** A whole run of the command line with `--judge`: an endpoint grades what its models wrote, and the report has the grades. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  json,
  protocolServer,
  says,
  type ProtocolServer,
  type Reply,
} from '../../src/assist/fixtures/protocol-server';
import { savedJudge } from '../../src/evaluate/judge-grades';
import { parseReport } from '../../src/evaluate/report-file';
import { microFiles } from '../../src/lab/micro-lab';
import { SHIPPED } from '../lab/node-lab';
import { readOptions } from './options';
import { runFile } from './run-file';
import { runOne } from './run-one';

let folder: string;
let server: ProtocolServer;
let answer: (number: number) => Reply;
beforeEach(async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  folder = mkdtempSync(join(tmpdir(), 'judged-'));
  for (const [path, file] of Object.entries(microFiles)) {
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, file instanceof Uint8Array ? file : JSON.stringify(file));
  }
  let graded = 0;
  server = await protocolServer(({ path }) =>
    path.endsWith('/models') ? json({ data: [{ id: 'tiny' }] }) : answer(graded++),
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
  await server.close();
});

/** The file that `--json` writes. */
async function judgedRun(judge = server.address): Promise<string> {
  const at = (name: string): string => relative(SHIPPED, join(folder, name));
  const small = [
    'blockLength=16',
    'reinforce.steps=2',
    'unlearn.steps=2',
    'reinforce.batch=1',
    'unlearn.batch=1',
  ];
  const options = readOptions([
    ...['--model', at('m'), '--world', at('w'), '--evaluate', 'core', '--judge', judge],
    ...small.flatMap((change) => ['--set', change]),
  ]);
  const [config] = options.runs;
  return runFile(await runOne(options, config ?? expect.fail()));
}

test('every completion is graded blind, and the report keeps grades, reasons and the judge’s name', async () => {
  answer = () => says('{"grade": 2, "reason": "typical of it"}');
  const report = parseReport(await judgedRun());
  const { by, grades } = report.judge ?? expect.fail();
  expect(by).toBe('tiny');
  expect(Object.keys(grades)).toEqual(expect.arrayContaining(['baseline', 'unlearned']));
  expect(grades.unlearned?.['0']).toEqual({ grade: 2, reason: 'typical of it' });
  const questions = server.asked.filter(({ path }) => path.endsWith('/chat/completions'));
  const graded = Object.values(grades).reduce((sum, own) => sum + Object.keys(own).length, 0);
  expect(questions).toHaveLength(graded);
  for (const { body } of questions) {
    expect(JSON.stringify(body)).toContain('A text');
    expect(JSON.stringify(body)).not.toMatch(/baseline|unlearned|reinforced/iu);
  }
});

test('a judge that fails in the middle leaves the run and the grades so far', async () => {
  answer = (number) =>
    number === 0 ? says('{"grade": 3, "reason": "a name"}') : json({ error: 'no more' }, 403);
  const { judge, evaluation } = JSON.parse(await judgedRun()) as { judge?: unknown; evaluation?: object };
  expect(evaluation).toBeDefined();
  const given = Object.values(savedJudge(judge)?.grades ?? {}).flatMap((own) => Object.values(own));
  expect(given).toEqual([{ grade: 3, reason: 'a name' }]);
});

test('a judge who is not there, or has to be named, is said before anything is run', async () => {
  const many = await protocolServer(() => json({ data: [{ id: 'a' }, { id: 'b' }] }));
  await expect(judgedRun(many.address)).rejects.toThrow('--judge-model');
  await many.close();
  await expect(judgedRun(many.address)).rejects.toThrow('could not be reached');
  // A run says what it does.
  expect(console.log).not.toHaveBeenCalled();
});
