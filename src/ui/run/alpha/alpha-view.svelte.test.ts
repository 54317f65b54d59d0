import { expect, test } from 'vitest';
import { defaultSettings } from '../../../methods/settings';
import type { Labels } from '../../../unlearn/record';
import { AlphaView } from './alpha-view.svelte';

const labels = (): Labels => ({
  origin: { variant: 'paper', settings: defaultSettings, hashes: { model: '', world: '' } },
  vocabulary: [],
  blocks: [],
});

test('keeps the chosen value until the setting changes or new labels are made', () => {
  const run = $state({ settings: { ...defaultSettings } });
  let made = $state.raw<Labels | null>(null);
  const view = new AlphaView(() => ({ alpha: run.settings.alpha, labels: made }));
  expect(view.at).toBe(8);
  view.at = 3;
  expect(view.at).toBe(3);
  expect(run.settings.alpha).toBe(8);
  run.settings = { ...run.settings, seed: 2 };
  expect(view.at).toBe(3);
  made = labels();
  expect(view.at).toBe(8);
  view.at = 3;
  made = labels();
  expect(view.at).toBe(8);
  view.at = 3;
  run.settings = { ...run.settings, alpha: 5 };
  expect(view.at).toBe(5);
});
