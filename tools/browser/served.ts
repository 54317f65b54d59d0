/** The built page in a window, as a user drives it. */
import { LethePage } from './page';
import { whileServing } from './serving';

/** Opens the page of `npm run build` in a window of 1200 × 900, gives it to `use`, and closes everything. */
export function onServedPage<R>(use: (lethe: LethePage) => Promise<R>): Promise<R> {
  return whileServing(async (browser, baseURL) => {
    const viewport = { width: 1200, height: 900 };
    const lethe = new LethePage(await browser.newPage({ baseURL, viewport, deviceScaleFactor: 1 }));
    await lethe.open();
    return use(lethe);
  });
}
