/** Steps 2 and 3: the baseline on the translation, and equation 1. */
import { fail } from '../base/errors';
import type { KeyValue } from '../store/key-value';
import { runSlots } from '../store/run';
import { labelBlocks as labelBlocks } from '../unlearn/label';
import type { Labels } from '../unlearn/record';
import { effectiveAlpha, type RunSettings } from '../methods/settings';
import { methodVariantOf } from '../methods/variant';
import { writeLabels } from '../unlearn/write-labels';
import { labelBinding } from './binding';
import type { JobStream } from './events';
import { isTaken } from './resumable-training';
import type { Workspace } from './workspace';

/** With `store` the labels outlive the lab. @throws LetheError stage/order without a reinforced model where the settings want one */
export async function* label(
  workspace: Workspace,
  settings: RunSettings,
  store: KeyValue | null,
  signal: AbortSignal,
): JobStream<Labels> {
  const { model, files, hashes } = workspace.ready('label');
  const run = settings.reinforced ? workspace.current('label', settings) : await workspace.start(settings);
  if (settings.reinforced && !run.reinforced)
    return fail('stage/order', { stage: 'label', needs: 'reinforce' });
  const input = { ...settings, alpha: effectiveAlpha(settings) };
  const blocks = yield* labelBlocks(model, run.bank, run.texts.aligned, input, signal);
  const { config, tokenizer } = files;
  const vocabulary = Array.from({ length: config.vocabSize }, (_, id) => tokenizer.tokenText(id));
  run.labels = { origin: { variant: methodVariantOf(settings), settings, hashes }, vocabulary, blocks };
  if (store) {
    const binding = labelBinding(hashes, run.reinforced, settings);
    const file = writeLabels(run.labels);
    const put = runSlots.label.put({ binding, model: hashes.model, settings, file });
    yield { kind: 'checkpoint', step: null, isSaved: await isTaken(store, { put }) };
  }
  return run.labels;
}
