/** The benchmark's peer: one LoRA step of workload L6 in jax-js, WASM device, f32, in one jit. */
import { blockUntilReady, defaultDevice, init, jit, nn, numpy as np, tree, valueAndGrad } from '@jax-js/jax';
import { parseConfig } from '../../src/llama/config';
import { view } from '../../src/llama/layout';
import { adapterLayout, allProjections } from '../../src/llama/lora';
import {
  attentionNorm,
  EMBEDDING,
  FINAL_NORM,
  HEAD,
  mlpNorm,
  moduleName,
  type Projection,
} from '../../src/llama/weights';
import { adamWDefaults } from '../../src/llama/adamw';

const BATCH = 4;
const LENGTH = 128;

const config = parseConfig({
  model_type: 'llama',
  vocab_size: 2048,
  hidden_size: 256,
  intermediate_size: 688,
  num_hidden_layers: 6,
  num_attention_heads: 8,
  num_key_value_heads: 4,
});
const { heads, kvHeads, headDim, vocabSize } = config;
const layout = adapterLayout(config, allProjections);

export interface StepWeights {
  readonly weights: ReadonlyMap<string, { shape: readonly number[]; data: Float32Array }>;
  /** flat, as `adapterLayout` lays it */
  readonly adapter: Float32Array;
}

/** Arrays by name. A type and not an interface, so that jax-js takes it for a tree of arrays. */
type Arrays = Record<string, np.Array>;

/** What a step changes: the LoRA matrices and their moments, all by their PEFT names. */
type State = { parameters: Arrays; mean: Arrays; square: Arrays };

/** What stays the same: the base weights and the tables of the rotation and the mask. */
type Frozen = { weights: Arrays; cosine: np.Array; sine: np.Array; mask: np.Array };

/** Another reference to a named array. */
function get(arrays: Arrays, name: string): np.Array {
  const found = arrays[name];
  if (!found) throw new Error(`Expected an array ${name}, found none`);
  return found.ref;
}

/** Takes x; gives x / √(mean(x²) + ε) · weight, over the last axis. */
function rmsNorm(x: np.Array, weight: np.Array): np.Array {
  const variance = np.mean(np.square(x.ref), -1, { keepdims: true });
  return x.mul(np.reciprocal(np.sqrt(variance.add(config.rmsNormEpsilon)))).mul(weight);
}

/** Takes x [B, L, N, d]; turns the halves of every head against each other: x · cos + rotate(x) · sin. */
function rotate(x: np.Array, { cosine, sine }: Frozen): np.Array {
  const halves = x.reshape([BATCH, LENGTH, -1, 2, headDim / 2]);
  const turned = np.flip(halves.ref, -2).mul(sine.ref);
  return halves.mul(cosine.ref).add(turned).reshape(x.shape);
}

/** Takes query [B, L, N, d], key and value [B, L, K, d]; gives [B · L, N · d]. */
function attend(query: np.Array, key: np.Array, value: np.Array, { mask }: Frozen): np.Array {
  const byHead = (x: np.Array) => np.swapaxes(x, 1, 2);
  const shared = (x: np.Array) => byHead(np.repeat(x, heads / kvHeads, 2));
  const scores = np
    .matmul(byHead(query), np.matrixTranspose(shared(key)))
    .mul(headDim ** -0.5)
    .add(mask.ref);
  return byHead(np.matmul(nn.softmax(scores, -1), shared(value))).reshape([BATCH * LENGTH, heads * headDim]);
}

/**
 * Takes x [B · L, H] and the head [V, H]; gives x headᵀ as a sum over two halves of H. With one product jax-js
 * (0.1.25) fuses the gradient of the cross-entropy into the product of the backward pass and computes it H times;
 * a gradient with two users is computed once.
 */
function headLogits(x: np.Array, head: np.Array): np.Array {
  const [weights, parts] = [np.split(head, 2, -1), np.split(x, 2, -1)];
  return parts.map((part, i) => np.matmul(part, np.transpose(weights[i] ?? part))).reduce((a, b) => a.add(b));
}

/** Takes the embedded tokens x [B · L, H]; gives the mean cross-entropy against labels [B · L]. */
function loss(adapter: Arrays, frozen: Frozen, embedded: np.Array, labels: np.Array): np.Array {
  const scale = allProjections.loraAlpha / allProjections.rank;
  let x = embedded;
  for (let layer = 0; layer < config.layers; layer++) {
    /** x Wᵀ + scale · (x Aᵀ) Bᵀ; keeps x. */
    const project = (into: np.Array, projection: Projection): np.Array => {
      const module = moduleName(layer, projection);
      const matrix = (which: 'A' | 'B') => get(adapter, `base_model.model.${module}.lora_${which}.weight`);
      const low = np.matmul(into.ref, np.transpose(matrix('A'))).mul(scale);
      const base = np.matmul(into.ref, np.transpose(get(frozen.weights, `${module}.weight`)));
      return base.add(np.matmul(low, np.transpose(matrix('B'))));
    };
    const split = (y: np.Array) => y.reshape([BATCH, LENGTH, -1, headDim]);

    const normed = rmsNorm(x.ref, get(frozen.weights, attentionNorm(layer)));
    const query = rotate(split(project(normed, 'q_proj')), frozen);
    const key = rotate(split(project(normed, 'k_proj')), frozen);
    const value = split(project(normed, 'v_proj'));
    const attended = attend(query, key, value, frozen);
    x = x.add(project(attended, 'o_proj'));

    const mlp = rmsNorm(x.ref, get(frozen.weights, mlpNorm(layer)));
    const gated = nn.silu(project(mlp, 'gate_proj')).mul(project(mlp, 'up_proj'));
    x = x.add(project(gated, 'down_proj'));
    tree.dispose([normed, attended, mlp, gated]);
  }
  const logits = headLogits(rmsNorm(x, get(frozen.weights, FINAL_NORM)), get(frozen.weights, HEAD));
  const chosen = np.sum(logits.ref.mul(nn.oneHot(labels.ref, vocabSize)), -1);
  return np.mean(nn.logsumexp(logits, -1).sub(chosen));
}

