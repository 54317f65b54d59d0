/** Topological order, and rewriting graphs node by node. */
import { append } from '../base/append';
import { apply } from './build';
import type { Node, Value } from './ir';

/** The nodes that `values` need, each after its inputs. Iterative, because training graphs are deep. */
export function order(values: Iterable<Value>): Node[] {
  const nodeOf = (value: Value): Node[] => (value.kind === 'result' ? [value.node] : []);
  const done = new Set<Node>();
  const entered = new Set<Node>();
  const stack = [...values].flatMap(nodeOf).reverse();
  for (let node = stack.at(-1); node; node = stack.at(-1)) {
    if (entered.has(node)) {
      stack.pop();
      done.add(node);
    } else {
      entered.add(node);
      const next = node.inputs.flatMap(nodeOf).filter((inner) => !entered.has(inner));
      append(stack, next.reverse());
    }
  }
  return [...done];
}

/**
 * Rewrites a node: returns the values that replace its results, or null to keep it. `inputs` are already rewritten;
 * `usedOnce(i)` says whether input i has no other user.
 */
export type Rewrite = (
  node: Node,
  inputs: readonly Value[],
  usedOnce: (position: number) => boolean,
) => readonly Value[] | null;

/** The named values after applying `rewrite` to every node that they need and `leaf` to everything else. */
export function rewrite<O extends string>(
  outputs: ReadonlyMap<O, Value>,
  change: Rewrite,
  leaf: (value: Value) => Value = (value) => value,
): Map<O, Value> {
  const nodes = order(outputs.values());
  const uses = countUses([...outputs.values(), ...nodes.flatMap((node) => node.inputs)]);
  const made = new Map<Node, readonly Value[]>();
  const now = (value: Value): Value =>
    value.kind === 'result' ? (made.get(value.node)?.[value.index] ?? value) : leaf(value);
  for (const node of nodes) {
    const inputs = node.inputs.map(now);
    const usedOnce = (position: number): boolean => {
      const old = node.inputs[position];
      return old !== undefined && uses.get(old) === 1;
    };
    made.set(node, change(node, inputs, usedOnce) ?? apply(node.op, inputs, node.attributes));
  }
  return new Map([...outputs].map(([name, value]) => [name, now(value)]));
}

function countUses(mentions: readonly Value[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of mentions) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
