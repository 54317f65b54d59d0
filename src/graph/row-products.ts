/**
 * Σ a b along the last axis as a product of every row of a with its column of b: one operation of a graphics card in place of
 * two, and no product as big as a. The CPU takes as long for it.
 */
import { sameShape, size } from '../base/shape';
import { rowDot } from './build';
import type { Node, Value } from './ir';
import { rewrite } from './rewrite';

/** The named values, with such sums of at least as many rows as a row has numbers: few rows would not fill a card. */
export function rowProducts<O extends string>(outputs: ReadonlyMap<O, Value>): Map<O, Value> {
  return rewrite(outputs, (node, [product], usedOnce) => {
    if (!product || !isSumOfRows(node, product) || !usedOnce(0)) return null;
    const [a, b] = product.kind === 'result' && product.node.op === 'Mul' ? product.node.inputs : [];
    return a && b && sameShape(a.shape, b.shape) ? [rowDot(a, b)] : null;
  });
}

const isSum = (node: Node): node is Node<'ReduceSum'> => node.op === 'ReduceSum';

function isSumOfRows(node: Node, { shape }: Value): boolean {
  const axes = isSum(node) ? node.attributes.axes : [];
  const k = shape.at(-1) ?? 0;
  return axes.length === 1 && axes[0] === shape.length - 1 && size(shape) >= k * k;
}
