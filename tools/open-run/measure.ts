/** Puts an adapter that was trained elsewhere on its model, and measures it as Lethe measures its own. */
import { entriesOf } from '../../src/base/records';
import type { Report } from '../../src/evaluate/report';
import type { MadeElsewhere } from '../../src/exchange/made-elsewhere';
import { diskSource } from '../../src/files/disk-source';
import type { Hashes } from '../../src/lab/run-inputs';
import { parseSettings, readsFirst } from '../../src/methods/settings';
import { nodeLab, runJob, SHIPPED } from '../lab/node-lab';
import type { Options } from '../unlearn/options';
import { readOwnTexts } from '../unlearn/own-text';

/** The texts that figures depend on, as a report and a data set name their hashes, and in words. */
const texts = {
  forgetSet: 'text to forget',
  dictionary: 'dictionary',
  heldOut: 'held-out text',
  questions: 'questions',
} as const;

/**
 * The report of the unlearned model on the model of `options`, and of the model itself. Where the run read its text first,
 * what it then was is not in the folder, and only the unlearned model is measured.
 * @throws Error if there is no adapter, or the model or the texts are others; LetheError of files and of any job
 */
export async function measured({ report, adapters }: MadeElsewhere, options: Options): Promise<Report> {
  const { folders, split, text, backend, runs, evaluate } = options;
  const adapter = adapters.find(({ name }) => name === 'unlearned');
  if (!adapter) throw new Error(withoutAdapter(report));
  const run = parseSettings(report.settings);
  const { plan = run.plan, weightBits = run.weightBits } = runs[0]?.settings ?? {};
  const settings = { ...run, readFirst: false, plan, weightBits }; // the adapter has what was read
  const own = text && (await readOwnTexts(text, run.seed));
  const lab = nodeLab(diskSource(SHIPPED), backend);
  try {
    const loaded = await runJob(lab, 'load', {
      backend: 'wasm',
      ...folders,
      split,
      plan,
      weightBits,
      ...(own && { texts: own }),
    });
    checkSame(report, loaded.hashes);
    const { name, files } = adapter;
    const opened = await runJob(lab, 'openAdapter', { name, files, as: 'unlearned', settings });
    const { lora } = opened;
    const fitted = { ...settings, lora: { ...lora, targets: [...lora.targets] } };
    const asked = evaluate(fitted) ?? {};
    const variants = readsFirst(run)
      ? (['unlearned'] as const)
      : (['baseline', 'unlearned', 'gold'] as const);
    const { report: again } = await runJob(lab, 'evaluate', { ...asked, variants, settings: fitted });
    return { ...again, settings: { ...run }, ...(report.made && { made: report.made }) };
  } finally {
    await lab.release();
  }
}

function withoutAdapter({ made }: Report): string {
  const why =
    made?.isFull === true
      ? 'All weights were trained, so there is no adapter: the whole model is in models/unlearned of the folder.'
      : `${made?.by ?? 'It'} left no adapter in the folder.`;
  return `${why} Leave out --model to see the report.`;
}

function checkSame({ hashes, made }: Report, loaded: Hashes): void {
  if (hashes.model !== loaded.model)
    throw new Error(
      `--model: the adapter was trained on the model with the hash ${short(hashes.model)}, and this one has ${short(loaded.model)}. Give the one that ${made?.by ?? 'the run'} had${made?.model === undefined ? '' : `, ${made.model}`}.`,
    );
  const others = entriesOf(texts).flatMap(([name, words]) => (hashes[name] === loaded[name] ? [] : [words]));
  if (others.length > 0)
    throw new Error(
      `The run had other texts than these (${others.join(', ')}), and its figures are of those. Give --world the folder that was exported, or what it was exported from.`,
    );
}

const short = (hash = 'unknown'): string => hash.slice(0, 12);
