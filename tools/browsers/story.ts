/** The smoke story: what must work in every browser. */
import { screenNames } from '../../src/ui/address/screen-names';
import { User } from './user';
import type { Driver } from './driver';

export interface Site {
  readonly url: string;
  /** Takes the site off the network. */
  stop(): void;
}

const STEPS = 10;

/** `say` gets each finished part and its seconds. @throws Error of the first part that fails */
export async function tell(driver: Driver, site: Site, say: (line: string) => void): Promise<void> {
  const user = new User(driver);
  const part = async (name: string, act: () => Promise<string | void>): Promise<void> => {
    const start = performance.now();
    const found = await act();
    await user.seesNoError();
    say(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s${found ? `, ${found}` : ''}`);
  };
  const recorded = `document.querySelector('[data-goto=evaluate]')?.textContent.includes('recorded')`;
  const prompt = '//*[@data-stage="ask"]//*[self::textarea or self::input][1]';

  await part('open', async () => {
    await driver.goTo(
      `${site.url}#v=2&reinforceSteps=${STEPS}&unlearnSteps=${STEPS}&reinforceBatch=2&unlearnBatch=2`,
    );
    await user.sees('the recorded run', recorded);
  });
  await part('recorded run on every stage', async () => {
    for (const stage of screenNames) {
      await user.goTo(stage);
      await user.seesNoError();
    }
  });
  await part('load', () => user.load());
  for (const stage of ['reinforce', 'label', 'unlearn'] as const)
    await part(stage, async () => `${(await user.run(stage)).toFixed(1)} s of work`);
  await part('ask', async () => {
    await driver.type(prompt, 'The first lantern');
    await user.press('Ask');
    await user.reaches('ask', 'done');
  });
  await part('offline', async () => {
    await user.sees('every file kept', `document.documentElement.dataset.offline === 'ready'`);
    site.stop();
    await driver.reload();
    await user.sees('the page without a network', recorded);
    return user.load();
  });
}