/** AdamW after clipping by the global norm. rates: η / (1 − β₁ᵗ) and 1 / (1 − β₂ᵗ). */
function adamW(
  { parameters, mean, square }: State,
  gradients: Arrays,
  rates: { rate: np.Array; correction: np.Array },
): State {
  const { beta1, beta2, epsilon, gradientClip } = adamWDefaults;
  const squares = Object.values(gradients).map((g) => np.sum(np.square(g.ref)));
  const norm = np.sqrt(squares.reduce((a, b) => a.add(b)));
  const clip = np.minimum(np.reciprocal(norm.add(1e-6)).mul(gradientClip ?? Infinity), 1);
  const next: State = { parameters: {}, mean: {}, square: {} };
  for (const [name, gradient] of Object.entries(gradients)) {
    const g = gradient.mul(clip.ref);
    const m = get(mean, name)
      .mul(beta1)
      .add(g.ref.mul(1 - beta1));
    const v = get(square, name)
      .mul(beta2)
      .add(np.square(g).mul(1 - beta2));
    const root = np.sqrt(v.ref.mul(rates.correction.ref)).add(epsilon);
    next.parameters[name] = get(parameters, name).sub(m.ref.div(root).mul(rates.rate.ref));
    next.mean[name] = m;
    next.square[name] = v;
  }
  tree.dispose([parameters, mean, square, rates.rate, rates.correction, clip]);
  return next;
}

type Batch = { ids: np.Array; labels: np.Array };
type Rates = { rate: np.Array; correction: np.Array };

/** The whole step, taking all its arguments: loss, gradients, clipping and AdamW. */
function step(
  state: State,
  frozen: Frozen,
  { ids, labels }: Batch,
  rates: Rates,
): { loss: np.Array; state: State } {
  const embedded = np.take(get(frozen.weights, EMBEDDING), ids, 0);
  const lossOf = (adapter: Arrays) => {
    const result = loss(adapter, frozen, embedded.ref, labels);
    tree.dispose(adapter);
    return result;
  };
  const [value, gradients] = valueAndGrad(lossOf)(tree.ref(state.parameters));
  tree.dispose([frozen, embedded, labels]);
  return { loss: value, state: adamW(state, gradients, rates) };
}

type Place = (data: Float32Array | Int32Array, shape: readonly number[]) => np.Array;

/** Rotary angles, broadcast to [B, L, N, 2, d / 2], with the sine's sign per half; and the causal mask [L, L]. */
function tables(place: Place): Omit<Frozen, 'weights'> {
  const half = headDim / 2;
  const angle = (position: number, i: number) => position * config.ropeTheta ** (-i / half);
  const fill = (size: number, value: (i: number) => number) =>
    Float32Array.from({ length: size }, (_, i) => value(i));
  const cosine = fill(LENGTH * half, (i) => Math.cos(angle(Math.floor(i / half), i % half)));
  const sine = fill(LENGTH * headDim, (i) => {
    const within = i % headDim;
    return (within < half ? -1 : 1) * Math.sin(angle(Math.floor(i / headDim), within % half));
  });
  const mask = fill(LENGTH * LENGTH, (i) => (i % LENGTH <= Math.floor(i / LENGTH) ? 0 : -1e9));
  return {
    cosine: place(cosine, [LENGTH, 1, 1, half]),
    sine: place(sine, [LENGTH, 1, 2, half]),
    mask: place(mask, [LENGTH, LENGTH]),
  };
}

/** Prepares the step; each call of the returned function runs one step on the kept state and gives the loss. */
export async function prepareJaxStep(
  { weights, adapter }: StepWeights,
  ids: Int32Array,
  labels: Int32Array,
  rate: number,
): Promise<() => Promise<number>> {
  await init('wasm');
  defaultDevice('wasm');
  const array: Place = (data, shape) => np.array(data.slice(), { shape: [...shape] });
  const byName = (entries: Iterable<readonly [string, np.Array]>): Arrays => Object.fromEntries(entries);
  const zeros = () => byName([...layout.parts].map(([name, { shape }]) => [name, np.zeros([...shape])]));
  const frozen: Frozen = {
    weights: byName([...weights].map(([name, { shape, data }]) => [name, array(data, shape)])),
    ...tables(array),
  };
  const batch: Batch = { ids: array(ids, [ids.length]), labels: array(labels, [labels.length]) };
  let state: State = {
    parameters: byName(
      [...layout.parts].map(([name, part]) => [name, array(view(adapter, part), part.shape)]),
    ),
    mean: zeros(),
    square: zeros(),
  };
  const jitted = jit(step);
  let count = 0;
  return async () => {
    count++;
    const rates = {
      rate: np.array(rate / (1 - adamWDefaults.beta1 ** count)),
      correction: np.array(1 / (1 - adamWDefaults.beta2 ** count)),
    };
    const result = jitted(state, tree.ref(frozen), tree.ref(batch), rates);
    state = result.state;
    // The loss first: reading it starts the whole step. Waiting for the state first has every array start it.
    const [value = NaN] = await result.loss.data();
    await blockUntilReady(state);
    return value;
  };
}
