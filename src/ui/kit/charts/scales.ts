/** Scales of the charts, from d3-scale; the only file that imports it. */
import { scaleLinear } from 'd3-scale';

export interface Scale {
  /** from a value to a place */
  readonly at: (value: number) => number;
  /** round values along the axis, about `count` */
  readonly ticks: (count: number) => number[];
}

/** Values `low` … `high`, rounded outwards, over places `from` … `to`. An empty span becomes one of 1. */
export function linearScale(low: number, high: number, from: number, to: number): Scale {
  const scale = scaleLinear([low, high > low ? high : low + 1], [from, to]).nice();
  return { at: (value) => scale(value), ticks: (count) => scale.ticks(count) };
}
