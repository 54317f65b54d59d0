/** A linear map of the model, with its bias and its adapter if there are any. */
import { add, matMul, mul, reshape, scalar, split, transposeLast } from '../graph/build';
import type { Value } from '../graph/ir';
import type { LoraPair } from './lora';
import type { LoraStack } from './lora-stack';

/** Where graphs get parameters from: frozen weights, or slices of a trained vector. */
export interface Parameters {
  /** The weight with this name; null if the model does not have it (biases). */
  weight(name: string): Value | null;
  /** The parts of the embedding or the head, where it is stored in parts (tables.ts). */
  table?(name: string): readonly Value[];
  /** The weight with this name for each sequence, with its own adapter, [B, in, out]; null if all have the same. */
  weightOfEach?(name: string): Value | null;
  /** A module's adapter; null if it has none. */
  adapter(module: string): LoraPair | null;
  /**
   * The weights of modules that read the same numbers, one below another, [Σ out, in], if they are kept so too; all or none
   * of these modules have an adapter, and it is stacked.
   */
  joined?(modules: readonly string[]): Value | null;
  /** The adapters of modules that read the same numbers, where they are stacked; they are not given one by one then. */
  stack?(modules: readonly string[]): LoraStack | null;
}

/** x [N, in] → x Wᵀ + bias + adapter, [N, out]. */
export function project(x: Value, module: string, parameters: Parameters): Value {
  const [only] = projectAll(x, [module], parameters);
  return only ?? x;
}

/** x [N, in] → the same for each of several modules, [N, out] each. */
export function projectAll(x: Value, modules: readonly string[], parameters: Parameters): Value[] {
  const stack = parameters.stack?.(modules) ?? null;
  const withBias = (y: Value, module: string): Value => {
    const bias = parameters.weight(`${module}.bias`);
    return bias ? add(y, bias) : y;
  };
  const joined = parameters.joined?.(modules);
  if (joined) {
    const product = matMul(x, transposeLast(joined));
    const outs = modules.map((module) => required(parameters, `${module}.weight`).shape[0] ?? 0);
    const parts = split(stack ? add(product, adapt(x, stack)) : product, 1, outs);
    return modules.map((module, i) => withBias(parts[i] ?? product, module));
  }
  const adapted = stack ? adaptAll(x, stack) : null;
  return modules.map((module) => {
    const base = withBias(multiply(x, `${module}.weight`, parameters), module);
    const pair = parameters.adapter(module);
    const addend = adapted?.get(module) ?? (pair && adapt(x, pair));
    return addend ? add(base, addend) : base;
  });
}

/** x Wᵀ, [N, out], with one weight for all rows or one per sequence. */
function multiply(x: Value, name: string, parameters: Parameters): Value {
  const ofEach = parameters.weightOfEach?.(name);
  if (!ofEach) return matMul(x, transposeLast(required(parameters, name)));
  const [n = 0] = x.shape;
  const [, , out = 0] = ofEach.shape;
  return reshape(matMul(bySequence(x, ofEach), ofEach), [n, out]);
}

/** x [N, in] → [B, N / B, in], for matrices [B, ...]. */
function bySequence(x: Value, { shape: [batch = 1] }: Value): Value {
  const [n = 0, features = 0] = x.shape;
  return reshape(x, [batch, n / batch, features]);
}

/** scale · (x Aᵀ) Bᵀ, with one pair of matrices for all rows or one per sequence. */
function adapt(x: Value, { A, B, scale }: LoraPair): Value {
  const [n = 0] = x.shape;
  const rows = A.shape.length === 3 ? bySequence(x, A) : x;
  const low = mul(matMul(rows, transposeLast(A)), scalar(scale)); // [.., r]
  const high = matMul(low, transposeLast(B)); // [.., out]
  return reshape(high, [n, high.shape.at(-1) ?? 0]);
}

/** What the stacked adapters add to each of their modules. */
function adaptAll(x: Value, { modules, ...pair }: LoraStack): ReadonlyMap<string, Value> {
  const parts = split(
    adapt(x, pair),
    1,
    modules.map(({ out }) => out),
  );
  return new Map(parts.map((part, i) => [modules[i]?.name ?? '', part]));
}

/** The parts of the embedding or the head: itself, if it is one. */
export const requiredTable = (parameters: Parameters, name: string): readonly Value[] =>
  parameters.table?.(name) ?? [required(parameters, name)];

/** A weight that the model must have. @throws RangeError if it does not */
export function required(parameters: Parameters, name: string): Value {
  const found = parameters.weight(name);
  if (!found) throw new RangeError(`the model has no weight "${name}"`);
  return found;
}
