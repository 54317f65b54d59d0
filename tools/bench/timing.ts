/** Timing in the page. */
export type Step = () => Promise<unknown>;

export async function milliseconds(step: Step): Promise<number> {
  const start = performance.now();
  await step();
  return performance.now() - start;
}

export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2
  );
}
