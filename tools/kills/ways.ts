/** Ways in which a run ends before its time. Each returns the page as the user finds it afterwards. */
import type { LethePage } from '../browser/page';
import type { Profile } from './profile';

export const ways = {
  async 'page reloaded'({ lethe }) {
    await lethe.page.reload();
    return lethe;
  },
  async 'tab closed'({ lethe, profile }) {
    await lethe.page.close();
    return profile.open();
  },
  async 'tab crashed'({ lethe, profile }) {
    const session = await lethe.page.context().newCDPSession(lethe.page);
    const crashed = lethe.page.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined); // it never answers
    await crashed;
    await lethe.page.close();
    return profile.open();
  },
  async 'browser killed'({ profile }) {
    await profile.kill();
    return profile.open();
  },
} as const satisfies Record<string, (open: Open) => Promise<LethePage>>;

interface Open {
  readonly lethe: LethePage;
  readonly profile: Profile;
}

export type Way = keyof typeof ways;
