/** A live curve, drawn by uPlot; the only file that imports it. */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

const HEIGHT = 160;

export interface Curve {
  /** Shows y over 1, 2, 3 … */
  show(y: readonly number[]): void;
  destroy(): void;
}

/** A curve that fills `element` and follows its width. Colours are the page's custom properties. */
export function drawCurve(element: HTMLElement): Curve {
  const colour = (name: string): string => getComputedStyle(element).getPropertyValue(name);
  const axis = { stroke: colour('--muted'), grid: { stroke: colour('--line'), width: 1 } };
  const plot = new uPlot(
    {
      width: Math.max(element.clientWidth, 1),
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false } },
      axes: [axis, axis],
      series: [{}, { stroke: colour('--accent'), width: 2 }],
    },
    [[], []],
    element,
  );
  const observer = new ResizeObserver(() => {
    plot.setSize({ width: Math.max(element.clientWidth, 1), height: HEIGHT });
  });
  observer.observe(element);
  return {
    show: (y) => {
      plot.setData([y.map((_, i) => i + 1), [...y]]);
    },
    destroy() {
      observer.disconnect();
      plot.destroy();
    },
  };
}
