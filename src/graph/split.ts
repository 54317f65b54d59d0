/**
 * One Split where several slices cut one tensor along one axis: one operation of a graphics card in place of one for each.
 * Where they are more than MOST, a first Split gives runs of them, and each run has a Split of its own.
 */
import { dim } from '../base/shape';
import { apply } from './build';
import type { Node, Value } from './ir';
import { order, rewrite } from './rewrite';

/** Parts of a Split. With the tensor that they are cut from, no more buffers than every card binds at one time. */
const MOST = 7;

/** Elements start … end−1 along an axis. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/** The named values, with slices that share a tensor made by Splits. */
export function splitSlices<O extends string>(outputs: ReadonlyMap<O, Value>): Map<O, Value> {
  const groups = new Map<Value, Node<'Slice'>[]>();
  for (const node of order(outputs.values())) {
    const [x] = node.inputs;
    if (x && isSlice(node)) groups.set(x, [...(groups.get(x) ?? []), node]);
  }
  const groupOf = new Map<Node, readonly Node<'Slice'>[]>();
  for (const nodes of groups.values()) {
    if (isApart(nodes)) for (const node of nodes) groupOf.set(node, nodes);
  }
  const made = new Map<Node, Value>();
  return rewrite(outputs, (node, [x]) => {
    const nodes = groupOf.get(node);
    if (!x || !nodes) return null;
    if (!made.has(node)) cutAll(x, nodes, made);
    const part = made.get(node);
    return part ? [part] : null;
  });
}

const isSlice = (node: Node): node is Node<'Slice'> => node.op === 'Slice';

const byStart = (a: Part, b: Part): number => a.start - b.start;

/** Whether the slices are several, along one axis, and share no element. */
function isApart(nodes: readonly Node<'Slice'>[]): boolean {
  const parts = nodes.map(({ attributes }) => attributes).sort(byStart);
  const [first] = parts;
  const fits = parts.every(({ axis, start }, i) => axis === first?.axis && start >= (parts[i - 1]?.end ?? 0));
  return nodes.length > 1 && fits;
}

/** Cuts x into what the slices take and what lies between, and adds the parts of the slices to `made`. */
function cutAll(x: Value, nodes: readonly Node<'Slice'>[], made: Map<Node, Value>): void {
  const slices = [...nodes].sort((a, b) => byStart(a.attributes, b.attributes));
  const axis = slices[0]?.attributes.axis ?? 0;
  const parts: Part[] = [];
  let done = 0;
  const upTo = (start: number): void => {
    if (start > done) parts.push({ start: done, end: start });
  };
  for (const { attributes } of slices) {
    upTo(attributes.start);
    parts.push(attributes);
    done = attributes.end;
  }
  upTo(dim(x.shape, axis));
  const values = cut(x, parts, axis);
  for (const node of slices) {
    const value = values[parts.indexOf(node.attributes)];
    if (value) made.set(node, value);
  }
}

/** The parts of x, which follow one another. */
function cut(x: Value, parts: readonly Part[], axis: number): readonly Value[] {
  if (parts.length === 1) return [x];
  if (parts.length <= MOST)
    return apply('Split', [x], { axis, sizes: parts.map(({ start, end }) => end - start) });
  const runs = Array.from({ length: Math.ceil(parts.length / MOST) }, (_, i) =>
    parts.slice(i * MOST, (i + 1) * MOST),
  );
  const spans = runs.map((run) => ({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 }));
  const pieces = cut(x, spans, axis);
  return runs.flatMap((run, i) => cut(pieces[i] ?? x, run, axis));
}
