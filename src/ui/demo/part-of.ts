/** How far a movement is that begins at `from` and ends at `to`: 0 before, 1 after, smoothly in between. */
export function partOf(passed: number, from: number, to: number): number {
  const part = Math.min(Math.max((passed - from) / (to - from), 0), 1);
  return part * part * (3 - 2 * part);
}
