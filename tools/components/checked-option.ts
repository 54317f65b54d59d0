/** happy-dom matches `:checked` to inputs only, but Svelte finds the chosen option of a bound select by it. */
Object.defineProperty(HTMLSelectElement.prototype, 'querySelector', {
  configurable: true,
  value(this: HTMLSelectElement, selector: string): Element | null {
    if (selector === ':checked') return this.selectedOptions.item(0);
    return this.querySelectorAll(selector)[0] ?? null;
  },
});
