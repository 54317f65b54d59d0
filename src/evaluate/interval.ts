/** Where a metric may lie, given how few items it was measured on. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
