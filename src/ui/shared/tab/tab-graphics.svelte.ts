/** What graphics models in the tab have here. Asked once, when the first of them is chosen. */
import type { TabGraphics } from '../../../assist/tab/devices';
import { hasHalves } from '../../../runtime/request-gpu';

class Graphics {
  /** null: not known yet */
  found = $state<TabGraphics | null>(null);
  #asked: Promise<void> | null = null;

  ask(): Promise<void> {
    return (this.#asked ??= this.#ask());
  }

  async #ask(): Promise<void> {
    const halves = await hasHalves().catch(() => null);
    this.found = halves === null ? 'none' : halves ? 'halves' : 'whole';
  }
}

export const tabGraphics = new Graphics();
