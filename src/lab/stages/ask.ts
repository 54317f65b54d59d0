/** Continues every prompt with every variant, in one batch; then with the gold model, which has separate weights. */
import { append } from '../../base/append';
import { fail } from '../error-catalogue';
import { prng } from '../../base/prng';
import { v, validate } from '../../base/schema';
import { greedy, sampling, type ChooseToken } from '../../model/choose';
import type { AdapterBank } from '../../model/adapter-bank';
import { generate, type Written } from '../../model/generate';
import type { EvaluatedModel } from '../../model/evaluated-model';
import type { GenerationInput } from '../../model/generation-inputs';
import type { RunSettings } from '../../methods/settings';
import { currentBank } from '../current-bank';
import type { LabJob, WrittenToken } from '../events';
import { openGold } from '../gold';
import type { Lab } from '../lab';
import { generationInputsOf, type GenerationRequest } from '../generation-inputs';

const sampled = v.object({
  /** 0 is greedy */
  temperature: v.pipe(v.number(), v.minValue(0), v.maxValue(5)),
  topP: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  seed: v.pipe(v.number(), v.safeInteger()),
});

/** How tokens are sampled; every variant has the same draws. */
type Sampled = v.InferOutput<typeof sampled>;

export interface AskInput extends GenerationRequest {
  readonly maxTokens: number;
  /** @default greedy */
  readonly sampled?: Sampled;
  /** Whether the data set's gold model, if any, answers too, after all variants. */
  readonly gold?: boolean;
}

/** Likeliest tokens reported with every generated one. */
const LIKELIEST = 5;

/**
 * Texts by prompt and variant, the gold model's last. α of equation 1 starts as in the settings and may change
 * during generation. Between two steps of a training, the variant that it trains answers as it is so far.
 * @throws LetheError settings/invalid, prompt/too-long
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
  { maxTokens, sampled: how, gold: wantsGold = false, ...asked }: AskInput,
  settings: RunSettings,
  signal: AbortSignal,
): LabJob<string[][]> {
  const { workspace } = lab;
  const loaded = workspace.ready('ask');
  const { files, dataset } = loaded;
  lab.alpha = settings.alpha;
  const alpha = (): number => lab.alpha;
  const inputs = generationInputsOf(asked, files, dataset, settings, alpha, (variant) =>
    workspace.training?.variant === variant ? { variant } : workspace.refOf(variant),
  );
  const texts: string[] = [];
  const write = async function* (
    { model, bank: adapters }: Pick<EvaluatedModel, 'model' | 'bank'>,
    some: GenerationInput[],
  ) {
    const first = texts.length;
    const ids = some.map((): number[] => []);
    append(
      texts,
      some.map(() => ''),
    );
    const choose = chooser(how, some.length);
    const stop = { maxTokens, stopAt: files.config.eosTokenIds, choose };
    for await (const written of generate(model, adapters, some, stop, signal)) {
      const told = written.map((one) => {
        const row = first + one.input;
        const text = files.tokenizer.decode([...(ids[one.input] ?? []), one.id]);
        ids[one.input]?.push(one.id);
        texts[row] = text;
        return { row, text, token: tokenOf(one, (id) => files.tokenizer.tokenText(id)) };
      });
      yield { kind: 'write' as const, written: told };
    }
  };

  if (asked.baselineReads === 'translation') {
    const opening = files.tokenizer.opening.length;
    yield {
      kind: 'read',
      translated: translations(inputs).map((ids) => files.tokenizer.decode(ids.subarray(opening))),
    };
  }
  yield* write({ model: loaded.model, bank }, inputs);
  const gold = wantsGold ? await openGold(lab, bank.lora) : null;
  if (gold) {
    const alone = { ...asked, variants: ['baseline'] } as const;
    try {
      const ofGold = generationInputsOf(alone, files, dataset, settings, alpha, (variant) => ({ variant }));
      yield* write(gold.evaluated, ofGold);
    } finally {
      await gold.release();
    }
  }
  const { length } = asked.variants;
  return asked.prompts.map((_, p) => [
    ...texts.slice(p * length, (p + 1) * length),
    ...(gold ? [texts[inputs.length + p] ?? ''] : []),
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

function tokenOf({ id, odds }: Written, tokenText: (id: number) => string): WrittenToken {
  const { probability, top } = odds(LIKELIEST);
  return {
    text: tokenText(id),
    probability,
    top: top.map((one) => ({ text: tokenText(one.id), probability: one.probability })),
  };
}
