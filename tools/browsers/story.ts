/** The smoke story: what must work in every browser. */
import { usualScreens } from '../../src/ui/address/screen-names';
import type { Driver } from './driver';
import { User, type Pace } from './user';

export interface Site {
  readonly url: string;
  /** Takes the site off the network. */
  stop(): void;
}

const STEPS = 10;
/** What the review says after one decision that changes a label. */
const ONE_CHANGED = 'Changes 1 of';
/** The button of a training that has a checkpoint. */
const CONTINUE = 'Continue from step';
const summary = '[data-testid=override-summary]';

/** The stages that train. */
export type Paces = Readonly<Record<'reinforce' | 'unlearn', Pace>>;

/** `say` gets each finished part and its seconds. @throws Error of the first part that fails */
export async function tell(driver: Driver, site: Site, say: (line: string) => void): Promise<Paces> {
  const user = new User(driver);
  const part = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const found = await act();
    await user.seesNoError();
    const words = typeof found === 'string' ? `, ${found}` : '';
    say(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s${words}`);
    return found;
  };
  const recorded = `document.querySelector('[data-goto=evaluate]')?.textContent.includes('recorded')`;

  await part('open', async () => {
    await driver.goTo(
      `${site.url}#v=2&reinforceSteps=${STEPS}&unlearnSteps=${STEPS}&reinforceBatch=2&unlearnBatch=2`,
    );
    await user.sees('the recorded run', recorded);
    return `language ${String(await driver.value('navigator.language'))}`;
  });
  await part('recorded run on every stage', async () => {
    for (const stage of usualScreens) {
      await user.goTo(stage);
      await user.seesNoError();
    }
  });
  await part('load', () => user.load());
  const reinforce = await part('reinforce', () => user.run('reinforce'));
  await part('label', () => user.run('label'));
  await part('inspector', () => inspect(user));
  await part('unlearn', () => stopAndSeeItKept(user));
  await part('review', async () => {
    await openLabelReview(user);
    await user.click('//*[@data-testid="queue-language"]//ol//button[.//kbd[text()="2"]]');
    await user.seesText(summary, ONE_CHANGED);
    await user.seesText('[data-testid=queue-language] [data-testid=progress]', 'saved');
  });
  const unlearn = await part('reload and resume', async () => {
    await driver.reload();
    await user.load();
    await user.goTo('unlearn');
    await user.pressIn('unlearn', CONTINUE);
    return user.ends('unlearn');
  });
  await part('the decision is there', async () => {
    await openLabelReview(user);
    await user.seesText(summary, ONE_CHANGED);
  });
  await part('ask', async () => {
    await user.goTo('text'); // the panel is beside the stages
    await driver.type('//*[@data-stage="ask"]//*[self::textarea or self::input][1]', 'The first lantern');
    await user.press('Ask');
    await user.reaches('ask', 'done');
  });
  await part('a setting typed right before a reload', () => typeAndReload(user));
  await part('offline', async () => {
    await user.sees('every file kept', `document.documentElement.dataset.offline === 'ready'`);
    site.stop();
    await driver.reload();
    await user.sees('the page without a network', recorded);
    return user.load();
  });
  return { reinforce, unlearn };
}

/** Pins a token, which then explains its label. */
async function inspect(user: User): Promise<string> {
  await user.click('//*[@data-testid="inspector"]//*[@role="option"][3]');
  const label = '[data-testid=inspector] [data-testid=label]';
  await user.sees('the label of a token', `document.querySelector('${label}')?.textContent !== ''`);
  return `label ${await user.text(label)}`;
}

/** Cancels after the first steps, which keeps a checkpoint. */
async function stopAndSeeItKept(user: User): Promise<void> {
  await user.goTo('unlearn');
  await user.pressIn('unlearn', 'Run');
  await user.pressIn('unlearn', 'Pause');
  await user.sees('a first step', `document.querySelector('[data-stage=unlearn] [data-testid=losses] td')`);
  await user.pressIn('unlearn', 'Cancel');
  await user.reaches('unlearn', 'cancelled');
  await user.seesText('[data-stage=unlearn]', CONTINUE);
}

/**
 * Types a setting and loads the page anew in the task of the last character: each is a change, and all but the first wait
 * for one that is being saved.
 */
async function typeAndReload(user: User): Promise<void> {
  await user.goTo('reinforce');
  const field = `[...document.querySelectorAll('[data-stage=reinforce] label')].find((one) => one.textContent === 'Steps')?.control`;
  await user.driver.leave(
    `(async () => { const field = ${field}; for (const value of ['1', '17', '173']) {` +
      `field.value = value; field.dispatchEvent(new Event('input', { bubbles: true }));` +
      `for (let i = 0; i < 20; i++) await null; } location.reload(); })()`,
  );
  await user.goTo('reinforce');
  await user.sees('the setting', `${field}?.value === '173'`);
}

async function openLabelReview(user: User): Promise<void> {
  await user.goTo('review');
  await user.click('//*[@data-testid="review"]//*[@role="tab"][2]');
  await user.sees('the queue of labels', `document.querySelector('[data-testid=queue-language] ol button')`);
}
