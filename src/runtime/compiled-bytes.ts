/** How much memory a compiled graph keeps between its runs. */
import { bytesOfAll, peakBytes } from '../graph/memory';
import type { Graph } from '../graph/graph';

interface Keeping {
  /** whether the runtime keeps the memory of the results of a run for the next one */
  readonly keepsResults: boolean;
  readonly holdsWeights: boolean;
}

/** Bytes. */
export function compiledBytes(graph: Graph, { keepsResults, holdsWeights }: Keeping): number {
  const { constants, weights } = graph;
  return (
    bytesOfAll(constants) +
    (holdsWeights ? bytesOfAll(weights.values()) : 0) +
    (keepsResults ? peakBytes(graph) : 0)
  );
}
