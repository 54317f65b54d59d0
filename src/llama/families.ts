/**
 * The families of models that run: what each computes beyond a Llama, and what its config.json means where a key is left
 * out (the defaults of its class in transformers). A model of another family is refused, and so is a key that would change
 * what one of these computes.
 */
import { keysOf } from '../base/records';
import type { Projection } from './projections';

export interface Family {
  readonly name: string;
  /** projections with a bias, whatever config.json says; null: `attention_bias` decides it for all four of attention */
  readonly biases: readonly Projection[] | null;
  /** whether queries and keys are normalised, head by head, before they are rotated */
  readonly headNorms: boolean;
  readonly defaults: {
    readonly kvHeads: number | null;
    readonly headDim: number | null;
    readonly context: number;
    /** positions that a token may attend to, itself among them; null: all before it */
    readonly slidingWindow: number | null;
    /** `use_sliding_window`: whether a window counts at all */
    readonly slides: boolean;
  };
}

const llama: Family = {
  name: 'Llama',
  biases: null,
  headNorms: false,
  defaults: { kvHeads: null, headDim: null, context: 2048, slidingWindow: null, slides: true },
};

/** By `model_type`. */
export const families = {
  llama,
  mistral: {
    ...llama,
    name: 'Mistral',
    biases: [],
    defaults: { ...llama.defaults, kvHeads: 8, context: 131_072, slidingWindow: 4096 },
  },
  qwen2: {
    ...llama,
    name: 'Qwen2',
    biases: ['q_proj', 'k_proj', 'v_proj'],
    defaults: { ...llama.defaults, kvHeads: 32, context: 32_768, slidingWindow: 4096, slides: false },
  },
  qwen3: {
    ...llama,
    name: 'Qwen3',
    headNorms: true,
    defaults: {
      kvHeads: 32,
      headDim: 128,
      context: 32_768,
      slidingWindow: 4096,
      slides: false,
    },
  },
} as const satisfies Readonly<Record<string, Family>>;

export type FamilyName = keyof typeof families;

export const familyNames = keysOf(families);

/** Such as “Llama”. */
export const familyTitles: readonly string[] = familyNames.map((name) => families[name].name);
