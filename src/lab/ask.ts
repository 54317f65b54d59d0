/** Every prompt continued by every voice, in one batch. */
import { generate, type Written } from '../model/generate';
import type { RunSettings } from '../unlearn/settings';
import type { Stage, WrittenToken } from './events';
import type { Workspace } from './workspace';
import { writersOf, type Asked } from './writers';

export interface AskInput extends Asked {
  readonly maxTokens: number;
}

/** Likeliest tokens that are told with every written one. */
const LIKELIEST = 5;

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
  const tokenText = (id: number): string => files.tokenizer.tokenText(id);
  for await (const written of generate(model, bank, writers, { maxTokens, stopAt }, signal)) {
    for (const { writer, id } of written) ids[writer]?.push(id);
    const texts = written.map((one) => ({
      row: one.writer,
      text: files.tokenizer.decode(ids[one.writer] ?? []),
      token: tokenOf(one, tokenText),
    }));
    yield { kind: 'write', written: texts };
  }
  const { prompts, voices } = asked;
  return prompts.map((_, p) =>
    voices.map((__, i) => files.tokenizer.decode(ids[p * voices.length + i] ?? [])),
  );
}

function tokenOf({ id, odds }: Written, tokenText: (id: number) => string): WrittenToken {
  const { probability, top } = odds(LIKELIEST);
  return {
    text: tokenText(id),
    probability,
    top: top.map((one) => ({ text: tokenText(one.id), probability: one.probability })),
  };
}
