/** The benchmark's peer: one LoRA step of workload L6 in jax-js, WASM device, f32, in one jit. */
import { blockUntilReady, defaultDevice, init, jit, nn, numpy as np, tree, valueAndGrad } from '@jax-js/jax';
import { adamWDefaults } from '../../src/llama/adamw';
import { adapterLayout, allProjections } from '../../src/llama/lora';
import type { Projection } from '../../src/llama/projections';
import * as names from '../../src/llama/weights';
import { config, shape } from './workload';

const { batch: BATCH, length: LENGTH } = shape;
const { heads, kvHeads, headDim } = config;

/** Of one layer's part of an adapter; an adapter is these parts, one after another. */
const layout = adapterLayout({ ...config, layers: 1 }, allProjections);

export interface StepWeights {
  readonly weights: ReadonlyMap<string, { shape: readonly number[]; data: Float32Array }>;
  /** flat, as `adapterLayout` lays it */
  readonly adapter: Float32Array;
}

/** Arrays by name. These are types and not interfaces: jax-js takes only those for trees of arrays. */
type Arrays = Record<string, np.Array>;

/** What a step changes: the LoRA matrices and their moments, in one flat vector per layer. */
type State = { parameters: np.Array[]; firstMoment: np.Array[]; secondMoment: np.Array[] };

/** What stays the same: the base weights and the tables of the rotation and the mask. */
type Frozen = { weights: Arrays; cosine: np.Array; sine: np.Array; mask: np.Array };

type Batch = { ids: np.Array; labels: np.Array };

/** Single numbers: η / (1 − β₁ᵗ) and 1 / (1 − β₂ᵗ). */
type Rates = { rate: np.Array; correction: np.Array };

/** Another reference to a named array. */
function get(arrays: Arrays, name: string): np.Array {
  const found = arrays[name];
  if (!found) throw new Error(`Expected an array ${name}, found none`);
  return found.ref;
}

/** Takes a layer's flat vector; gives its matrices, under the names of layer 0. */
function cut(flat: np.Array): Arrays {
  const parts = [...layout.parts];
  const starts = parts.slice(1).map(([, { offset }]) => offset);
  const pieces = np.split(flat, starts);
  return Object.fromEntries(
    parts.map(([name, { shape }], i) => [name, (pieces[i] ?? flat).reshape([...shape])]),
  );
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
  const products = np.matmul(byHead(query), np.matrixTranspose(shared(key)));
  const scores = products.mul(headDim ** -0.5).add(mask.ref);
  return byHead(np.matmul(nn.softmax(scores, -1), shared(value))).reshape([BATCH * LENGTH, heads * headDim]);
}

/**
 * How the head's product is written. `plain` is what one would write. `halves` is a sum over two halves of H:
 * a gradient with two users is computed once; with a single one, jax-js 0.1.25 fuses it into the product and
 * computes it H times.
 */
export type HeadForm = 'plain' | 'halves';

/** Takes x [B · L, H] and the head [V, H]; gives x headᵀ. */
function headLogits(x: np.Array, head: np.Array, form: HeadForm): np.Array {
  if (form === 'plain') return np.matmul(x, np.transpose(head));
  const ofHead = np.split(head, 2, -1);
  const products = np.split(x, 2, -1).map((part, i) => np.matmul(part, np.transpose(ofHead[i] ?? part)));
  return products.reduce((a, b) => a.add(b));
}

/** Takes the embedded tokens x [B · L, H]; gives the mean cross-entropy against labels [B · L]. */
function loss(
  adapter: np.Array[],
  frozen: Frozen,
  embedded: np.Array,
  labels: np.Array,
  form: HeadForm,
): np.Array {
  const scale = allProjections.loraAlpha / allProjections.rank;
  let x = embedded;
  for (const [layer, flat] of adapter.entries()) {
    const matrices = cut(flat);
    /** x Wᵀ + (scale · x Aᵀ) Bᵀ; keeps x. */
    const project = (into: np.Array, projection: Projection): np.Array => {
      const lora = `base_model.model.${names.moduleName(0, projection)}.lora_`;
      const low = np.matmul(into.ref, np.transpose(get(matrices, `${lora}A.weight`))).mul(scale);
      const weight = get(frozen.weights, `${names.moduleName(layer, projection)}.weight`);
      const base = np.matmul(into.ref, np.transpose(weight));
      return base.add(np.matmul(low, np.transpose(get(matrices, `${lora}B.weight`))));
    };
    const split = (y: np.Array) => y.reshape([BATCH, LENGTH, -1, headDim]);

    const normed = rmsNorm(x.ref, get(frozen.weights, names.attentionNorm(layer)));
    const query = rotate(split(project(normed, 'q_proj')), frozen);
    const key = rotate(split(project(normed, 'k_proj')), frozen);
    const attended = attend(query, key, split(project(normed, 'v_proj')), frozen);
    x = x.add(project(attended, 'o_proj'));

    const mlp = rmsNorm(x.ref, get(frozen.weights, names.mlpNorm(layer)));
    const gated = nn.silu(project(mlp, 'gate_proj')).mul(project(mlp, 'up_proj'));
    x = x.add(project(gated, 'down_proj'));
    tree.dispose([normed, attended, mlp, gated, matrices]);
  }
  const last = rmsNorm(x, get(frozen.weights, names.FINAL_NORM));
  const logits = headLogits(last, get(frozen.weights, names.HEAD), form);
  const chosen = np.sum(logits.ref.mul(nn.oneHot(labels.ref, config.vocabSize)), -1);
  return np.mean(nn.logsumexp(logits, -1).sub(chosen));
}

