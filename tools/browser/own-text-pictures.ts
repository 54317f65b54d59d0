/** Pictures of a text of the user's: drafted, then read, run and evaluated by a micro model. */
import { readFileSync } from 'node:fs';
import { labScreens } from '../../src/ui/address/screen-names';
import { cameraFor, type Camera } from './camera';
import { useFewQuestions, useMicroWorld } from './micro-world';
import type { LethePage } from './page';

const TEXT = readFileSync('tools/unlearn/texts/fable.txt', 'utf8');

const looks = {
  light: { colorScheme: 'light', width: 1280, language: 'English' },
  dark: { colorScheme: 'dark', width: 1280, language: 'English' },
  phone: { colorScheme: 'light', width: 360, language: 'English' },
  chinese: { colorScheme: 'light', width: 1280, language: '简体中文' },
} as const;

export async function ownTextPictures(lethe: LethePage, folder: string): Promise<void> {
  const { page } = lethe;
  await useMicroWorld(page);
  await useFewQuestions(page);
  await lethe.open();
  await page.getByText('Forget a text of your own').click();
  const own = page.getByTestId('own-text');
  await own.getByLabel('Text to forget').fill(TEXT);
  await own
    .getByTestId('fit')
    .getByText(/tokens belong/)
    .waitFor();
  await inEachLook(lethe, folder, (take) => take(page, 'own-draft'));
  await own.getByRole('button', { name: 'Use this text' }).click();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', '8');
  await lethe.set('unlearn', 'Steps', '20');
  await lethe.run('evaluate');
  await lethe.ask('In the village of Varrow lived');
  await inEachLook(lethe, folder, async (take) => {
    await page.locator('[data-goto=see]').click();
    await take(page, 'own-see');
    await page.locator('[data-goto=runs]').click();
    await take(page, 'own-runs');
    for (const screen of labScreens) {
      await lethe.goTo(screen);
      await lethe.stage(screen).waitFor();
      await take(page, `own-${screen}`);
    }
  });
}

async function inEachLook(
  { page }: LethePage,
  folder: string,
  act: (take: Camera) => Promise<void>,
): Promise<void> {
  for (const [mode, { colorScheme, width, language }] of Object.entries(looks)) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: looks.light.width, height: 900 }); // on a phone the choice is in a menu
    await page.locator('[data-choice=language]').selectOption({ label: language });
    await page.setViewportSize({ width, height: 900 });
    await act(cameraFor(folder, mode));
  }
  await page.locator('[data-choice=language]').selectOption({ label: looks.light.language });
}
