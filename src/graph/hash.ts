/** The identity of a graph: equal graphs have equal hashes, so compiled graphs can be cached by hash. */
import { contentHash } from '../base/hash';
import type { Graph } from './graph';
import { print } from './print';

/** SHA-256 over the printed graph and the bytes of its constants, 64 hex digits. */
export function hash(graph: Graph): string {
  return contentHash(print(graph), ...graph.constants.map((value) => value.data));
}
