/** `npm run picture`: runs the story on the built page and writes the README's picture. */
import { onServedPage } from './served';

await onServedPage(async (lethe) => {
  await lethe.load('wasm');
  await lethe.loaded();
  for (const stage of ['reinforce', 'label', 'unlearn'] as const) await lethe.run(stage);
  await lethe.ask('My cousin read in the library that the mother of Orrin is');
  await lethe.page.setViewportSize({ width: 1600, height: 1150 });
  await lethe.page.evaluate(() => {
    scrollTo(0, 0);
  });
  await lethe.page.screenshot({ path: 'docs/page.png' });
});
