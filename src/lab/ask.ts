/** Every prompt continued by every voice, in one batch. */
import { generate } from '../model/generate';
import type { RunSettings } from '../unlearn/settings';
import type { Stage } from './events';
import type { Workspace } from './workspace';
import { writersOf, type Asked } from './writers';

export interface AskInput extends Asked {
  readonly maxTokens: number;
}

/** Texts by prompt and voice. `alpha` is asked at every step of equation 1. */
export async function* ask(
  workspace: Workspace,
  { maxTokens, ...asked }: AskInput,
  settings: RunSettings,
  alpha: () => number,
  signal: AbortSignal,
): Stage<string[][]> {
  const { model, files, world } = workspace.ready('ask');
  const { bank } = await workspace.any(settings);
  const writers = writersOf(asked, files, world, settings, alpha);
  const stopAt = files.config.eosTokenId;
  const ids = writers.map((): number[] => []);
  for await (const written of generate(model, bank, writers, { maxTokens, stopAt }, signal)) {
    for (const { writer, id } of written) ids[writer]?.push(id);
    const texts = written.map(({ writer: row }) => ({ row, text: files.tokenizer.decode(ids[row] ?? []) }));
    yield { kind: 'write', written: texts };
  }
  const { prompts, voices } = asked;
  return prompts.map((_, p) =>
    voices.map((__, i) => files.tokenizer.decode(ids[p * voices.length + i] ?? [])),
  );
}
