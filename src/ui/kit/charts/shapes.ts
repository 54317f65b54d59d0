/** Shapes of the charts, from d3-shape; the only file that imports it. */
import { line } from 'd3-shape';

/** The path through `points`, with a gap where there is no value. */
export function pathOf(points: readonly (readonly [x: number, y: number | null])[]): string {
  return (
    line<readonly [number, number | null]>(
      ([x]) => x,
      ([, y]) => y ?? 0,
    ).defined(([, y]) => y !== null)(points) ?? ''
  );
}
