/** One run of those that the options name. */
import { relative } from 'node:path';
import type { Answerer } from '../../src/assist/answerer';
import type { Report } from '../../src/evaluate/report';
import { cardFigures } from '../../src/exchange/card-figures';
import { diskSource } from '../../src/files/disk-source';
import type { Lab } from '../../src/lab/lab';
import { judgeReport } from '../assist/judge-report';
import { openEndpoint } from '../assist/open-endpoint';
import { fetchFromHub } from '../lab/hub-model';
import { nodeLab, SHIPPED } from '../lab/node-lab';
import { saveRun } from '../lab/save-folder';
import type { Options } from './options';
import { knownOf, readOwnTexts } from './own-text';
import { runAll, type Ran } from './run-all';
import { runFile } from './run-file';
import type { Config } from './settings-file';

/** Runs one config to its end. `threads`: of the native device; default its own. @throws LetheError of any job */
export async function runOne(
  { folders, text, backend, split, monitor, evaluate, judge, save }: Options,
  { settings }: Config,
  threads?: number,
): Promise<Ran> {
  const by = judge && (await openEndpoint(judge));
  const lab = nodeLab(diskSource(SHIPPED), backend, threads);
  try {
    const texts = text && (await readOwnTexts(text, settings.seed));
    const request = { folders, texts, split, settings, monitor, evaluate: evaluate(settings) };
    const plain = await runAll(lab, request, console.log);
    const ran = by ? { ...plain, evaluation: await judged(lab, plain.evaluation, by) } : plain;
    if (texts && ran.evaluation) console.log(await knownOf(lab, ran.evaluation));
    const figures = cardFigures(ran.compared, ran.evaluation);
    if (save !== null) await saveRun(lab, save, { figures, report: runFile(ran) });
    return ran;
  } finally {
    await lab.release();
  }
}

/** With the model of the Hub in the place of the folder that is named, if it is one. */
export async function withModel(options: Options): Promise<Options> {
  const { hub, folders } = options;
  if (!hub) return options;
  const model = relative(SHIPPED, await fetchFromHub(hub, console.log));
  return { ...options, folders: { ...folders, model } };
}

async function judged(lab: Lab, report: Report | null, by: Answerer): Promise<Report | null> {
  if (report === null) return null;
  const { title } = lab.workspace.ready('evaluate').dataset.forget;
  return judgeReport(report, title, by, console.log);
}
