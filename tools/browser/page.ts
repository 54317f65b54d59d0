/** The page as a user drives it. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { ModelVariant } from '../../src/model/generation-inputs';
import type { ScreenName } from '../../src/ui/address/screen-names';
import type { PresetName } from '../../src/methods/presets';
import { shownNumber } from './shown-number';

export type SectionName = ScreenName | 'ask';

/** Maximum milliseconds of one piece of work: a safety net, far beyond any duration on a busy machine. */
const PATIENCE = 20 * 60_000;

export class LethePage {
  constructor(readonly page: Page) {}

  /** Opens the lab, or another place, or the lab with settings: `#v=2&batch=1`. */
  async open(link = '#/lab/text'): Promise<void> {
    await this.page.goto(`./${link}`);
  }

  async load(backend: 'wasm' | 'webgpu' | 'auto'): Promise<void> {
    await this.setUp(async () => {
      await this.page.getByLabel('Runs on').selectOption(backend);
      await this.page.getByRole('button', { name: 'Load', exact: true }).click();
    });
  }

  async preset(name: PresetName): Promise<void> {
    await this.setUp(() => this.page.getByRole('radio', { name, exact: true }).check());
  }

  /** Opens the set-up in the bar for what `act` does there, and closes it. */
  async setUp(act: () => Promise<void>): Promise<void> {
    await this.page.getByTestId('setup').click();
    await act();
    await this.page.keyboard.press('Escape');
  }

  /** Presses a button of the menu in the bar. */
  async choose(name: string): Promise<void> {
    await this.page.getByTestId('more').click();
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** The description of the backend, once the model is loaded. */
  async loaded(): Promise<string> {
    return (await this.page.getByTestId('device').textContent({ timeout: PATIENCE })) ?? '';
  }

  /** Shows a stage. */
  async goTo(name: SectionName): Promise<void> {
    if (name === 'ask') return;
    const goal = this.page.locator(`[data-goto=${name}]`);
    if (!(await goal.isVisible())) await this.page.locator('[data-goto=lab]').click();
    await goal.click();
  }

  stage(name: SectionName): Locator {
    return this.page.locator(`[data-stage=${name}]`);
  }

  async start(name: SectionName): Promise<void> {
    await this.goTo(name);
    await this.stage(name).getByRole('button', { name: /^Run/ }).click();
  }

  /** Runs a stage to its end, even if it still shows the end of its last run. */
  async run(name: SectionName): Promise<void> {
    await this.goTo(name);
    await this.#ends(name, () => this.start(name));
  }

  /** Waits for the end of the run that `begin` begins. */
  async #ends(name: SectionName, begin: () => Promise<void>): Promise<void> {
    const ended = await this.stage(name).evaluateHandle((stage) => ({
      phase: new Promise<string | null>((resolve) => {
        new MutationObserver((changes) => {
          if (changes.some(({ oldValue }) => oldValue === 'running'))
            resolve(stage.getAttribute('data-phase'));
        }).observe(stage, { attributeFilter: ['data-phase'], attributeOldValue: true });
      }),
    }));
    await begin();
    expect(await ended.evaluate(({ phase }) => phase)).toBe('done');
    await ended.dispose();
  }

  async reaches(name: SectionName, phase: string): Promise<void> {
    await expect(this.stage(name)).toHaveAttribute('data-phase', phase, { timeout: PATIENCE });
  }

  async set(name: SectionName, field: string, value: string): Promise<void> {
    await this.goTo(name);
    await this.stage(name).getByLabel(field).fill(value);
  }

  /** The text of each variant, including the prompt. */
  async ask(prompt: string): Promise<Record<ModelVariant, string>> {
    await this.page.getByLabel('Prompt', { exact: true }).fill(prompt);
    await this.#ends('ask', () => this.page.getByRole('button', { name: 'Ask', exact: true }).click());
    // Some of them are folded.
    const answer = async (variant: ModelVariant): Promise<string> =>
      (await this.stage('ask').locator(`[data-voice=${variant}]`).textContent()) ?? '';
    return {
      baseline: await answer('baseline'),
      reinforced: await answer('reinforced'),
      equation1: await answer('equation1'),
      unlearned: await answer('unlearned'),
    };
  }

  /** The losses of a stage, from the table behind its chart. */
  async losses(name: SectionName): Promise<number[]> {
    const cells = await this.stage(name)
      .getByTestId('losses')
      .locator('tbody td:last-child')
      .allTextContents();
    return cells.map(shownNumber);
  }

  /** Every label of the block that is shown. */
  async labels(): Promise<string[]> {
    return this.page.getByTestId('labels').locator('tbody td:last-child').allTextContents();
  }

  async number(testId: string): Promise<number> {
    return shownNumber(await this.page.getByTestId(testId).textContent());
  }

  alert(): Locator {
    return this.page.getByRole('alert');
  }
}
