/** Continues every prompt with every variant, in one batch; then with the gold model, which has separate weights. */
import { fail } from '../error-catalogue';
import { prng } from '../../base/prng';
import { v, validate } from '../../base/schema';
import { greedy, sampling, type ChooseToken } from '../../model/choose';
import type { AdapterBank } from '../../model/adapter-bank';
import { generate } from '../../model/generate';
import type { EvaluatedModel } from '../../model/evaluated-model';
import type { GenerationInput } from '../../model/generation-inputs';
import type { RunSettings } from '../../methods/settings';
import { AnswerRows } from '../answer-rows';
import { askedPrompts, type Chat } from '../asked-prompts';
import { currentBank } from '../current-bank';
import type { LabJob } from '../events';
import { openGold } from '../gold';
import { lastAnswerOf } from '../last-answer';
import type { Lab } from '../lab';
import { generationInputsOf, type GenerationRequest } from '../generation-inputs';
import { openedModel } from '../opened-adapter';
import { Transcript } from '../transcript';

const sampled = v.object({
  /** 0 is greedy */
  temperature: v.pipe(v.number(), v.minValue(0), v.maxValue(5)),
  topP: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  seed: v.pipe(v.number(), v.safeInteger()),
});

/** How tokens are sampled; every variant has the same draws. */
type Sampled = v.InferOutput<typeof sampled>;

export interface AskInput extends Omit<GenerationRequest, 'prompts'> {
  readonly prompts: readonly string[];
  /** Whether prompts are asked as in a chat, and how it begins; null: they are continued. @default null */
  readonly chat?: Chat | null;
  readonly maxTokens: number;
  /** @default greedy */
  readonly sampled?: Sampled;
  /** Whether the adapter that was opened to compare answers too, after all variants. */
  readonly opened?: boolean;
  /** Whether the data set's gold model, if any, answers too, after all others. */
  readonly gold?: boolean;
}

/**
 * Texts by prompt and variant, the gold model's last. The logits of equation 1 are kept for `answerAt`. Between two steps
 * of a training, the variant that it trains answers as it is so far.
 * @throws LetheError settings/invalid, prompt/too-long, chat/none, chat/failed
 */
export async function* ask(
  lab: Lab,
  input: AskInput,
  settings: RunSettings,
  signal: AbortSignal,
): LabJob<string[][]> {
  lab.workspace.ready('ask');
  const { bank, release } = await currentBank(lab.workspace, settings);
  try {
    return yield* askBank(lab, bank, input, settings, signal);
  } finally {
    await release();
  }
}

async function* askBank(
  lab: Lab,
  bank: AdapterBank,
  {
    maxTokens,
    sampled: how,
    opened: wantsOpened = false,
    gold: wantsGold = false,
    chat = null,
    ...input
  }: AskInput,
  settings: RunSettings,
  signal: AbortSignal,
): LabJob<string[][]> {
  const { workspace } = lab;
  const loaded = await workspace.baseline('ask', settings);
  const { files, dataset } = loaded;
  lab.lastAnswer = null;
  const asked = { ...input, prompts: await askedPrompts(files, input.prompts, chat) };
  const inputs = generationInputsOf(asked, files, dataset, settings, (variant) =>
    workspace.training?.variant === variant ? { variant } : workspace.refOf(variant),
  );
  const { length } = asked.variants;
  const transcript = new Transcript(files.tokenizer);
  const stopAt = files.config.eosTokenIds;
  const chooserOf = (rows: number): ChooseToken => chooser(how, rows);
  const write = async function* (
    { model, bank: adapters }: Pick<EvaluatedModel, 'model' | 'bank'>,
    rows: AnswerRows,
    first: number,
  ) {
    const { sequences, logitsOf } = rows;
    const generation = { maxTokens, stopAt, choose: chooserOf(sequences.length), logitsOf };
    for await (const written of generate(model, adapters, sequences, generation, signal)) {
      const told = rows.answered(written).map((one) => transcript.add(first + one.answer, one.written));
      yield { kind: 'write' as const, written: told };
    }
  };

  if (asked.baselineReads === 'translation') {
    const opening = chat ? 0 : files.tokenizer.opening.length;
    yield {
      kind: 'read',
      translated: translations(inputs).map((ids) => files.tokenizer.decode(ids.subarray(opening))),
    };
  }
  const rows = new AnswerRows(inputs);
  yield* write({ model: loaded.model, bank }, rows, 0);
  const cache = rows.caches.get(asked.variants.indexOf('equation1'));
  const again = { maxTokens, chooser: () => chooserOf(1) };
  lab.lastAnswer = cache ? lastAnswerOf(loaded.model, bank, cache, again) : null;

  const others = [
    wantsOpened && workspace.opened ? () => openedModel(workspace, settings) : null,
    wantsGold ? () => openGold(lab, settings) : null,
  ];
  let count = 0; // of others that answered
  for (const openOther of others) {
    const other = await openOther?.();
    if (!other) continue;
    const { evaluated, release } = other;
    const alone = { ...asked, variants: [evaluated.variantRef.variant] };
    try {
      const ofOther = generationInputsOf(alone, files, dataset, settings, (variant) => ({ variant }));
      yield* write(evaluated, new AnswerRows(ofOther), inputs.length + count * asked.prompts.length);
    } finally {
      await release();
    }
    count += 1;
  }
  return asked.prompts.map((_, p) => [
    ...asked.variants.map((_, variant) => transcript.text(p * length + variant)),
    ...Array.from({ length: count }, (_, other) =>
      transcript.text(inputs.length + other * asked.prompts.length + p),
    ),
  ]);
}

function chooser(how: Sampled | undefined, inputs: number): ChooseToken {
  if (how === undefined) return greedy;
  const { temperature, topP, seed } = validate(sampled, how, (mismatch) =>
    fail('settings/invalid', mismatch),
  );
  if (temperature === 0) return greedy;
  const each = Array.from({ length: inputs }, () => sampling(prng(seed), temperature, topP));
  return (logits, input) => (each[input] ?? greedy)(logits);
}

/** What the baseline reads inside equation 1, one text per prompt. */
function translations(inputs: readonly GenerationInput[]): Int32Array[] {
  return inputs.flatMap((one) => (one.variant === 'equation1' && one.translated ? [one.translated.ids] : []));
}
