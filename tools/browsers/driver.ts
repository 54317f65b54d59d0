/** What the smoke story needs of a browser. Each browser has a driver of its own. */

export interface Driver {
  /** Name and version. */
  readonly browser: string;
  goTo(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Clicks the middle of the first element that the XPath finds. */
  click(xpath: string): Promise<void>;
  /** Types into the first element that the XPath finds. */
  type(xpath: string, text: string): Promise<void>;
  /** The value of a JavaScript expression in the page, as JSON. */
  value(expression: string): Promise<unknown>;
  /** Runs an expression that loads the page anew, and waits until that is done. */
  leave(expression: string): Promise<void>;
  close(): Promise<void>;
}
