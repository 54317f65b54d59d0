/**
 * The displayed α, shared by every strip, list and slider. It starts at the α of the settings and returns there when
 * the setting changes or new labels are made. Moving it changes no setting, so no result becomes out of date.
 */
import type { Labels } from '../../../unlearn/record';

interface Followed {
  /** the α used for labels */
  readonly alpha: number;
  /** the latest labels; null: none */
  readonly labels: Labels | null;
}

export class AlphaView {
  readonly #followed: () => Followed;
  readonly #alpha = $derived.by(() => this.#followed().alpha);
  readonly #labels = $derived.by(() => this.#followed().labels);
  /** Assigning moves it. Depends on the labels too: new labels with the same α also reset it. */
  at = $derived.by(() => ({ labels: this.#labels, alpha: this.#alpha }).alpha);

  constructor(followed: () => Followed) {
    this.#followed = followed;
  }
}
