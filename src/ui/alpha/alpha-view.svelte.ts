/**
 * The α that is looked at, which every strip, list and slider shows and moves. It starts at the α of the settings, and
 * returns there when that changes or labels are made. Moving it changes no setting, so no result gets out of date.
 */
import type { Labels } from '../../unlearn/record';

interface Followed {
  /** the α that labels are made with */
  readonly alpha: number;
  /** those made last; null: none */
  readonly labels: Labels | null;
}

export class AlphaView {
  readonly #followed: () => Followed;
  readonly #alpha = $derived.by(() => this.#followed().alpha);
  readonly #labels = $derived.by(() => this.#followed().labels);
  /** Assigning moves it. It reads the labels too: made anew with the same α, they return it. */
  at = $derived.by(() => ({ labels: this.#labels, alpha: this.#alpha }).alpha);

  constructor(followed: () => Followed) {
    this.#followed = followed;
  }
}
