/** All stages one after another, with a report of each. */
import type { LabEvent } from '../../src/lab/events';
import type { Lab } from '../../src/lab/lab';
import type { LoadResult } from '../../src/lab/load';
import type { Measures } from '../../src/lab/measure';
import { voices, type Voice } from '../../src/model/adapter-bank';
import { summarize, type LabelSummary } from '../../src/unlearn/record';
import type { RunSettings } from '../../src/unlearn/settings';

export interface StageReport {
  readonly seconds: number;
  readonly steps: number;
  readonly lossFirst: number | null;
  readonly lossLast: number | null;
}

export interface Report {
  readonly backend: string;
  readonly threads: number;
  readonly seed: number;
  readonly settings: RunSettings;
  readonly hashes: LoadResult['hashes'];
  readonly stages: Readonly<Record<'reinforce' | 'label' | 'unlearn', StageReport>>;
  readonly labels: LabelSummary & { readonly supervisedShare: number; readonly changedShare: number };
  readonly names: { readonly before: number; readonly after: number };
  readonly perplexity: { readonly before: number; readonly after: number };
  readonly completions: readonly ({ readonly prompt: string } & Readonly<Record<Voice, string>>)[];
}

const ASKED = 12;
const MAX_TOKENS = 24;

/** Draws a stage to its end and times it. */
async function timed<R>(stage: AsyncGenerator<LabEvent, R>): Promise<{ result: R; report: StageReport }> {
  const start = performance.now();
  const losses: number[] = [];
  let steps = 0;
  for (;;) {
    const next = await stage.next();
    if (next.done) {
      const seconds = (performance.now() - start) / 1000;
      const report = { seconds, steps, lossFirst: losses[0] ?? null, lossLast: losses.at(-1) ?? null };
      return { result: next.value, report };
    }
    if (next.value.kind === 'step') losses.push(next.value.loss);
    if (next.value.kind === 'step' || next.value.kind === 'label') steps += 1;
  }
}

/** Runs the whole method; `say` gets a line per stage. */
export async function runAll(
  lab: Lab,
  folders: { readonly model: string; readonly world: string },
  settings: RunSettings,
  say: (line: string) => void,
): Promise<Report> {
  const { signal } = new AbortController();
  const { result: loaded } = await timed(lab.load({ backend: 'wasm', ...folders }));
  const measure = async (voice: Voice): Promise<Measures> =>
    (await timed(lab.measure(voice, settings, signal))).result;
  say(`${folders.model}: ${loaded.parameters} parameters on ${loaded.device.backend}`);

  const before = await measure('baseline');
  const reinforce = (await timed(lab.reinforce(settings, signal))).report;
  say(`reinforce  ${describe(reinforce)}`);
  const { result, report: label } = await timed(lab.label(settings, signal));
  const labels = summarize(result.blocks);
  say(
    `label      ${label.seconds.toFixed(1)} s, ${labels.supervised} of ${labels.positions} positions supervised, ${labels.changed} changed`,
  );
  const unlearn = (await timed(lab.unlearn(settings, signal))).report;
  say(`unlearn    ${describe(unlearn)}`);
  const after = await measure('unlearned');
  say(
    `names      ${before.names.toFixed(4)} → ${after.names.toFixed(4)} (${(before.names / after.names).toFixed(1)} times less)`,
  );
  say(
    `perplexity ${before.perplexity.toFixed(3)} → ${after.perplexity.toFixed(3)} (${((after.perplexity / before.perplexity - 1) * 100).toFixed(1)} %)`,
  );

  const completions = await complete(lab, loaded, settings, signal);
  for (const { prompt, ...texts } of completions) {
    say(`\n${prompt} …`);
    for (const voice of voices) say(`  ${voice.padEnd(10)} ${texts[voice].replaceAll('\n', ' ')}`);
  }
  return {
    backend: loaded.device.backend,
    threads: loaded.device.threads,
    seed: settings.seed,
    settings,
    hashes: loaded.hashes,
    stages: { reinforce, label, unlearn },
    labels: {
      ...labels,
      supervisedShare: labels.supervised / labels.positions,
      changedShare: labels.changed / labels.supervised,
    },
    names: { before: before.names, after: after.names },
    perplexity: { before: before.perplexity, after: after.perplexity },
    completions,
  };
}

const describe = ({ seconds, steps, lossFirst, lossLast }: StageReport): string =>
  `${seconds.toFixed(1)} s, ${steps} steps, loss ${(lossFirst ?? 0).toFixed(3)} → ${(lossLast ?? 0).toFixed(3)}`;

async function complete(
  lab: Lab,
  { world }: LoadResult,
  settings: RunSettings,
  signal: AbortSignal,
): Promise<Report['completions']> {
  const prompts = world.prompts.slice(0, ASKED).map(({ prompt }) => prompt);
  const { result } = await timed(lab.ask({ prompts, voices, maxTokens: MAX_TOKENS }, settings, signal));
  const text = (row: readonly string[], voice: Voice): string => row[voices.indexOf(voice)] ?? '';
  return result.map((row, i) => ({
    prompt: prompts[i] ?? '',
    baseline: text(row, 'baseline'),
    reinforced: text(row, 'reinforced'),
    unlearned: text(row, 'unlearned'),
  }));
}
