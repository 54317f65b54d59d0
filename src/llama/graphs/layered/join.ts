/** Graph: chunks of rows one after another. */
import { fromEntries } from '../../../base/records';
import { concat, input, slice } from '../../../graph/build';
import { graph, type Graph } from '../../../graph/graph';

/** part.0 … part.count−1 [n, H] → joined [rows, H], without the rows that fill up the last part. */
export function joinGraph(
  count: number,
  [n, H]: readonly [n: number, H: number],
  rows: number,
): Graph<string, 'joined'> {
  const parts = Array.from({ length: count }, (_, i) => input(`part.${i}`, 'f32', [n, H]));
  const inputs = fromEntries(parts.map((part) => [part.name, part]));
  return graph<string, 'joined'>(inputs, { joined: slice(concat(parts, 0), 0, 0, rows) });
}
