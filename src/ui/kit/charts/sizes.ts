/**
 * The width of a chart, in pixels: what a screen of 360 has room for. Charts grow with their place but never shrink, so
 * that their text stays as large as it is written: 12 or more.
 */
export const CHART_WIDTH = 288;
