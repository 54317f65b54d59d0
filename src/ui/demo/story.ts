/** The whole story as scenes: what is shown, typed and run, and for how long. It never ends. */
import type { StageName } from '../../pipeline/stage';
import type { ScreenName } from '../address/screen-names';
import type { DemoDriver } from './demo-driver';
import { wait } from './wait';

type Caption = ScreenName | 'before' | 'after' | 'end';

/** One scene: go to `stage`, type the prompt and run what is to be run; then let it be read. */
interface Scene {
  readonly stage: ScreenName;
  readonly caption: Caption;
  readonly run?: StageName | 'ask';
  /** after everything has happened */
  readonly seconds: number;
}

const scenes: readonly Scene[] = [
  { stage: 'text', caption: 'text', seconds: 12 },
  { stage: 'text', caption: 'before', run: 'ask', seconds: 12 },
  { stage: 'anchors', caption: 'anchors', seconds: 12 },
  { stage: 'reinforce', caption: 'reinforce', run: 'reinforce', seconds: 10 },
  { stage: 'label', caption: 'label', run: 'label', seconds: 14 },
  { stage: 'unlearn', caption: 'unlearn', run: 'unlearn', seconds: 12 },
  { stage: 'unlearn', caption: 'after', run: 'ask', seconds: 14 },
  { stage: 'evaluate', caption: 'evaluate', run: 'evaluate', seconds: 16 },
  { stage: 'review', caption: 'review', seconds: 10 },
  { stage: 'review', caption: 'end', seconds: 8 },
];

/** What is happening now. */
export interface SceneEvent {
  readonly kind: 'scene';
  readonly caption: Caption;
  /** counted from 0 */
  readonly at: number;
  readonly of: number;
}

const MS_PER_LETTER = 45;
/** Between the last letter and the answer. */
const MS_BEFORE_ASKING = 800;

/**
 * Plays the story in a loop, with the next of the `prompts` each time. A scene that fails is skipped, as the demo runs
 * unattended.
 * @throws the signal's reason
 */
export async function* story(
  driver: DemoDriver,
  prompts: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<SceneEvent, never> {
  for (let telling = 0; ; telling++) {
    await tried(() => driver.reset(), signal);
    const prompt = prompts[telling % prompts.length] ?? '';
    for (const [at, scene] of scenes.entries()) {
      yield { kind: 'scene', caption: scene.caption, at, of: scenes.length };
      signal.throwIfAborted();
      await tried(() => play(scene, prompt, driver, signal), signal);
      await wait(scene.seconds * 1000, signal);
    }
  }
}

async function play(
  { stage, run }: Scene,
  prompt: string,
  driver: DemoDriver,
  signal: AbortSignal,
): Promise<void> {
  driver.goTo(stage);
  if (run === undefined) return;
  if (run === 'ask') {
    const letters = Array.from(prompt);
    for (const typed of letters.keys()) {
      driver.type(letters.slice(0, typed + 1).join(''));
      await wait(MS_PER_LETTER, signal);
    }
    await wait(MS_BEFORE_ASKING, signal);
  }
  await driver.run(run, signal);
}

async function tried(act: () => Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    await act();
  } catch (error) {
    signal.throwIfAborted();
    console.warn(error);
  }
}