/** AdamW after clipping by the global norm; takes all its arguments. */
function adamW(state: State, gradients: np.Array[], { rate, correction }: Rates): State {
  const { beta1, beta2, epsilon, gradientClip } = adamWDefaults;
  const norm = np.sqrt(gradients.map((g) => np.sum(np.square(g.ref))).reduce((a, b) => a.add(b)));
  const clip = np.minimum(np.reciprocal(norm.add(1e-6)).mul(gradientClip ?? Infinity), 1);
  const blend = (old: np.Array, beta: number, now: np.Array) => old.mul(beta).add(now.mul(1 - beta));
  const next = (p: np.Array, oldFirst: np.Array, oldSecond: np.Array, gradient: np.Array) => {
    const g = gradient.mul(clip.ref);
    const firstMoment = blend(oldFirst, beta1, g.ref);
    const secondMoment = blend(oldSecond, beta2, np.square(g));
    const root = np.sqrt(secondMoment.ref.mul(correction.ref)).add(epsilon);
    return { parameters: p.sub(firstMoment.ref.div(root).mul(rate.ref)), firstMoment, secondMoment };
  };
  const layers = tree.map(next, state.parameters, state.firstMoment, state.secondMoment, gradients);
  tree.dispose([rate, correction, clip]);
  const column = (name: keyof State) => layers.map((layer) => layer[name]);
  return {
    parameters: column('parameters'),
    firstMoment: column('firstMoment'),
    secondMoment: column('secondMoment'),
  };
}

/** The whole step, taking all its arguments: loss, gradients, clipping and AdamW. */
function step(state: State, frozen: Frozen, { ids, labels }: Batch, rates: Rates, form: HeadForm) {
  const embedded = np.take(get(frozen.weights, names.EMBEDDING), ids, 0);
  const lossOf = (adapter: np.Array[]) => loss(adapter, frozen, embedded.ref, labels, form);
  const [value, gradients] = valueAndGrad(lossOf)(tree.ref(state.parameters));
  tree.dispose([frozen, embedded, labels]);
  return { loss: value, state: adamW(state, gradients, rates) };
}

type Place = (data: Float32Array | Int32Array, shape: readonly number[]) => np.Array;

/** Rotary angles, broadcast to [B, L, N, 2, d / 2], with the sine's sign per half; and the causal mask [L, L]. */
function tables(place: Place): Omit<Frozen, 'weights'> {
  const half = headDim / 2;
  const angle = (position: number, i: number) => position * config.ropeTheta ** (-i / half);
  const table = (sizes: readonly number[], value: (position: number, i: number) => number) => {
    const columns = sizes.slice(1).reduce((a, b) => a * b);
    const at = (_: unknown, i: number) => value(Math.floor(i / columns), i % columns);
    return place(Float32Array.from({ length: LENGTH * columns }, at), sizes);
  };
  const sign = (i: number) => (i < half ? -1 : 1);
  return {
    cosine: table([LENGTH, 1, 1, half], (position, i) => Math.cos(angle(position, i))),
    sine: table([LENGTH, 1, 2, half], (position, i) => sign(i) * Math.sin(angle(position, i % half))),
    mask: table([LENGTH, LENGTH], (query, key) => (key <= query ? 0 : -1e9)),
  };
}

/** Prepares the step; each call of the returned function runs one step on the kept state and gives the loss. */
export async function prepareJaxStep(
  { weights, adapter }: StepWeights,
  ids: Int32Array,
  labels: Int32Array,
  rate: number,
  form: HeadForm,
): Promise<() => Promise<number>> {
  await init('wasm');
  defaultDevice('wasm');
  const place: Place = (data, shape) => np.array(data.slice(), { shape: [...shape] });
  const frozen: Frozen = {
    weights: Object.fromEntries([...weights].map(([name, { shape, data }]) => [name, place(data, shape)])),
    ...tables(place),
  };
  const batch: Batch = { ids: place(ids, [ids.length]), labels: place(labels, [labels.length]) };
  const starts = Array.from({ length: config.layers }, (_, layer) => layer * layout.size);
  let state: State = {
    parameters: starts.map((start) => place(adapter.subarray(start, start + layout.size), [layout.size])),
    firstMoment: starts.map(() => np.zeros([layout.size])),
    secondMoment: starts.map(() => np.zeros([layout.size])),
  };
  const jitted = jit((...[now, base, tokens, rates]: [State, Frozen, Batch, Rates]) =>
    step(now, base, tokens, rates, form),
  );
  let count = 0;
  return async () => {
    count++;
    const rates = {
      rate: np.array(rate / (1 - adamWDefaults.beta1 ** count)),
      correction: np.array(1 / (1 - adamWDefaults.beta2 ** count)),
    };
    const result = jitted(state, tree.ref(frozen), tree.ref(batch), rates);
    state = result.state;
    // The loss first: that starts the whole step. Waiting for the state first has each of its arrays start it.
    await blockUntilReady(result.loss);
    await blockUntilReady(state);
    return result.loss.item();
  };
}
