/** Live curves, drawn by uPlot; the only file that imports it. */
import { largest } from '../../../base/extremes';
import { number } from '../../i18n/i18n.svelte';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

const HEIGHT = 160;
/** Curves at once: the run and the four before it. */
const SERIES = 5;

export interface Curve {
  /** Shows each series over 1, 2, 3 …; the first stands out. */
  show(series: readonly (readonly number[])[]): void;
  destroy(): void;
}

/** Curves that fill `element` and follow its width. Colours are the page's custom properties. */
export function drawCurve(element: HTMLElement): Curve {
  const colour = (name: string) => (): string => getComputedStyle(element).getPropertyValue(name);
  const axis = {
    stroke: colour('--muted'),
    grid: { stroke: colour('--line'), width: 1 },
    values: (_: uPlot, ticks: readonly number[]) => ticks.map((tick) => number(tick)),
  };
  const plot = new uPlot(
    {
      width: Math.max(element.clientWidth, 1),
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false } },
      axes: [axis, axis],
      series: [
        {},
        ...Array.from({ length: SERIES - 1 }, () => ({ stroke: colour('--faint'), width: 1 })),
        { stroke: colour('--accent'), width: 2 },
      ],
    },
    [[], ...Array.from({ length: SERIES }, () => [])],
    element,
  );
  const observer = new ResizeObserver(() => {
    plot.setSize({ width: Math.max(element.clientWidth, 1), height: HEIGHT });
  });
  observer.observe(element);
  return {
    show([first = [], ...others]) {
      const longest = largest(
        others.map(({ length }) => length),
        first.length,
      );
      const padded = (y: readonly number[]): (number | null)[] =>
        Array.from({ length: longest }, (_, i) => y[i] ?? null);
      const before = Array.from({ length: SERIES - 1 }, (_, i) => padded(others[i] ?? []));
      plot.setData([Array.from({ length: longest }, (_, i) => i + 1), ...before, padded(first)]);
    },
    destroy() {
      observer.disconnect();
      plot.destroy();
    },
  };
}
