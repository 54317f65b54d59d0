/** The α that the page shows, and the one that labels are made with. */
export interface AlphaChoice {
  readonly shown: number;
  readonly used: number;
  /** Shows another α; no result becomes out of date. */
  readonly onmove: (alpha: number) => void;
  /** Makes labels with this α from now on. */
  readonly onuse: (alpha: number) => void;
}
