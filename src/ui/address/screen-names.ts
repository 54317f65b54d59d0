/** The screens of a run: those in the lab, and the review. Those of pipeline stages show the result of the stage. */
import { stageNames, type StageName } from '../../pipeline/stage';

export const labScreens = ['text', 'anchors', ...stageNames] as const;
export type LabScreen = (typeof labScreens)[number];

export const screenNames = [...labScreens, 'review'] as const;
export type ScreenName = (typeof screenNames)[number];

/** The screens for a text that the model knows, such as the shipped one: it need not be read first. */
export const usualScreens: readonly Exclude<ScreenName, 'read'>[] = screenNames.filter(
  (name) => name !== 'read',
);

export function isStage(name: ScreenName): name is StageName {
  return stageNames.some((one) => one === name);
}
