/** Which files are cached at once, and the order of the others. */
import type { Shipped } from './intact';

/** Heavy files, the most useful first; all others are the shell, without which there is no page. */
const heavy: readonly RegExp[] = [
  /^worlds\//u,
  /^lessons\//u,
  /^models\/base\//u,
  /^assets\/ort-wasm-simd-threaded-.*\.wasm$/u,
  /^models\//u,
  /\.wasm$/u,
  /^assets\/transformers\./u, // nothing needs it until a model of it is chosen
];

/** −1 for the shell. */
const weight = ({ url }: Shipped): number => heavy.findIndex((pattern) => pattern.test(url));

export function shellOf(files: readonly Shipped[]): Shipped[] {
  return files.filter((file) => weight(file) < 0);
}

export function restOf(files: readonly Shipped[]): Shipped[] {
  return files.filter((file) => weight(file) >= 0).sort((a, b) => weight(a) - weight(b));
}
