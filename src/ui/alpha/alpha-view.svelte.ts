/**
 * The α that is looked at, which every strip, list and slider shows and moves. It starts at the α of the settings, and
 * returns there when that changes or labels are made. Moving it changes no setting, so no result gets out of date.
 */
import type { Labels } from '../../unlearn/record';

export interface Followed {
  /** the α that labels are made with */
  readonly alpha: number;
  /** those made last; null: none */
  readonly labels: Labels | null;
}

export class AlphaView {
  readonly #followed: () => Followed;
  /** Reads both, so that labels made anew with the same α return the view to it as well. Assigning moves it. */
  at = $derived.by(() => this.#followed().alpha);

  constructor(followed: () => Followed) {
    this.#followed = followed;
  }
}
