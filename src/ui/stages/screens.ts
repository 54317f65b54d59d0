/** The screen of every stage. The first is in the main bundle; the others are fetched when first shown. */
import type { Component } from 'svelte';
import type { Dataset } from '../../lab/dataset';
import type { ScreenName } from '../screen-names';
import type { RunController } from '../run-controller.svelte';
import Text from './Text.svelte';

export type Screen = Component<{ controller: RunController; dataset: Dataset }>;

const screens: Readonly<Record<ScreenName, () => Promise<{ default: Screen }>>> = {
  text: () => Promise.resolve({ default: Text }),
  anchors: () => import('./Anchors.svelte'),
  reinforce: () => import('./Reinforce.svelte'),
  label: () => import('./Labels.svelte'),
  unlearn: () => import('./Unlearn.svelte'),
  evaluate: () => import('./Evaluate.svelte'),
  review: () => import('./Review.svelte'),
};

const opened = new Map<ScreenName, Promise<Screen>>();

/** The screen of a stage; fetched at most once. */
export function screenOf(stage: ScreenName): Promise<Screen> {
  const found = opened.get(stage) ?? screens[stage]().then((module) => module.default);
  opened.set(stage, found);
  return found;
}
