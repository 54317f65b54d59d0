/** The run in Node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/evaluate/report';
import { perplexityFigure, type CardFigure } from '../../src/exchange/card-figures';
import { ADAPTER_CONFIG, ADAPTER_WEIGHTS } from '../../src/exchange/peft-adapter';
import type { OpenAdapterInput } from '../../src/lab/stages/open-adapter';
import { judgeReport } from '../assist/judge-report';
import { openEndpoint } from '../assist/open-endpoint';
import { nodeLab, runJob, type NodeBackend } from '../lab/node-lab';
import { saveRun } from '../lab/save-folder';
import type { Options } from './options';
import { runJson, runReal, type RealRun } from './run';
import { tasksIn } from './tasks';
import { continuationsOf, LESSON, TEXTS, textSource } from './texts';

/** `path`: of the model, on disk. @throws LetheError of any job */
export async function runInNode(
  path: string,
  device: NodeBackend,
  { lesson, judge, tasks, files, settings, chat, plan, weightBits, save, adapter }: Options,
  say: (line: string) => void,
): Promise<RealRun> {
  const by = judge && (await openEndpoint(judge));
  const lab = nodeLab(textSource(files), device);
  const input = {
    backend: 'wasm',
    model: path,
    world: lesson ? `public/${LESSON}` : TEXTS,
    split: lesson,
    settings,
    plan,
    weightBits,
  } as const;
  try {
    const run = await runReal(
      {
        run: (name, job, onEvent) => runJob(lab, name, job, onEvent),
        ...(by && {
          judge: async (report: Report) => {
            const { title } = lab.workspace.ready('evaluate').dataset.forget;
            return judgeReport(report, title, by, say);
          },
        }),
        peakBytes: () => Promise.resolve({ rss: process.resourceUsage().maxRSS * 1024 }),
      },
      {
        ...input,
        continuations: continuationsOf(files),
        chat,
        tasks: tasksIn(tasks),
        adapter: adapter && openedInput(adapter),
      },
      say,
    );
    if (save !== null) await saveRun(lab, save, { figures: figuresOf(run), report: runJson(run) });
    return run;
  } finally {
    await lab.release();
  }
}

const openedInput = ({ folder, as }: NonNullable<Options['adapter']>): OpenAdapterInput => {
  const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));
  return { name: folder, files: { config: bytes(ADAPTER_CONFIG), weights: bytes(ADAPTER_WEIGHTS) }, as };
};

const figuresOf = ({ perplexity, continuations }: RealRun): CardFigure[] => [
  ...perplexityFigure(perplexity),
  ...continuations.map(({ prompt, expected, before, after }) => ({
    title: `“${prompt}” → “${expected}”`,
    meaning: 'Probability of this continuation.',
    before,
    after,
  })),
];
