/** What outlasts each text that is written: whether the search for names is open, and whether it starts with the next text. */
export class NamesWish {
  isOpen = $state(false);
  #isDue = false;

  /** `hurry` reads at once what is still being written, and says whether there was any. */
  constructor(private readonly hurry: () => boolean) {}

  /** Whether a search may start: not in a text that is about to be replaced; it then starts in the one that comes. */
  mayStart(): boolean {
    this.#isDue = this.hurry();
    return !this.#isDue;
  }

  /** Whether a search is to start at once; said only once. */
  takeDue(): boolean {
    const isDue = this.#isDue;
    this.#isDue = false;
    return isDue;
  }
}
