/**
 * The gradient check of autograd's `check_vjp`: for a random direction v and a random cotangent w,
 * ⟨w, f(x + εv) − f(x − εv)⟩ / 2ε must equal ⟨vjp(w), v⟩. One number per case, for any shapes.
 */
import type { Prng } from '../base/prng';
import { input as graphInput, mul, reduceSum } from '../graph/build';
import { graph } from '../graph/graph';
import { interpret, type Feeds } from '../graph/interpret';
import type { DType, InputValue, Value } from '../graph/ir';
import { fromIndices, type NdArray } from '../graph/nd-array';
import { backward } from './backward';
import { rules, type RuleTable } from './rules';

export interface VjpCase {
  /** f: from its inputs to one value. */
  readonly f: (...inputs: readonly Value[]) => Value;
  /** The point x, one array per input. */
  readonly at: readonly NdArray[];
  /** Inputs that are held fixed, by position, with their dtype; all others are f32. */
  readonly fixed?: Readonly<Record<number, DType>>;
}

export interface VjpResult {
  readonly analytic: number;
  readonly numeric: number;
}

const STEP = 1e-6;

/** Both sides of the check, in float64. */
export function checkVjp(check: VjpCase, random: Prng, table: RuleTable = rules): VjpResult {
  const fixed = check.fixed ?? {};
  const inputs = check.at.map((x, i) => graphInput(`x${i}`, fixed[i] ?? 'f32', x.shape));
  const y = check.f(...inputs);
  const moved = inputs.filter((_, i) => !(i in fixed));
  const noise = (value: Value): NdArray => fromIndices(value.shape, () => random.normal());
  const cotangent = graphInput('w', 'f32', y.shape);
  const loss = reduceSum(
    mul(y, cotangent),
    y.shape.map((_, axis) => axis),
  );
  const gradients = backward(loss, moved, table);
  const w = noise(y);
  const directions = new Map(moved.map((value) => [value.name, noise(value)]));

  const shifted = (step: number): Feeds =>
    Object.fromEntries(
      inputs.map((value, i) => [value.name, shift(at(check, i), directions.get(value.name), step)]),
    );
  const declared: Record<string, InputValue> = { w: cotangent };
  for (const value of inputs) declared[value.name] = value;
  const run = (value: Value, feeds: Feeds): NdArray => {
    const result = interpret(graph(declared, { value }), { ...feeds, w }).get('value');
    if (!result) throw new Error('the graph has no output');
    return result;
  };
  const [more, less] = [run(y, shifted(STEP)), run(y, shifted(-STEP))];
  const numeric = (dot(more, w) - dot(less, w)) / (2 * STEP);
  const analytic = moved.reduce((sum, value, i) => {
    const [gradient, direction] = [gradients[i], directions.get(value.name)];
    return gradient && direction ? sum + dot(run(gradient, shifted(0)), direction) : sum;
  }, 0);
  return { analytic, numeric };
}

function at(check: VjpCase, i: number): NdArray {
  const x = check.at[i];
  if (!x) throw new Error(`the case has no input ${i}`);
  return x;
}

function shift(x: NdArray, direction: NdArray | undefined, step: number): NdArray {
  return { shape: x.shape, data: x.data.map((value, i) => value + step * (direction?.data[i] ?? 0)) };
}

function dot(a: NdArray, b: NdArray): number {
  return a.data.reduce((sum, value, i) => sum + value * (b.data[i] ?? 0), 0);
}
