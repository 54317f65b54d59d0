/** The page as a user drives it, in any browser that has a driver. */
import type { Driver } from './driver';

/** Most milliseconds for one piece of work, and between two looks. */
const PATIENCE = 240_000;
const PAUSE = 50;

/** Answers of the page are compared as JSON, so this is all that is known of them. */
const quoted = (text: string): string => JSON.stringify(text);
const one = (selector: string): string => `document.querySelector(${quoted(selector)})`;
const phaseOf = (stage: string): string => `${one(`[data-stage=${stage}]`)}?.dataset.phase`;

/** How fast a stage ran. */
export interface Pace {
  /** from the click to the result */
  readonly seconds: number;
  /** since the first step, as the page last showed it; null: it showed none */
  readonly tokensPerSecond: number | null;
}

export class User {
  #clicks = 0;

  constructor(readonly driver: Driver) {}

  /** Waits until an expression is true in the page. @throws Error that says what was awaited, and what the page showed */
  async sees(what: string, expression: string, meanwhile?: () => Promise<void>): Promise<void> {
    for (const end = Date.now() + PATIENCE; Date.now() < end;) {
      if ((await this.driver.value(`Boolean(${expression})`)) === true) return;
      await meanwhile?.();
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    const shown = await this.text('body');
    throw new Error(
      `Expected ${what} within ${PATIENCE / 1000} seconds. The page shows: ${shown.slice(0, 1500)}`,
    );
  }

  /**
   * Clicks the first element that the XPath finds, as soon as it is there. A driver clicks where the element was when it
   * looked; as a user would, this clicks again if the page moved meanwhile.
   */
  async click(xpath: string): Promise<void> {
    const number = ++this.#clicks;
    const isThere =
      `(() => { const found = document.evaluate(${quoted(xpath)}, document, null, 9).singleNodeValue;` +
      `found?.addEventListener('click', () => (window.clicked = ${number}), { capture: true, once: true });` +
      `return found !== null; })()`;
    await this.sees(`a click on ${xpath}`, `window.clicked === ${number}`, async () => {
      if ((await this.driver.value(isThere)) === true) await this.driver.click(xpath);
    });
  }

  /** Waits until an element contains a text. */
  seesText(selector: string, text: string): Promise<void> {
    return this.sees(
      `“${text}” in ${selector}`,
      `${one(selector)}?.textContent.replace(/\\s+/gu, ' ').includes(${quoted(text)})`,
    );
  }

  /** The text of an element; empty if there is none. */
  async text(selector: string): Promise<string> {
    return String(await this.driver.value(`${one(selector)}?.innerText ?? ''`));
  }

  async goTo(stage: string): Promise<void> {
    // After a reload the way is not there at once.
    await this.sees('the page', one('[data-goto=lab]'));
    if (stage !== 'review') {
      await this.click('//*[@data-goto="lab"]');
      // The lab is drawn when it is first opened.
      await this.sees(`the way to ${stage}`, `${one(`[data-goto=${stage}]`)}?.offsetParent`);
    }
    await this.click(`//*[@data-goto="${stage}"]`);
    await this.sees(`the stage ${stage}`, `${one(`[data-stage=${stage}]`)}?.textContent.trim()`);
  }

  async press(name: string, within = ''): Promise<void> {
    await this.click(`${within}//button[starts-with(normalize-space(), "${name}")]`);
  }

  /** Presses a button of a stage as soon as it is there. */
  async pressIn(stage: string, name: string): Promise<void> {
    const buttons = `[...document.querySelectorAll(${quoted(`[data-stage=${stage}] button`)})]`;
    await this.sees(
      `the button ${name}`,
      `${buttons}.some((button) => button.textContent.trim().startsWith(${quoted(name)}))`,
    );
    await this.press(name, `//*[@data-stage="${stage}"]`);
  }

  /** Loads the model on WASM; what the page says of the backend. */
  async load(): Promise<string> {
    await this.sees('the set-up', one('[data-testid=setup]')); // not at once after a reload
    await this.click('//*[@data-testid="setup"]');
    const canLoad = `[...document.querySelectorAll('button')].some((b) => b.textContent.trim() === 'Load' && !b.disabled)`;
    await this.sees('the button Load', canLoad);
    await this.driver.value(
      `(() => { const choice = [...document.querySelectorAll('select')].find((one) => one.querySelector('[value=wasm]'));` +
        `choice.value = 'wasm'; choice.dispatchEvent(new Event('change', { bubbles: true })); })()`,
    );
    await this.press('Load');
    await this.sees('a loaded model', one('[data-testid=device]'));
    return this.text('[data-testid=device]');
  }

  async reaches(stage: string, phase: string, meanwhile?: () => Promise<void>): Promise<void> {
    await this.sees(`${stage} ${phase}`, `${phaseOf(stage)} === '${phase}'`, meanwhile);
  }

  /** Runs a stage to its end. */
  async run(stage: string): Promise<Pace> {
    await this.goTo(stage);
    const start = performance.now();
    await this.pressIn(stage, 'Run');
    return this.ends(stage, start);
  }

  /** Waits for the end of a stage that began at `start`. */
  async ends(stage: string, start = performance.now()): Promise<Pace> {
    let tokensPerSecond: number | null = null;
    await this.reaches(stage, 'done', async () => {
      const rate = /([\d,.]+) tokens\/s/.exec(await this.text(`[data-stage=${stage}] .facts`))?.[1];
      if (rate !== undefined) tokensPerSecond = Number(rate.replaceAll(',', ''));
    });
    return { seconds: (performance.now() - start) / 1000, tokensPerSecond };
  }

  /** @throws Error with the first error that the page shows */
  async seesNoError(): Promise<void> {
    const alert = await this.text('[role=alert]');
    if (alert !== '') throw new Error(`The page shows an error: ${alert}`);
  }
}
